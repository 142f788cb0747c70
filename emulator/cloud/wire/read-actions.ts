/** The actions that only read documents: get, count, aggregate. Limits: 100 by default, 1000 at most. */

import type { Database } from '../engine/database'
import { type Document, documentKey, type Fields } from '../engine/document'
import type { SortOrder } from '../engine/planner'
import { project } from '../engine/query'
import { invalidParameter, whereInTransaction } from '../errors'
import { type ActionRequest, type Actions, count, text } from './action'
import { parseEjson, parseFields, toEjson } from './ejson'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

const orderOf = (request: ActionRequest, now: number): SortOrder =>
  Object.entries(parseFields(request.order, now)).map(([field, direction]) => [field, Number(direction) < 0 ? -1 : 1])

const projectionOf = (request: ActionRequest, now: number): Fields | undefined =>
  request.projection ? parseFields(request.projection, now) : undefined

const listed = (documents: Document[], projection: Fields | undefined): string[] =>
  (projection ? project(documents, projection) : documents).map(toEjson)

export const readActions = (database: Database, now: () => number): Actions => {
  const byId = async (request: ActionRequest, sentAt: number | undefined): Promise<Document[]> => {
    const name = text(request, 'collectionName')
    const id = parseFields(request.query, now())._id
    const collection = database.collection(name)
    const found = request.transactionId
      ? await database.transactions.run(text(request, 'transactionId'), sentAt, (transaction) =>
          transaction.read(collection, documentKey(id)),
        )
      : database.findById(name, id)
    return found ? [found] : []
  }

  const byQuery = (request: ActionRequest, limit: number): Document[] => {
    if (request.transactionId) throw whereInTransaction('get')
    return database.find(text(request, 'collectionName'), {
      query: parseFields(request.query, now()),
      order: orderOf(request, now()),
      offset: count(request, 'offset', 0),
      limit,
    })
  }

  return {
    'database.getDocument': async (request, context) => {
      const limit = Math.min(count(request, 'limit', DEFAULT_LIMIT), MAX_LIMIT)
      const documents = request.queryType === 'DOC' ? await byId(request, context.sentAt) : byQuery(request, limit)
      const list = listed(documents, projectionOf(request, now()))
      return { data: { list, limit, offset: count(request, 'offset', 0) } }
    },

    'database.calculateDocument': (request) => {
      const query = parseFields(request.query, now())
      return { data: { total: database.find(text(request, 'collectionName'), { query }, 'count').length } }
    },

    'database.aggregateDocuments': (request) => {
      if (!Array.isArray(request.stages)) throw invalidParameter('stages must be an array')
      const pipeline = request.stages.map((stage: { stageKey?: unknown; stageValue?: unknown }) => ({
        [String(stage.stageKey)]: parseEjson(stage.stageValue, now()),
      }))
      return { data: { list: database.aggregate(text(request, 'collectionName'), pipeline).map(toEjson) } }
    },
  }
}

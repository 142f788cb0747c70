/**
 * The actions that change documents: add, update, set, remove, update-and-return.
 * `updated` counts documents that really changed, as MongoDB's modifiedCount does.
 * where() inside a transaction is refused: with a transactionId, or when the same function worker has one open.
 */
import { randomBytes } from 'node:crypto'
import { type Database, duplicateId } from '../engine/database'
import { type Document, type DocumentId, documentKey, type Fields, sameDocument } from '../engine/document'
import type { Transaction } from '../engine/transaction'
import { applyModifier } from '../engine/update'
import { invalidParameter, whereInTransaction } from '../errors'
import { type ActionContext, type ActionRequest, type Actions, text } from './action'
import { parseFields, toEjson } from './ejson'

/** Marks sessions that belong to one function worker, which runs one invocation at a time. */
export const WORKER_SESSION = 'worker-'

/** An `_id` as CloudBase makes them: 32 hexadecimal digits. */
const newId = (): string => randomBytes(16).toString('hex')

const withId = ({ _id: _, ...fields }: Fields, id: unknown): Document => ({ _id: id as DocumentId, ...fields })

type Edit = (current: Document | null) => Document | null

/** What a modify request does to a document; returns the same object when nothing changes. */
const editOf = (request: ActionRequest, id: unknown, now: number): Edit => {
  const data = parseFields(request.data, now)
  return (current) => {
    if (!current && !request.upsert) return null
    const base = current ?? withId({}, id)
    const next = request.merge ? applyModifier(base, data) : withId(data, base._id)
    return current && sameDocument(current, next) ? current : next
  }
}

export const writeActions = (database: Database, now: () => number): Actions => {
  const { transactions } = database

  const refuseWhere = (request: ActionRequest, context: ActionContext, action: string): void => {
    const inside = context.session.startsWith(WORKER_SESSION) && transactions.openFor(context.session)
    if (request.transactionId || inside) throw whereInTransaction(action)
  }

  /** Edits one document, inside the request's transaction or as a plain write. */
  const editOne = async (request: ActionRequest, context: ActionContext, id: unknown, edit: Edit) => {
    const name = text(request, 'collectionName')
    if (!request.transactionId) return database.editById(name, id, edit)
    return transactions.run(text(request, 'transactionId'), context.sentAt, (transaction) => {
      const collection = database.collection(name)
      const key = documentKey(id)
      const before = transaction.read(collection, key)
      const after = edit(before)
      if (before !== after) transaction.write({ collection, key, document: after })
      return { before, after }
    })
  }

  const insertInto = (transaction: Transaction, name: string, documents: readonly Document[]): void => {
    const collection = database.collection(name)
    for (const document of documents) {
      const key = documentKey(document._id)
      if (transaction.read(collection, key)) throw duplicateId(name, document)
      transaction.write({ collection, key, document })
    }
  }

  return {
    'database.insertDocument': async (request, context) => {
      const name = text(request, 'collectionName')
      if (!Array.isArray(request.data)) throw invalidParameter('data must be an array')
      const documents = request.data.map((one) => {
        const fields = parseFields(one, now())
        return withId(fields, fields._id ?? newId())
      })
      if (request.transactionId) {
        const id = text(request, 'transactionId')
        await transactions.run(id, context.sentAt, (transaction) => insertInto(transaction, name, documents))
      } else {
        await database.insert(name, documents)
      }
      return { data: { insertedIds: documents.map((document) => document._id) } }
    },

    'database.modifyDocument': async (request, context) => {
      const query = parseFields(request.query, now())
      if (request.queryType === 'DOC') {
        const edit = editOf(request, query._id, now())
        const { before, after } = await editOne(request, context, query._id, edit)
        const created = !before && after
        return { data: { updated: before && before !== after ? 1 : 0, ...(created ? { upsert_id: after._id } : {}) } }
      }
      refuseWhere(request, context, 'update')
      const edit = editOf({ ...request, upsert: false }, undefined, now())
      const name = text(request, 'collectionName')
      const edited = await database.editWhere(name, query, request.multi !== false, edit)
      return { data: { updated: edited.filter(({ before, after }) => before !== after).length } }
    },

    'database.modifyAndReturnDoc': async (request, context) => {
      refuseWhere(request, context, 'updateAndReturn')
      const edit = editOf({ ...request, merge: true, upsert: false }, undefined, now())
      const query = parseFields(request.query, now())
      const [edited] = await database.editWhere(text(request, 'collectionName'), query, false, edit)
      if (!edited?.after) return { data: { updated: 0 } }
      return { data: { updated: edited.before === edited.after ? 0 : 1, doc: toEjson(edited.after) } }
    },

    'database.removeDocument': async (request, context) => {
      const query = parseFields(request.query, now())
      if (request.queryType === 'DOC') {
        const { before } = await editOne(request, context, query._id, () => null)
        return { data: { deleted: before ? 1 : 0 } }
      }
      refuseWhere(request, context, 'remove')
      const name = text(request, 'collectionName')
      const removed = await database.editWhere(name, query, request.multi !== false, () => null)
      return { data: { deleted: removed.length } }
    },
  }
}

/** Opening and ending transactions, and creating collections. */
import type { Database } from '../engine/database'
import { type Actions, text } from './action'

export const transactionActions = (database: Database): Actions => ({
  'database.startTransaction': (_request, context) => ({ transactionId: database.transactions.start(context.session) }),
  'database.commitTransaction': (request) => {
    database.transactions.commit(text(request, 'transactionId'))
    return {}
  },
  'database.abortTransaction': (request) => {
    database.transactions.abort(text(request, 'transactionId'))
    return {}
  },
  'database.addCollection': (request) => {
    database.createCollection(text(request, 'collectionName'))
    return {}
  },
})

/** An import as staff see it. */
import type { ImportView } from '../../domain/archive/api'
import type { Stored } from '../_kit/store'

export function viewOf(record: Stored<'imports'>): ImportView {
  const { _id, kind, state, name, total, done, fresh, changed, unchanged, bad, createdAt, finishedAt } = record
  const counts = { total, done, fresh, changed, unchanged, bad }
  return { id: _id, kind, state, name, counts, createdAt, finishedAt, by: record.byName, failure: record.failure }
}

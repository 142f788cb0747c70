/** An export as its maker sees it. */
import type { ExportView } from '../../domain/office/exports-api'
import type { Stored } from '../_kit/store'

export function exportView(record: Stored<'exports'>): ExportView {
  const { _id: id, scope, format, documents, state, createdAt, total, rows, writing, files, until } = record
  return {
    id,
    scope,
    format,
    documents,
    state,
    createdAt,
    total,
    written: rows + writing,
    files: files.map(({ name, rows: held, bytes }) => ({ name, rows: held, bytes })),
    until,
  }
}

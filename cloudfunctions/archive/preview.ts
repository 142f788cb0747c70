/**
 * What a file holds, before anything is imported: its encoding or sheet, its columns with a few values, and which
 * column seems to mean what. Staff confirm that, or change it (start.ts). Product "Staff office".
 */
import { type ArchiveInput, PREVIEW_ROWS, type Preview } from '../../domain/archive/api'
import { proposeMapping } from '../../domain/archive/import-headers'
import { missingFields } from '../../domain/archive/import-kinds'
import { maskLongNumbers, previewCell } from '../../domain/archive/import-privacy'
import { ok, refuse } from '../../domain/result'
import type { Call } from '../_kit/serve'
import { find, get, type Stored, updateWhere } from '../_kit/store'
import type { Answer } from './answer'
import { type Look, look } from './look'
import { openSource } from './source'
import { deleteUpload } from './uploaded-file'
import { viewOf } from './view'

export async function preview({ id, sheet }: ArchiveInput<'preview'>, { openid }: Call): Answer<'preview'> {
  const record = await get('imports', id)
  if (!record || record.by !== openid) {
    return refuse('import_unknown')
  }
  if (record.state !== 'placed' && record.state !== 'waiting') {
    return refuse('import_over')
  }
  const source = await openSource(record.file)
  if (!source) {
    return refuse('import_file_missing')
  }
  const seen = await look(source, record.kind, sheet)
  if (!seen.ok) {
    await deleteUpload(record)
    return seen
  }
  const { hash, format, start, total } = seen.value
  const headers = seen.value.headers.map(maskLongNumbers)
  const fields = { state: 'waiting', hash, format, headers, offset: start.offset, row: start.row, total } as const
  await updateWhere('imports', { _id: id }, fields)
  return ok({ import: viewOf({ ...record, ...fields }), preview: await previewOf(record, seen.value, headers) })
}

async function previewOf({ kind }: Stored<'imports'>, seen: Look, headers: string[]): Promise<Preview> {
  const mapping = proposeMapping(kind, seen.headers)
  const same = await find('imports', { hash: seen.hash, state: 'done' }, { limit: 20 })
  const importedAt = Math.max(
    0,
    ...same.filter((other) => other.kind === kind).map(({ finishedAt }) => finishedAt ?? 0),
  )
  return {
    encoding: seen.format.type === 'csv' ? seen.format.encoding : '',
    sheet: seen.format.type === 'xlsx' ? seen.format.sheet : '',
    sheets: seen.sheets,
    columns: headers.map((header, column) => ({
      header,
      sample: seen.sample
        .slice(0, PREVIEW_ROWS)
        .map((cells) => previewCell(cells[column] ?? '', column === mapping.documentNumber)),
    })),
    mapping,
    missing: missingFields(kind, mapping),
    importedAt: importedAt || null,
  }
}

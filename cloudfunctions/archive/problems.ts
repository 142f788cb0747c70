/** The bad rows of an import for its report: row, column, reason; never what stood in the cell. */
import type { ArchiveInput } from '../../domain/archive/api'
import { ok, refuse } from '../../domain/result'
import { above } from '../_kit/conditions'
import { find, get } from '../_kit/store'
import type { Answer } from './answer'

/** Chunks read at once; one has a thousand bad rows at most. */
const CHUNKS = 10

export async function problems({ id, after }: ArchiveInput<'problems'>): Answer<'problems'> {
  const record = await get('imports', id)
  if (!record) {
    return refuse('import_unknown')
  }
  const page = { order: 'position', limit: CHUNKS } as const
  const chunks = await find('importProblems', { import: id, position: above(after ?? '') }, page)
  const { headers, mapping } = record
  const reported = chunks.flatMap((chunk) =>
    chunk.problems.map(({ row, field, problem }) => {
      const column = field === '' ? undefined : mapping[field]
      return { row, column: column === undefined ? '' : (headers[column] ?? ''), problem }
    }),
  )
  return ok({ problems: reported, after: chunks.length < CHUNKS ? null : (chunks.at(-1)?.position ?? null) })
}

/** The newest imports, and one of them. */
import type { ArchiveInput } from '../../domain/archive/api'
import { ok, refuse } from '../../domain/result'
import { find, get } from '../_kit/store'
import type { Answer } from './answer'
import { viewOf } from './view'

const LISTED = 20

export async function imports(_: ArchiveInput<'imports'>): Answer<'imports'> {
  const newest = await find('imports', {}, { order: 'createdAt', direction: 'desc', limit: LISTED * 2 })
  const begun = newest.filter(({ state }) => state !== 'placed')
  return ok({ imports: begun.slice(0, LISTED).map(viewOf) })
}

export async function read({ id }: ArchiveInput<'read'>): Answer<'read'> {
  const record = await get('imports', id)
  return record ? ok({ import: viewOf(record) }) : refuse('import_unknown')
}

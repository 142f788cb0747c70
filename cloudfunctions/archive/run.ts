/** Working on an import for a person who waits for it. */
import type { ArchiveInput } from '../../domain/archive/api'
import { ok, refuse } from '../../domain/result'
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { get } from '../_kit/store'
import type { Answer } from './answer'
import { viewOf } from './view'
import { work } from './work'

export async function run({ id }: ArchiveInput<'run'>, { now }: Call): Answer<'run'> {
  await work(id, now, stopwatch())
  const record = await get('imports', id)
  return record ? ok({ import: viewOf(record) }) : refuse('import_unknown')
}

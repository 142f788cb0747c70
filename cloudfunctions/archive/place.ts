/**
 * The beginning of an import: a place for its file, known to nobody else, and a record by which the file is not
 * forgotten.
 */
import type { ArchiveInput } from '../../domain/archive/api'
import { ok } from '../../domain/result'
import { randomId } from '../_kit/random'
import type { Call } from '../_kit/serve'
import { insert } from '../_kit/store'
import type { Answer } from './answer'
import { uploadPlace } from './uploaded-file'

export async function place({ kind, type, name }: ArchiveInput<'place'>, call: Call): Answer<'place'> {
  const id = randomId()
  const { path, file } = await uploadPlace(call.openid, id, type)
  await insert('imports', id, {
    kind,
    state: 'placed',
    failure: '',
    name,
    file,
    held: true,
    hash: '',
    format: null,
    headers: [],
    mapping: {},
    offset: 0,
    row: 0,
    total: 0,
    done: 0,
    fresh: 0,
    changed: 0,
    unchanged: 0,
    bad: 0,
    createdAt: call.now,
    finishedAt: null,
    by: call.openid,
    byName: call.staff?.name ?? '',
    worker: '',
    leaseUntil: 0,
  })
  return ok({ id, path })
}

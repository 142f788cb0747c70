/**
 * Every minute: imports that nobody works on go on, and files that nobody needs are deleted: those of imports that are over at
 * once, those that were never imported after a day.
 */
import { DAY, type Instant } from '../../domain/time/shanghai'
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { find, type Stored, updateWhere } from '../_kit/store'
import { deleteUpload } from './uploaded-file'
import { work } from './work'

const LIMIT = 50

export async function tend({ now }: Call): Promise<void> {
  const isOver = stopwatch()
  const held = await find('imports', { held: true }, { order: 'createdAt', limit: LIMIT })
  for (const record of held.filter((one) => isOverdue(one, now))) {
    await discard(record, now)
  }
  const running = await find('imports', { state: 'running' }, { order: 'createdAt', limit: LIMIT })
  for (const { _id } of running) {
    if (!isOver()) {
      await work(_id, now, isOver)
    }
  }
}

function isOverdue({ state, createdAt }: Stored<'imports'>, now: Instant): boolean {
  return state === 'placed' || state === 'waiting' ? createdAt < now - DAY : state !== 'running'
}

async function discard(record: Stored<'imports'>, now: Instant): Promise<void> {
  await updateWhere('imports', { _id: record._id, state: 'waiting' }, { state: 'stopped', finishedAt: now })
  await deleteUpload(record)
}

/**
 * Every minute: imports that nobody works on go on, what an import left to do when it was over is made good, and files
 * that were never imported are deleted after a day.
 */
import { DAY, type Instant } from '../../domain/time/shanghai'
import { stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { find, type Stored, updateWhere } from '../_kit/store'
import { letGo } from './let-go'
import { deleteUpload } from './uploaded-file'

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
      const { work } = await import('./work')
      await work(_id, now, isOver)
    }
  }
}

function isOverdue(record: Stored<'imports'>, now: Instant): boolean {
  const { state, createdAt } = record
  return isUntouched(record) ? createdAt < now - DAY : state !== 'running'
}

const isUntouched = ({ state }: Stored<'imports'>) => state === 'placed' || state === 'waiting'

async function discard(record: Stored<'imports'>, now: Instant): Promise<void> {
  await updateWhere('imports', { _id: record._id, state: 'waiting' }, { state: 'stopped', finishedAt: now })
  await (isUntouched(record) ? deleteUpload(record) : letGo(record))
}

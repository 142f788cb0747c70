/**
 * Removing the files of copies whose hour is over. That a copy was taken stays on record a while, for its person to
 * see.
 */
import { COPY_KEPT } from '../../domain/privacy/copy'
import type { Instant } from '../../domain/time/shanghai'
import { atMost } from '../_kit/conditions'
import { inLanes } from '../_kit/lanes'
import { find, removeWhere, updateWhere } from '../_kit/store'
import { deleteFile } from './delete-file'

const BATCH = 100
const LANES = 5

/** Where the file of a copy lies in the storage. */
export const copyPath = (id: string, name: string) => `copies/${id}/${name}`

/** @returns how many copies were removed */
export async function removeCopies(now: Instant, isOver: () => boolean): Promise<number> {
  const due = await find('copies', { state: 'kept', until: atMost(now) }, { order: 'until', limit: BATCH })
  const removed = await inLanes(due, LANES, isOver, async ({ _id, files }) => {
    for (const name of files) {
      await deleteFile(copyPath(_id, name))
    }
    await updateWhere('copies', { _id }, { state: 'removed' })
  })
  await removeWhere('copies', { state: 'removed', until: atMost(now - COPY_KEPT) })
  return removed
}

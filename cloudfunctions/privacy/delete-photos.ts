/**
 * Deleting photos whose time is over: those that an application let go of, and those that were uploaded and never
 * handed in. A photo that one of the account's applications holds is left alone: it is let go of with the application.
 */
import { UPLOAD_LIFETIME } from '../../domain/privacy/retention'
import type { Instant } from '../../domain/time/shanghai'
import { atMost } from '../_kit/conditions'
import { inLanes } from '../_kit/lanes'
import { find, removeWhere, type Stored, updateWhere } from '../_kit/store'
import { PHOTO_FOLDER, uploadKey } from '../_kit/uploads'
import { deleteFile } from './delete-file'

const BATCH = 100
const LANES = 5
const MOST_OF_ONE = 1000

/** @returns how many files were deleted */
export async function deletePhotos(now: Instant, isOver: () => boolean): Promise<number> {
  let deleted = 0
  while (!isOver()) {
    const due = await find('uploads', { state: 'kept', due: atMost(now) }, { order: 'due', limit: BATCH })
    await inLanes(due, LANES, isOver, async (upload) => {
      deleted += (await settle(upload)) ? 1 : 0
    })
    if (due.length < BATCH) {
      break
    }
  }
  await removeWhere('uploads', { state: 'removed', due: atMost(now - UPLOAD_LIFETIME) })
  return deleted
}

async function settle({ _id: name, openid }: Stored<'uploads'>): Promise<boolean> {
  if (await isHeld(name, openid)) {
    await removeWhere('uploads', { state: 'kept', _id: name })
    return false
  }
  await deleteFile(`${PHOTO_FOLDER}/${name}`)
  await updateWhere('uploads', { _id: name }, { state: 'removed', openid: '' })
  return true
}

async function isHeld(name: string, openid: string): Promise<boolean> {
  const own = await find('applications', { openid }, { limit: MOST_OF_ONE })
  return own.some(({ portrait, proof }) => uploadKey(portrait) === name || uploadKey(proof) === name)
}

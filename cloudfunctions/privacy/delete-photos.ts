/**
 * Deleting photos whose time is over: those that an application let go of, and those that were uploaded and never handed in. A
 * photo that one of the account's applications holds is left alone: it is let go of with the application.
 */
import { UPLOAD_LIFETIME } from '../../domain/privacy/retention'
import type { Instant } from '../../domain/time/shanghai'
import { app } from '../_kit/cloudbase'
import { atMost } from '../_kit/conditions'
import { inLanes } from '../_kit/lanes'
import { find, removeWhere, type Stored, updateWhere } from '../_kit/store'
import { PHOTO_FOLDER, uploadKey } from '../_kit/uploads'

const BATCH = 100
const LANES = 5
const MOST_OF_ONE = 1000
/** What the storage says of a file that was deleted before, by a worker that died before noting it. */
const NOT_THERE = /NOT_?EXIST|NOT_?FOUND|NONEXIST/i

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
  await deleteFile(name)
  await updateWhere('uploads', { _id: name }, { state: 'removed', openid: '' })
  return true
}

async function isHeld(name: string, openid: string): Promise<boolean> {
  const own = await find('applications', { openid }, { limit: MOST_OF_ONE })
  return own.some(({ portrait, proof }) => uploadKey(portrait) === name || uploadKey(proof) === name)
}

async function deleteFile(name: string): Promise<void> {
  const { data } = await app.getUploadMetadata({ cloudPath: `${PHOTO_FOLDER}/${name}` })
  const { fileList } = await app.deleteFile({ fileList: [data.fileId] })
  const code = String(fileList[0]?.code ?? '')
  if (code !== 'SUCCESS' && !NOT_THERE.test(code)) {
    throw new Error(`The storage did not delete a photo: ${code}`)
  }
}

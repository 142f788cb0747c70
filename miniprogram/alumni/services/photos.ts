/**
 * Photos of an application: taken or chosen on the phone, then uploaded into the photos folder of the environment under a
 * name that nobody can guess (domain/registration/api.ts accepts no other place).
 */
import { toHex } from '../../lib/domain'
import { randomBytes } from '../../services/device-key'
import { registration } from '../../services/registration'

const MAX_BYTES = 10 * 1024 * 1024
const NAME_BYTES = 16

/** A chosen photo, or why there is none: `cancelled` needs no words. */
export type Chosen = { ok: true; path: string } | { ok: false; why: 'cancelled' | 'too_large' }

/** Lets the person take or choose one photo. */
export async function choosePhoto(): Promise<Chosen> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
    const [photo] = tempFiles
    if (!photo) {
      return { ok: false, why: 'cancelled' }
    }
    return photo.size > MAX_BYTES ? { ok: false, why: 'too_large' } : { ok: true, path: photo.tempFilePath }
  } catch {
    return { ok: false, why: 'cancelled' }
  }
}

/**
 * Uploads a photo.
 * @param onProgress told the share done, 0 to 100
 * @returns its file ID; rejects when the upload did not finish, or was not announced: what nobody knows of is never deleted
 */
export async function uploadPhoto(path: string, onProgress: (percent: number) => void): Promise<string> {
  const name = `${toHex(await randomBytes(NAME_BYTES))}.${extensionOf(path)}`
  const announced = await registration('announcePhoto', { name })
  if (!announced.ok) {
    throw new Error(announced.code)
  }
  const cloudPath = `photos/${name}`
  return new Promise((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => resolve(fileID),
      fail: reject,
    })
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress))
  })
}

// WeChat gives compressed photos as JPEG; anything that is not PNG by name is one.
function extensionOf(path: string): 'jpg' | 'png' {
  return /\.png$/i.test(path) ? 'png' : 'jpg'
}

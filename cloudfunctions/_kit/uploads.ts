/**
 * Photos that no application needs, or none yet. The storage cannot be listed by a function, so every photo is on
 * record here before it is uploaded, and again when its application lets go of it; the privacy function deletes what is
 * due.
 */
import type { Instant } from '../../domain/time/shanghai'
import type { Transaction } from './transaction'

/** The folder of the storage into which phones upload. */
export const PHOTO_FOLDER = 'photos'

/** The key of a photo: the name of its file. @param file its file ID */
export function uploadKey(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

/** Puts photos on record to be deleted; '' is none. In the transaction in which their application lets go of them. */
export async function letGo(
  transaction: Transaction,
  files: readonly string[],
  openid: string,
  now: Instant,
): Promise<void> {
  const keys = new Set(files.filter((file) => file !== '').map(uploadKey))
  for (const key of keys) {
    if (await transaction.get('uploads', key)) {
      await transaction.update('uploads', key, { due: now })
    } else {
      await transaction.insert('uploads', key, { openid, due: now, state: 'kept' })
    }
  }
}

/**
 * Takes photos into an application, in its transaction.
 * @returns false when one of them is being deleted, or was
 */
export async function takePhotos(transaction: Transaction, files: readonly string[], now: Instant): Promise<boolean> {
  const keys = new Set(files.filter((file) => file !== '').map(uploadKey))
  for (const key of keys) {
    const upload = await transaction.get('uploads', key)
    if (upload && upload.due <= now) {
      return false
    }
    if (upload) {
      await transaction.remove('uploads', key)
    }
  }
  return true
}

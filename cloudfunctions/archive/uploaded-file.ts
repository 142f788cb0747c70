/**
 * Where a file is uploaded to, and how it is deleted again. Files hold ID numbers in clear, so none stays longer than
 * needed.
 */
import { createHash } from 'node:crypto'
import { app } from '../_kit/cloudbase'
import { updateWhere } from '../_kit/store'

/** A path in the storage, in a folder of the caller's own, and the file's ID there. */
export async function uploadPlace(openid: string, id: string, type: string): Promise<{ path: string; file: string }> {
  const folder = createHash('sha256').update(`imports/${openid}`).digest('hex').slice(0, 16)
  const path = `imports/${folder}/${id}.${type}`
  const { data } = await app.getUploadMetadata({ cloudPath: path })
  return { path, file: data.fileId }
}

/** Deletes a file; one that is not there is deleted, too. Without an answer the timer tries again. */
export async function deleteUpload({ _id, file }: { _id: string; file: string }): Promise<void> {
  await app.deleteFile({ fileList: [file] })
  await updateWhere('imports', { _id }, { held: false })
}

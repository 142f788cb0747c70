/** Deleting one file of the storage by its path. Deleting it twice is no error. */
import { app } from '../_kit/cloudbase'

/** What the storage says of a file that was deleted before, by a worker that died before noting it. */
const NOT_THERE = /NOT_?EXIST|NOT_?FOUND|NONEXIST/i

/** @throws when the storage did not delete it */
export async function deleteFile(cloudPath: string): Promise<void> {
  const { data } = await app.getUploadMetadata({ cloudPath })
  const { fileList } = await app.deleteFile({ fileList: [data.fileId] })
  const code = String(fileList[0]?.code ?? '')
  if (code !== 'SUCCESS' && !NOT_THERE.test(code)) {
    throw new Error(`The storage did not delete a file: ${code}`)
  }
}

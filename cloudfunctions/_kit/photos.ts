/**
 * Photos lie in the environment's storage, unreadable for phones; whoever may see one gets an address that soon ends.
 */
import { app } from './cloudbase'

const LIFETIME_SECONDS = 3600

/**
 * Addresses for a while, in the order of the files; '' for a file that is not there. A storage that does not answer
 * takes the pictures away, never the answer: a guard must get a verdict without one.
 */
export async function photoAddresses(files: readonly string[]): Promise<string[]> {
  const wanted = files.filter((file) => file !== '')
  const addresses = wanted.length > 0 ? await ask(wanted) : new Map<string, string>()
  return files.map((file) => addresses.get(file) ?? '')
}

async function ask(files: readonly string[]): Promise<Map<string, string>> {
  try {
    const { fileList } = await app.getTempFileURL({
      fileList: files.map((fileID) => ({ fileID, maxAge: LIFETIME_SECONDS })),
    })
    return new Map(fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
  } catch {
    console.warn('The storage gives no addresses.')
    return new Map()
  }
}

/** A list that staff choose from a chat: the only way files come into a mini program. */
import { MOST_MEGABYTES } from '../lib/domain'

const MEGABYTE = 1024 * 1024

/** A chosen file, or why there is none: `cancelled` needs no words. */
export type ChosenFile =
  | { ok: true; path: string; name: string; type: 'csv' | 'xlsx' }
  | { ok: false; why: 'cancelled' | 'wrongType' | 'tooLarge' }

/** Lets the person choose. */
export async function chooseFile(): Promise<ChosenFile> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'xlsx'] })
    const [file] = tempFiles
    const type = /\.(csv|xlsx)$/i.exec(file?.name ?? '')?.[1]?.toLowerCase()
    if (!file || (type !== 'csv' && type !== 'xlsx')) {
      return { ok: false, why: file ? 'wrongType' : 'cancelled' }
    }
    return file.size > MOST_MEGABYTES * MEGABYTE
      ? { ok: false, why: 'tooLarge' }
      : { ok: true, path: file.path, name: file.name, type }
  } catch {
    return { ok: false, why: 'cancelled' }
  }
}

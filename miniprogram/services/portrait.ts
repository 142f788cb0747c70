/**
 * The holder's portrait, kept as a file so that the card has its face with no network. Addresses from the server are
 * short-lived; the file is fetched once for each activation.
 */
import type { CardView } from '../lib/domain'

const KEY = 'portrait'
const HTTP_OK = 200

type Kept = { of: string; path: string }

/** The address to show: the kept file, else the server's. */
export function portraitOf(card: CardView): string {
  const kept = read()
  return kept?.of === nameOf(card) ? kept.path : card.portraitUrl
}

/** Fetches the portrait unless it is here already; without a network the next visit tries again. */
export async function keepPortrait(card: CardView): Promise<void> {
  if (card.portraitUrl === '' || read()?.of === nameOf(card)) {
    return
  }
  try {
    const filePath = `${wx.env.USER_DATA_PATH}/portrait-${card.number}.jpg`
    await download(card.portraitUrl, filePath)
    wx.setStorageSync(KEY, { of: nameOf(card), path: filePath } satisfies Kept)
  } catch {
    // The address stays in use for as long as it lives.
  }
}

function download(url: string, filePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success({ statusCode, tempFilePath }) {
        if (statusCode === HTTP_OK) {
          wx.getFileSystemManager().saveFile({ tempFilePath, filePath, success: () => resolve(), fail: reject })
        } else {
          reject(new Error('no portrait at this address'))
        }
      },
      fail: reject,
    })
  })
}

/** Forgets the kept file: it can no longer be read. */
export function dropPortrait(): void {
  wx.removeStorageSync(KEY)
}

function nameOf({ number, activatedAt }: CardView): string {
  return `${number}/${activatedAt}`
}

function read(): Kept | null {
  const stored: unknown = wx.getStorageSync(KEY)
  return typeof stored === 'object' && stored !== null && 'of' in stored && 'path' in stored ? (stored as Kept) : null
}

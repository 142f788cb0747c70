// Documents: the browser has no viewer for office files, so opening one is a download.
import { fileStore } from '../runtime/file-store'
import { apis } from './call'

const EXTENSION = /\.([a-z0-9]+)$/i
const OPENED = /^(docx?|xlsx?|pptx?|pdf)$/

async function openDocument({ filePath, fileType }: { filePath: string; fileType?: string }): Promise<void> {
  const type = fileType ?? EXTENSION.exec(filePath)?.[1] ?? ''
  if (!OPENED.test(type)) throw new Error('filetype not supported')
  download(filePath, `document.${type}`)
}

/** Gives the browser a stored file under a name. */
export function download(filePath: string, name: string): void {
  const url = fileStore.url(filePath)
  if (!url) throw new Error(`no such file or directory ${filePath}`)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
}

export const documents = apis({ openDocument })

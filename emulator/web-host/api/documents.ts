// Documents: the browser has no viewer for office files and no chats, so both ways out of WeChat become a download.
import { fileStore } from '../runtime/file-store'
import { apis } from './call'

const fileType = /\.([a-z0-9]+)$/i

async function openDocument({ filePath, fileType: type }: { filePath: string; fileType?: string }): Promise<void> {
  if (!/^(docx?|xlsx?|pptx?|pdf)$/.test(type ?? fileType.exec(filePath)?.[1] ?? ''))
    throw new Error('filetype not supported')
  download(filePath, `document.${type ?? fileType.exec(filePath)?.[1]}`)
}

async function shareFileMessage({ filePath, fileName }: { filePath: string; fileName?: string }): Promise<void> {
  download(filePath, fileName ?? filePath.split('/').pop()!)
}

function download(filePath: string, name: string): void {
  const bytes = fileStore.read(filePath)
  if (!bytes) throw new Error(`no such file or directory ${filePath}`)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart]))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

export const documents = apis({ openDocument, shareFileMessage })

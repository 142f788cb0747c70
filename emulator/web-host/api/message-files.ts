// Files of a chat: choosing one, and sending one to somebody. On this machine the chat is the computer's file chooser and its downloads.

import { showToast } from '../runtime/dialogs'
import { fileStore } from '../runtime/file-store'
import { icon } from '../runtime/frame/icons'
import { make, makeButton, showModalLayer } from '../runtime/frame/layer'
import { word } from '../runtime/words'
import { apis } from './call'
import { download } from './documents'

/** Shows the chat's files until some are chosen; [] when the person goes back. */
function openChat(count: number, extensions: readonly string[]): Promise<File[]> {
  return showModalLayer<File[]>('host-full host-album', (close) => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      accept: extensions.map((extension) => `.${extension}`).join(','),
      multiple: count > 1,
    })
    input.onchange = () => close([...(input.files ?? [])].slice(0, count))
    const choose = make('label', 'host-album-upload', icon('download'), word('upload'), input)
    const back = makeButton('host-text-button host-album-back', word('cancel'), () => close([]))
    const grid = make('div', 'host-album-grid', choose)
    return [make('header', 'host-album-head', back, make('b', '', word('chatFiles'))), grid]
  })
}

async function chooseMessageFile({ count = 100, extension = [] }: any) {
  const files = await openChat(count, extension)
  if (files.length === 0) throw new Error('cancel')
  const tempFiles = files.map(async (file) => {
    const type = file.name.split('.').pop() ?? 'bin'
    const path = fileStore.temporary(new Uint8Array(await file.arrayBuffer()), type, file.type)
    return { path, name: file.name, size: file.size, type: 'file', time: Math.floor(file.lastModified / 1000) }
  })
  return { tempFiles: await Promise.all(tempFiles) }
}

async function shareFileMessage({ filePath, fileName }: { filePath: string; fileName?: string }): Promise<void> {
  download(filePath, fileName ?? filePath.split('/').pop() ?? '')
  showToast({ title: word('sent') })
}

export const messageFiles = apis({ chooseMessageFile, shareFileMessage })

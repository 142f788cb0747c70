// Pictures: choosing, looking at, measuring, compressing, saving.

import { showActionSheet, showToast } from '../runtime/dialogs'
import { fileStore } from '../runtime/file-store'
import { make, makeButton, showModalLayer } from '../runtime/frame/layer'
import { currentPage } from '../runtime/page-stack'
import { loadableUrl, readBytes } from '../runtime/resources'
import { word } from '../runtime/words'
import { keepPicture, openAlbum, type Picked } from './album'
import { apis } from './call'
import { canvasToFile } from './canvas'
import { requireScope } from './permissions'
import { privacyGate } from './privacy'

async function choose(name: string, { count = 9, sourceType = ['album', 'camera'] }: any): Promise<Picked[]> {
  await privacyGate(name)
  const sources = (sourceType as string[]).includes('camera') ? [word('takePhoto'), word('album')] : [word('album')]
  if (sources.length > 1 && (await showActionSheet(sources)) < 0) throw new Error('cancel')
  const files = await openAlbum(count)
  if (files.length === 0) throw new Error('cancel')
  return Promise.all(files.map(keepPicture))
}

async function chooseMedia(options: any) {
  const picked = await choose('chooseMedia', options)
  return { type: 'image', tempFiles: picked.map((file) => ({ ...file, fileType: 'image' })) }
}

async function chooseImage(options: any) {
  const picked = await choose('chooseImage', options)
  const tempFiles = picked.map(({ tempFilePath, size }) => ({ path: tempFilePath, size }))
  return { tempFilePaths: picked.map(({ tempFilePath }) => tempFilePath), tempFiles }
}

async function decode(src: string): Promise<ImageBitmap> {
  const bytes = await readBytes(src, currentPage()?.path)
  return createImageBitmap(new Blob([bytes]))
}

async function getImageInfo({ src }: { src: string }) {
  const { width, height } = await decode(src)
  return { width, height, path: src, orientation: 'up', type: src.split('.').pop()?.toLowerCase() ?? 'unknown' }
}

/** Always JPEG, as on a phone; `quality` is 0 … 100. */
async function compressImage({ src, quality = 80, compressedWidth, compressedHeight }: any) {
  const picture = await decode(src)
  const scale = compressedWidth
    ? compressedWidth / picture.width
    : compressedHeight
      ? compressedHeight / picture.height
      : 1
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')!.drawImage(picture, 0, 0, width, height)
  return { tempFilePath: await canvasToFile(canvas, 'jpg', quality / 100) }
}

async function previewImage({ urls = [], current }: any): Promise<void> {
  const shown: string[] = urls.map((one: any) => one.url ?? one)
  const start = typeof current === 'number' ? shown[current] : (current ?? shown[0])
  const url = await loadableUrl(start ?? '', currentPage()?.path)
  void showModalLayer<void>(
    'host-full host-preview',
    (close) => {
      const picture = Object.assign(new Image(), { src: url, alt: '' })
      const leave = makeButton('host-preview-page', picture, () => close())
      leave.setAttribute('aria-label', word('close'))
      const many =
        shown.length > 1 ? [make('p', 'host-preview-count', `${shown.indexOf(start ?? '') + 1} / ${shown.length}`)] : []
      return [leave, ...many]
    },
    { outcome: undefined },
  )
}

async function saveImageToPhotosAlbum({ filePath }: { filePath: string }): Promise<void> {
  await privacyGate('saveImageToPhotosAlbum')
  await requireScope('scope.writePhotosAlbum')
  const url = fileStore.url(filePath)
  if (!url) throw new Error(`file doesn't exist`)
  Object.assign(document.createElement('a'), { href: url, download: filePath.split('/').pop() }).click()
  showToast({ title: word('saved') })
}

export const media = apis({
  chooseMedia,
  chooseImage,
  getImageInfo,
  compressImage,
  previewImage,
  previewMedia: ({ sources, current = 0 }) => previewImage({ urls: sources, current }),
  saveImageToPhotosAlbum,
})

// The phone's album: drawn sample pictures (so that nobody has to look for a portrait on their computer), and a file input.
import { fileStore } from '../runtime/file-store'
import { icon } from '../runtime/frame/icons'
import { make, makeButton, showModalLayer } from '../runtime/frame/layer'
import { word } from '../runtime/words'
import { samplePictures } from './sample-pictures'

export interface Picked {
  tempFilePath: string
  size: number
  width: number
  height: number
}

/** Shows the album until pictures are chosen. Resolves with [] when the person goes back. */
export function openAlbum(count: number): Promise<File[]> {
  return showModalLayer<File[]>('host-full host-album', (close) => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      accept: 'image/*',
      multiple: count > 1,
    })
    input.onchange = () => close([...(input.files ?? [])].slice(0, count))
    const upload = make('label', 'host-album-upload', icon('download'), word('upload'), input)
    const grid = make('div', 'host-album-grid', upload)
    for (const { label, draw } of samplePictures()) {
      const preview = draw(240)
      const cell = makeButton('host-album-cell', preview, async () => close([await toFile(draw(960), label)]))
      cell.append(make('span', '', label))
      grid.append(cell)
    }
    const back = makeButton('host-text-button host-album-back', word('cancel'), () => close([]))
    return [make('header', 'host-album-head', back, make('b', '', word('photos'))), grid]
  })
}

async function toFile(canvas: HTMLCanvasElement, name: string): Promise<File> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
  return new File([blob!], `${name}.jpg`, { type: 'image/jpeg' })
}

/** Puts a picture into a temporary file. Throws when it is no picture. */
export async function keepPicture(file: Blob): Promise<Picked> {
  const { width, height } = await createImageBitmap(file)
  const extension = { 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' }[file.type] ?? 'jpg'
  const tempFilePath = fileStore.temporary(new Uint8Array(await file.arrayBuffer()), extension, file.type)
  return { tempFilePath, size: file.size, width, height }
}

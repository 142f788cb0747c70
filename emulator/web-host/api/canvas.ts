// Canvas: off screen, and to a temporary file.
import { asCanvasNode } from '../runtime/elements/canvas'
import { fileStore } from '../runtime/file-store'
import { apis } from './call'

function createOffscreenCanvas({ width = 300, height = 150, type = 'webgl' }: any = {}): HTMLCanvasElement {
  if (type !== '2d') throw new Error('wx.createOffscreenCanvas: only type "2d" is available in the web host')
  return asCanvasNode(Object.assign(document.createElement('canvas'), { width, height }))
}

/** Encodes a canvas into a temporary file. */
export async function canvasToFile(canvas: HTMLCanvasElement, fileType: 'png' | 'jpg', quality = 1): Promise<string> {
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  if (!blob) throw new Error('canvas is empty')
  return fileStore.temporary(new Uint8Array(await blob.arrayBuffer()), fileType, type)
}

async function canvasToTempFilePath(options: any): Promise<{ tempFilePath: string }> {
  const canvas: HTMLCanvasElement | undefined = options.canvas
  if (!canvas) throw new Error('canvas is required (canvasId is not available in the web host)')
  const { x = 0, y = 0, width = canvas.width - x, height = canvas.height - y } = options
  const { destWidth = width, destHeight = height, fileType = 'png', quality = 1 } = options
  const target = Object.assign(document.createElement('canvas'), { width: destWidth, height: destHeight })
  target.getContext('2d')!.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight)
  return { tempFilePath: await canvasToFile(target, fileType, quality) }
}

export const canvasApi = { createOffscreenCanvas, ...apis({ canvasToTempFilePath }) }

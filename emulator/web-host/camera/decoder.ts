// QR codes in pixels, by zxing-cpp as WebAssembly (served from /phone/, loaded when a camera first opens).
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

prepareZXingModule({ overrides: { locateFile: (file: string) => `/phone/${file}` } })

export interface Decoded {
  text: string
  bytes: Uint8Array
}

/** The QR code in a picture, or undefined. */
export async function decodePixels(picture: HTMLCanvasElement | ImageBitmap): Promise<Decoded | undefined> {
  const { width, height } = picture
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  const [found] = await readBarcodes(context.getImageData(0, 0, width, height), {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  })
  return found?.isValid ? { text: found.text, bytes: found.bytes } : undefined
}

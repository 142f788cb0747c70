/**
 * A screenshot of a phone as another phone's camera sees it: laid out by Chromium at an angle, out of focus, too dark, partly
 * covered, and handed over as pixels. The same idea as test/optical/camera, for pages as they really are.
 */
import type { Picture } from '../optical/camera'
import type { Page } from './browser'

/** A rectangle of the screenshot, CSS pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Lens = {
  /** Width of the screen in the picture, pixels; the phone's own is 375. */
  readonly width: number
  /** CSS of the screen: filter and transform. */
  readonly style?: string
  /** What of the screen can be seen; all of it when left out. */
  readonly visible?: Box
}

/** Takes a picture of a screenshot (PNG) in a room, which is a page of its own. */
export async function look(room: Page, screenshot: Buffer, { width, style = '', visible }: Lens): Promise<Picture> {
  const source = `data:image/png;base64,${screenshot.toString('base64')}`
  const clip = visible ? `clip-path: ${insetOf(visible, width)};` : ''
  await room.setContent(
    `<body style="margin:0;background:#222"><img src="${source}" style="display:block;margin:30px auto;width:${width}px;${clip}${style}">`,
  )
  await room.locator('img').evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode())
  return pixelsOf(room, await room.screenshot({ fullPage: true }))
}

// The screenshot is 375 wide.
function insetOf({ x, y, width, height }: Box, shown: number): string {
  const scale = shown / 375
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((edge) => Math.round(edge * scale))
  return `polygon(${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px)`
}

async function pixelsOf(room: Page, png: Buffer): Promise<Picture> {
  const { data, width, height } = await room.evaluate(readPixels, png.toString('base64'))
  return { data: new Uint8ClampedArray(Buffer.from(data, 'base64')), width, height }
}

/** Runs in the browser. */
async function readPixels(base64: string): Promise<{ data: string; width: number; height: number }> {
  const scope = globalThis as any
  const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob()
  const bitmap = await scope.createImageBitmap(blob)
  const canvas = new scope.OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  let text = ''
  for (let start = 0; start < data.length; start += 8192) {
    text += String.fromCharCode(...data.subarray(start, start + 8192))
  }
  return { data: scope.btoa(text), width: bitmap.width, height: bitmap.height }
}

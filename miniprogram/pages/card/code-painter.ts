/**
 * Paints the code and the ring around it on two canvases: the code changes every ten seconds and is painted then, the ring
 * runs down all the time. Black on white whatever the theme, whole device pixels per module, so that scanners see edges.
 */
import type { QrMatrix } from '../../lib/domain'

type Context = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D
type Canvas = WechatMiniprogram.Canvas

/** A canvas of type 2d with its size in CSS pixels. */
export type Surface = { node: Canvas; width: number }

const RING_WIDTH = 6
const RING_RADIUS = 22

/** Paints a matrix; it fills the canvas up to whole pixels per module and is centred. */
export function paintCode(surface: Surface, matrix: QrMatrix, pixelRatio: number): void {
  const { node } = surface
  const context = contextOf(surface, pixelRatio)
  const module = Math.floor(node.width / matrix.size)
  const margin = Math.floor((node.width - module * matrix.size) / 2)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, node.width, node.height)
  context.fillStyle = '#000000'
  for (const [y, row] of matrix.rows.entries()) {
    for (const [x, dark] of row.entries()) {
      if (dark) {
        context.fillRect(margin + x * module, margin + y * module, module, module)
      }
    }
  }
}

/**
 * Paints the ring: a rounded square of which `share` (1 to 0) is left, starting at the middle of the top.
 * @param colour of the part that is left
 */
export function paintRing(surface: Surface, share: number, colour: string, pixelRatio: number): void {
  const { width } = surface
  const context = contextOf(surface, pixelRatio)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.clearRect(0, 0, width, width)
  context.lineWidth = RING_WIDTH
  context.lineCap = 'round'
  const side = width - RING_WIDTH
  const length = 4 * (side - 2 * RING_RADIUS) + 2 * Math.PI * RING_RADIUS
  for (const [part, stroke] of [
    [1, '#e3e6e7'],
    [share, colour],
  ] as const) {
    context.strokeStyle = stroke
    context.setLineDash([Math.max(length * part, 0.01), length])
    trace(context, RING_WIDTH / 2, side)
    context.stroke()
  }
}

// Clockwise from the middle of the top edge, so that the ring runs down like a clock.
function trace(context: Context, start: number, side: number): void {
  const end = start + side
  const middle = start + side / 2
  context.beginPath()
  context.moveTo(middle, start)
  context.arcTo(end, start, end, end, RING_RADIUS)
  context.arcTo(end, end, start, end, RING_RADIUS)
  context.arcTo(start, end, start, start, RING_RADIUS)
  context.arcTo(start, start, end, start, RING_RADIUS)
  context.lineTo(middle, start)
}

// The canvas in device pixels; setting a size clears it, so it is set only when it differs.
function contextOf({ node, width }: Surface, pixelRatio: number): Context {
  const side = Math.round(width * pixelRatio)
  if (node.width !== side || node.height !== side) {
    node.width = side
    node.height = side
  }
  return node.getContext('2d') as Context
}

/** Painting: whole pixels per module, dark on white, nothing outside the canvas; the ring's length follows the share. */
import { paintCode, paintRing } from '../../../../miniprogram/pages/card/code-painter'

type Rectangle = { x: number; y: number; width: number; height: number; colour: string }

function canvas(width: number) {
  const rectangles: Rectangle[] = []
  const dashes: number[][] = []
  const context = new Proxy({ fillStyle: '' } as Record<string, any>, {
    get(target, name: string) {
      if (name === 'fillRect') {
        return (x: number, y: number, w: number, h: number) =>
          rectangles.push({ x, y, width: w, height: h, colour: target.fillStyle })
      }
      if (name === 'setLineDash') {
        return (dash: number[]) => dashes.push(dash)
      }
      return target[name] ?? (() => {})
    },
  })
  const node: any = { width: 0, height: 0, getContext: () => context }
  return { surface: { node, width }, rectangles, dashes, node }
}

const matrix = {
  size: 57,
  rows: Array.from({ length: 57 }, (_, y) => Array.from({ length: 57 }, (_, x) => (x + y) % 2 === 0)),
}

test.each([
  [290, 2],
  [290, 3],
  [333, 3],
  [290, 1.5],
])('at %i px and a pixel ratio of %d every module is a whole number of pixels', (width, ratio) => {
  const { surface, rectangles, node } = canvas(width)
  paintCode(surface, matrix, ratio)
  const [background, ...modules] = rectangles
  expect(background).toEqual({ x: 0, y: 0, width: node.width, height: node.width, colour: '#ffffff' })
  expect(modules).toHaveLength(Math.ceil((57 * 57) / 2))
  const side = modules[0]?.width ?? 0
  expect(side).toBe(Math.floor(node.width / 57))
  for (const { x, y, width: w, height: h, colour } of modules) {
    expect([x, y, w, h].every(Number.isInteger)).toBe(true)
    expect([w, h, colour]).toEqual([side, side, '#000000'])
    expect(x + w <= node.width && y + h <= node.width && x >= 0 && y >= 0).toBe(true)
  }
})

test('the ring is as long as what is left', () => {
  const { surface, dashes } = canvas(305)
  paintRing(surface, 0.25, '#0b5a66', 2)
  const [whole, part] = dashes.map(([dash]) => dash ?? 0)
  expect((part ?? 0) / (whole ?? 1)).toBeCloseTo(0.25)
})

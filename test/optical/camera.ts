/**
 * A phone's screen as another phone's camera sees it, in plain arrays of pixels: the code on its white plate, the page around
 * it, seen from a distance and at an angle, out of focus, too dark or too bright, with noise. Lengths are in modules of the code.
 */
import type { QrMatrix } from '../../domain/pass'
import { chanceOf } from '../fuzz/chance'

export type View = {
  /** Pixels of a module in the middle of the picture. */
  readonly scale: number
  /** Degrees by which the screen leans away: to the side, backwards, and its turn in its own plane. */
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
  /** Standard deviation of the blur, in modules. */
  readonly blur: number
  /** Light of the darkest and the brightest parts of the screen, 0 to 255. */
  readonly black: number
  readonly white: number
  /** Light that a window throws on the screen, 0 to 255, from nothing at the left edge. */
  readonly glare: number
  /** Standard deviation of the camera's noise, 0 to 255. */
  readonly noise: number
  /** Modules of white around the code that can be seen. */
  readonly quiet: number
  /** The page around the plate. */
  readonly page: Page
}
/** How light the page is, 0 to 1, and how much of it is words of the opposite lightness. */
export type Page = { readonly light: number; readonly words: number }
export type Picture = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

/** Straight, sharp, bright, on a light page. */
export const plainView: View = {
  scale: 4,
  yaw: 0,
  pitch: 0,
  roll: 0,
  blur: 0,
  black: 0,
  white: 255,
  glare: 0,
  noise: 0,
  quiet: 4,
  page: { light: 1, words: 0 },
}

// Taken once: looking up a global is slow inside jest, and these run for every pixel.
const { abs, floor, max, min } = Math

const MATRIX_QUIET = 4
/** From the camera to the screen. */
const DISTANCE = 150
/** What the picture shows, along one side. */
const FIELD = 76
/** Points looked at in a pixel, along one side. */
const SAMPLES = 2

/** Takes a picture: RGBA, all three colours alike. */
export function photograph(matrix: QrMatrix, view: View): Picture {
  const width = Math.round(FIELD * view.scale)
  const seen = blurred(exposed(matrix, view, width), width, view.blur * view.scale)
  const normal = view.noise > 0 ? normalOf(view) : () => 0
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let index = 0; index < seen.length; index++) {
    const glare = (view.glare * (index % width)) / width
    const light = view.black + (view.white - view.black) * seen[index]! + glare + view.noise * normal()
    data.fill(light, index * 4, index * 4 + 3)
  }
  return { data, width, height: width }
}

/** Lightness of each pixel, 0 to 1. */
function exposed(matrix: QrMatrix, view: View, width: number): Float32Array {
  const [right, down, away] = axesOf(view)
  const lightAt = screenOf(matrix, view)
  const seen = new Float32Array(width * width)
  for (let row = 0; row < width * SAMPLES; row++) {
    const v = ((row + 0.5) / SAMPLES - width / 2) / view.scale
    for (let column = 0; column < width * SAMPLES; column++) {
      const u = ((column + 0.5) / SAMPLES - width / 2) / view.scale
      // The ray (u, v, DISTANCE) meets the screen at this multiple of itself.
      const reach = (DISTANCE * away.z) / (away.x * u + away.y * v + away.z * DISTANCE)
      const x = reach * (right.x * u + right.y * v + right.z * DISTANCE) - right.z * DISTANCE
      const y = reach * (down.x * u + down.y * v + down.z * DISTANCE) - down.z * DISTANCE
      seen[floor(row / SAMPLES) * width + floor(column / SAMPLES)]! += lightAt(x, y) / SAMPLES ** 2
    }
  }
  return seen
}

type Vector = { readonly x: number; readonly y: number; readonly z: number }

/** The screen's own axes after its turns. */
function axesOf({ yaw, pitch, roll }: View): [Vector, Vector, Vector] {
  const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number]
  const turned = (x: number, y: number, z: number): Vector => {
    const [x1, y1] = [x * Math.cos(c) - y * Math.sin(c), x * Math.sin(c) + y * Math.cos(c)]
    const [y2, z2] = [y1 * Math.cos(b) - z * Math.sin(b), y1 * Math.sin(b) + z * Math.cos(b)]
    return { x: x1 * Math.cos(a) + z2 * Math.sin(a), y: y2, z: z2 * Math.cos(a) - x1 * Math.sin(a) }
  }
  return [turned(1, 0, 0), turned(0, 1, 0), turned(0, 0, 1)]
}

/** The lightness of a point of the screen, from the middle of the code. */
function screenOf({ size, rows }: QrMatrix, { quiet, page }: View): (x: number, y: number) => number {
  const half = size / 2
  const plate = half - MATRIX_QUIET + quiet
  return (x, y) => {
    if (abs(x) < plate && abs(y) < plate) {
      return rows[floor(y + half)]?.[floor(x + half)] ? 0 : 1
    }
    return isWord(x, y, page.words) ? 1 - page.light : page.light
  }
}

// Strokes of half a module, in lines of three with two between: as dense as small print.
function isWord(x: number, y: number, share: number): boolean {
  const line = ((y % 5) + 5) % 5
  const stroke = floor(x * 2) * 7919 + floor(y * 2) * 104_729
  return line < 3 && ((stroke * 2_654_435_761) >>> 8) % 100 < share * 100
}

/** Gaussian blur of `sigma` pixels, along rows and then along columns. */
function blurred(image: Float32Array, width: number, sigma: number): Float32Array {
  if (sigma === 0) {
    return image
  }
  const reach = Math.ceil(3 * sigma)
  const bell = Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-((index - reach) ** 2) / (2 * sigma ** 2)))
  const total = bell.reduce((sum, weight) => sum + weight, 0)
  const weights = bell.map((weight) => weight / total)
  return blurredAlong(blurredAlong(image, width, weights, 1), width, weights, width)
}

/** @param step from a pixel to the next: 1 along a row, the width along a column */
function blurredAlong(image: Float32Array, width: number, weights: readonly number[], step: number): Float32Array {
  const reach = (weights.length - 1) / 2
  const soft = new Float32Array(image.length)
  for (let index = 0; index < image.length; index++) {
    const place = step === 1 ? index % width : floor(index / width)
    let light = 0
    for (let tap = -reach; tap <= reach; tap++) {
      const moved = min(width - 1, max(0, place + tap))
      light += weights[tap + reach]! * image[index + (moved - place) * step]!
    }
    soft[index] = light
  }
  return soft
}

/** Normally distributed numbers (Box and Muller), the same for the same view. */
function normalOf(view: View): () => number {
  const chance = chanceOf(Math.round(view.scale * 100 + view.noise))
  const uniform = () => (chance.below(1_000_000) + 0.5) / 1_000_000
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

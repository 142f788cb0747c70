/**
 * The fine curves of the card face, drawn from the card number: rosettes as on banknotes, one line repeated at small turns
 * until the lines weave. Petals, depth and turn come from the digits, so each card is a little different and a picture put
 * together by hand looks wrong. Pure: a number gives an SVG, the SVG goes into a style as a data address.
 */

const SIDE = 1000
const MIDDLE = SIDE / 2
const COPIES = 7
const POINTS_PER_PETAL = 16
const FULL_TURN = 360

type Rosette = { petals: number; radius: number; depth: number }

/** A CSS value for background-image; `number` is the card number, or any text. */
export function guilloche(number: string): string {
  const [, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = [...number.padEnd(10, '5')].map((digit) => Number(digit) || 0)
  const outer: Rosette = { petals: 9 + a, radius: 492, depth: 0.3 + b / 50 }
  const inner: Rosette = { petals: 7 + c, radius: 300, depth: 0.4 + d / 40 }
  const turn = 0.6 + (e * 10 + f) / 250
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${SIDE} ${SIDE}'>` +
    `<g fill='none' stroke='white' stroke-width='1.6'>${weave(outer, turn, 'o')}${weave(inner, -turn, 'i')}</g></svg>`
  return `url("data:image/svg+xml,${encode(svg)}")`
}

// The first line is drawn, the others refer to it: seven lines for the size of one.
function weave(rosette: Rosette, turn: number, id: string): string {
  const step = (FULL_TURN / rosette.petals / COPIES) * turn
  const copies = Array.from({ length: COPIES - 1 }, (_, index) => {
    const angle = ((index + 1) * step).toFixed(2)
    return `<use href='#${id}' transform='rotate(${angle} ${MIDDLE} ${MIDDLE})'/>`
  })
  return `<path id='${id}' d='${path(rosette)}'/>${copies.join('')}`
}

// A circle whose radius swings once for each petal.
function path({ petals, radius, depth }: Rosette): string {
  const steps = petals * POINTS_PER_PETAL
  const points = Array.from({ length: steps }, (_, index) => {
    const angle = (index / steps) * 2 * Math.PI
    const swing = 1 - depth * (0.5 + 0.5 * Math.sin(petals * angle))
    const x = MIDDLE + radius * swing * Math.cos(angle)
    const y = MIDDLE + radius * swing * Math.sin(angle)
    return `${Math.round(x)} ${Math.round(y)}`
  })
  return `M${points.join('L')}Z`
}

function encode(svg: string): string {
  return svg.replace(/%/g, '%25').replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')
}

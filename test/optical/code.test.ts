/**
 * The code on one phone's screen, seen by another's camera, read by two decoders of different make. WeChat's own scanner
 * cannot run here; what these two read without its tricks, it reads as well.
 */
import { decide, passMatrix, type QrMatrix } from '../../domain/pass'
import { codeOf, gate, STEP } from '../domain/pass/scene'
import { type Page, photograph, plainView, type View } from './camera'
import { loadZxing, scanners } from './scanners'

beforeAll(loadZxing)

const lightPage: Page = { light: 1, words: 0.4 }
const darkPage: Page = { light: 0.05, words: 0.4 }
const bareDarkPage: Page = { light: 0.05, words: 0 }

/** A guard's phone above a holder's, at dusk: leaning, turned, a little out of focus. */
const inTheHand: Partial<View> = {
  scale: 5,
  yaw: 12,
  pitch: 8,
  roll: 6,
  blur: 0.25,
  black: 30,
  white: 170,
  glare: 40,
  noise: 3,
  page: darkPage,
}

const text = codeOf()
const answer = codeOf({ challenge: 4711 })

function matrixOf(shown: string): QrMatrix {
  const matrix = passMatrix(shown)
  if (!matrix) {
    throw new Error('this is no pass')
  }
  return matrix
}

const views: [string, Partial<View>][] = [
  ['2 pixels a module', { scale: 2 }],
  ['3 pixels a module', { scale: 3 }],
  ['4 pixels a module', { scale: 4 }],
  ['6 pixels a module', { scale: 6 }],
  ['8 pixels a module', { scale: 8 }],
  ['blurred over 0.3 of a module', { blur: 0.3 }],
  ['blurred over 0.4 of a module', { blur: 0.4, scale: 6 }],
  ['leaning 15° to the side', { yaw: 15, scale: 5 }],
  ['leaning 15° backwards', { pitch: -15, scale: 5 }],
  ['leaning 25° both ways', { yaw: -25, pitch: 25, scale: 6 }],
  ['leaning 35° to the side', { yaw: 35, scale: 6 }],
  ['leaning 35° backwards', { pitch: 35, scale: 6 }],
  ['turned by 3°', { roll: 3 }],
  ['turned by 10°', { roll: -10 }],
  ['turned by 45°', { roll: 45 }],
  ['lying on its side', { roll: 90 }],
  ['upside down', { roll: 180 }],
  ['a screen that is dimmed', { black: 0, white: 40 }],
  ['a dimmed screen in a dim room', { black: 20, white: 60 }],
  ['a screen washed out by the sun', { black: 150, white: 255 }],
  ['little contrast', { black: 110, white: 150 }],
  ['a window mirrored on one side', { black: 20, white: 120, glare: 120 }],
  ['a noisy camera', { noise: 10 }],
  ['a very noisy camera', { noise: 25 }],
  ['a light page with words', { page: lightPage }],
  ['a dark page with words', { page: darkPage }],
  ['half the quiet zone, a light page', { quiet: 2, page: lightPage }],
  ['half the quiet zone, a dark page', { quiet: 2, page: bareDarkPage }],
  ['a quarter of the quiet zone, a light page', { quiet: 1, page: lightPage }],
  ['a quarter of the quiet zone, a dark page with words', { quiet: 1, page: darkPage }],
  ['no quiet zone, a light page', { quiet: 0 }],
  ['all at once, in the hand', inTheHand],
]

/** What each scanner reads in one picture. */
async function read(shown: string, view: Partial<View>) {
  const picture = photograph(matrixOf(shown), { ...plainView, ...view })
  return { zxing: await scanners.zxing(picture), jsqr: await scanners.jsqr(picture) }
}

describe('both read', () => {
  test.each(views)('%s', async (_, view) => {
    expect(await read(text, view)).toEqual({ zxing: text, jsqr: text })
  })

  test('an answer to a challenge', async () => {
    expect(await read(answer, inTheHand)).toEqual({ zxing: answer, jsqr: answer })
  })

  test('one code after another', async () => {
    for (let steps = 1; steps < 5; steps++) {
      const code = codeOf({ step: STEP + steps })
      expect(await read(code, inTheHand)).toEqual({ zxing: code, jsqr: code })
    }
  })
})

// Why the white plate is a part of the code, whatever the theme.
test('neither reads a code that a dark page touches', async () => {
  expect(await read(text, { quiet: 0, page: bareDarkPage })).toEqual({ zxing: null, jsqr: null })
})

test('what is read in the hand is admitted', async () => {
  const { zxing } = await read(text, inTheHand)
  expect(decide(zxing ?? '', gate()).verdict).toBe('admitted')
})

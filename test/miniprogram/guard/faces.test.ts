/** @jest-environment node */
import fs from 'node:fs'
import path from 'node:path'
import { faceNames, faceOf } from '../../../miniprogram/guard/faces'
import { admits, signalOf, verdictCodes } from '../../../miniprogram/guard/lib/domain'
import { signalNames } from '../../../miniprogram/guard/signals'
import { lookOf, lookOfSignal } from '../../../miniprogram/guard/views/looks'
import { words } from '../../../miniprogram/guard/words'
import { university } from '../../../miniprogram/lib/domain'

const plain = verdictCodes.map((verdict) => [verdict, faceOf({ verdict, answering: false })] as const)
const shapes = { green: 'tick', amber: 'triangle', red: 'cross' }

test.each(plain)('%s has its colour, its shape and words in both languages', (verdict, face) => {
  expect(face.name).toBe(verdict)
  expect(face.colour).toBe(signalOf(verdict))
  expect(face.shape).toBe(shapes[face.colour])
  for (const language of ['zh', 'en'] as const) {
    const { title, reason, next } = words[language].faces[face.name]
    expect([title, reason, next].every((sentence) => sentence.trim().length > 0)).toBe(true)
  }
})

test('the closed list of faces is every verdict and the two failures of an answer', () => {
  expect([...faceNames].sort()).toEqual([...verdictCodes, 'number_old', 'number_wrong'].sort())
})

test('two words fit: four characters in Chinese, two words in English', () => {
  for (const name of faceNames) {
    expect(words.zh.faces[name].title).toHaveLength(4)
    expect(words.en.faces[name].title.split(' ').length).toBeLessThanOrEqual(3)
    expect(words.en.faces[name].title.length).toBeLessThanOrEqual(12)
  }
})

test('no two titles are alike', () => {
  for (const language of ['zh', 'en'] as const) {
    expect(new Set(faceNames.map((name) => words[language].faces[name].title)).size).toBe(faceNames.length)
  }
})

test('only green goes by itself, never amber, never red', () => {
  for (const [, face] of plain) {
    expect(face.returnsAfter !== null).toBe(face.colour === 'green')
  }
  expect(faceOf({ verdict: 'forged', answering: true }).returnsAfter).toBeNull()
})

test('nobody is let in under a cross, nobody refused under a tick', () => {
  for (const [verdict, face] of plain) {
    expect(admits(verdict) && face.shape === 'cross').toBe(false)
    expect(!admits(verdict) && face.shape === 'tick').toBe(false)
  }
})

test('a mistyped number is no forgery, and a used one no replay: both ask for another number', () => {
  expect(faceOf({ verdict: 'forged', answering: true })).toMatchObject({
    name: 'number_wrong',
    colour: 'amber',
    asksNumber: true,
  })
  expect(faceOf({ verdict: 'replayed', answering: true })).toMatchObject({
    name: 'number_old',
    colour: 'amber',
    asksNumber: true,
  })
  expect(faceOf({ verdict: 'revoked', answering: true })).toMatchObject({
    name: 'revoked',
    colour: 'red',
    asksNumber: false,
  })
})

test('a wrong clock offers the number, other verdicts do not', () => {
  expect(plain.filter(([, face]) => face.asksNumber).map(([verdict]) => verdict)).toEqual(['clock_wrong'])
})

test('lists and legend show the same colour and shape as the screen', () => {
  for (const [verdict, face] of plain) {
    expect(lookOf(verdict)).toEqual({ colour: face.colour, shape: face.shape })
  }
  expect(lookOf('number_wrong')).toEqual({ colour: 'amber', shape: 'triangle' })
  expect(signalNames.map((name) => lookOfSignal(name).colour)).toEqual(['green', 'amber', 'amber', 'red', 'red'])
})

test('every sentence follows WeChat’s font size setting; fixed are only words that are far larger', () => {
  const folder = path.resolve(__dirname, '../../../miniprogram/guard')
  const sheets = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wxss'))
  expect(sheets.length).toBeGreaterThan(5)
  for (const sheet of sheets) {
    const rules = fs.readFileSync(path.join(folder, sheet), 'utf8')
    const fixed = [...rules.matchAll(/font-size: (\d+)rpx/g)].map(([, size]) => Number(size))
    expect([sheet, fixed.filter((size) => size < 44)]).toEqual([sheet, []])
  }
})

describe('contrast', () => {
  const sheet = fs.readFileSync(path.resolve(__dirname, '../../../miniprogram/guard/styles/guard.wxss'), 'utf8')
  const colour = (name: string) => sheet.match(new RegExp(`--${name}: (#[0-9a-f]{6})`))?.[1] ?? ''

  test.each(['green', 'amber', 'red'])('%s reads at 7:1 and more', (name) => {
    expect(contrast(colour(`${name}-ground`), colour(`${name}-ink`))).toBeGreaterThanOrEqual(7)
  })

  test('soft text of the guard’s pages reads at 7:1 in both themes', () => {
    const tokens = fs.readFileSync(path.resolve(__dirname, '../../../miniprogram/styles/tokens.wxss'), 'utf8')
    const grounds = [...tokens.matchAll(/--(page|surface): (#[0-9a-f]{6})/g)].map(([, , value]) => value ?? '')
    const soft = [...sheet.matchAll(/--text-soft: (#[0-9a-f]{6})/g)].map(([, value]) => value ?? '')
    expect(grounds).toHaveLength(4)
    expect(soft).toHaveLength(2)
    expect(contrast(soft[0] ?? '', grounds[0] ?? '')).toBeGreaterThanOrEqual(7)
    expect(contrast(soft[0] ?? '', grounds[1] ?? '')).toBeGreaterThanOrEqual(7)
    expect(contrast(soft[1] ?? '', grounds[2] ?? '')).toBeGreaterThanOrEqual(7)
    expect(contrast(soft[1] ?? '', grounds[3] ?? '')).toBeGreaterThanOrEqual(7)
  })

  const tokens = fs.readFileSync(path.resolve(__dirname, '../../../miniprogram/styles/tokens.wxss'), 'utf8')
  const themes = ['light', 'dark'] as const
  /** A colour of the guard's pages in a theme: their own value, else that of every page, else of the lighter theme. */
  const of = (name: string, theme: (typeof themes)[number]): string => {
    const found = [sheet, tokens].flatMap((source) => {
      const [light = '', dark = ''] = source.split('prefers-color-scheme: dark')
      const value = (part: string) => part.match(new RegExp(`--${name}: (#[0-9a-f]{6})`))?.[1]
      return theme === 'dark' ? [value(dark), value(light)] : [value(light)]
    })
    const { accent } = university.colours
    return found.find(Boolean) ?? (name === 'brand' ? accent : '')
  }
  const pairs = [
    ['text', 'page'],
    ['text', 'surface'],
    ['text', 'surface-raised'],
    ['text', 'brand-soft'],
    ['text', 'bad-soft'],
    ['text-soft', 'line'],
    ['on-brand', 'brand'],
  ] as const

  test.each(themes.flatMap((theme) => pairs.map(([ink, ground]) => [theme, ink, ground] as const)))(
    'in the %s theme %s on %s reads at 7:1',
    (theme, ink, ground) => {
      const soft = { light: university.colours.accentSoft, dark: university.colours.accentSoftDark }
      const under = ground === 'brand-soft' ? soft[theme] : of(ground, theme)
      expect(contrast(of(ink, theme), under)).toBeGreaterThanOrEqual(7)
    },
  )

  test('the number that two people read, and the buttons on the faces, too', () => {
    const files = ['number-panel/number-panel', 'verdict-face/verdict-face'].map((file) =>
      fs.readFileSync(path.resolve(__dirname, `../../../miniprogram/guard/components/${file}.wxss`), 'utf8'),
    )
    const rules = files.join('\n').match(/\{[^}]*\}/g) ?? []
    const plain = rules
      .map((rule) => [rule.match(/background: (#[0-9a-f]{6})/)?.[1], rule.match(/[^-]color: (#[0-9a-f]{6})/)?.[1]])
      .filter((pair): pair is [string, string] => pair.every(Boolean))
    expect(plain.length).toBeGreaterThanOrEqual(4)
    for (const [ground, ink] of plain) {
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(7)
    }
  })
})

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** @jest-environment node */
import { faceNames } from '../../../miniprogram/guard/faces'
import { type Beat, signalNameOf, signalNames, signals } from '../../../miniprogram/guard/signals'
import { waveOf } from '../../../miniprogram/guard/wave'

test.each(faceNames)('%s has a melody and a vibration', (face) => {
  const { tones, beats } = signals[signalNameOf(face)]
  expect(tones.some(({ hertz }) => hertz > 0)).toBe(true)
  expect(beats.some((beat: Beat) => typeof beat === 'string')).toBe(true)
})

test('no two signals sound or feel alike', () => {
  const of = (part: 'tones' | 'beats') => new Set(signalNames.map((name) => JSON.stringify(signals[name][part])))
  expect(of('tones').size).toBe(signalNames.length)
  expect(of('beats').size).toBe(signalNames.length)
})

test('only letting in goes up and ends there; refusing goes down', () => {
  const slope = (name: (typeof signalNames)[number]) => {
    const sounding = signals[name].tones.filter(({ hertz }) => hertz > 0)
    return Math.sign((sounding.at(-1)?.hertz ?? 0) - (sounding[0]?.hertz ?? 0))
  }
  expect(slope('admitted')).toBe(1)
  expect(slope('unconfirmed')).toBe(0)
  expect(slope('refused')).toBe(-1)
})

describe('the WAV file', () => {
  const file = waveOf([
    { hertz: 1000, milliseconds: 100 },
    { hertz: 0, milliseconds: 50 },
  ])
  const view = new DataView(file)
  const text = (at: number, length: number) => String.fromCharCode(...new Uint8Array(file, at, length))

  test('has a header that players read', () => {
    expect([text(0, 4), text(8, 8), text(36, 4)]).toEqual(['RIFF', 'WAVEfmt ', 'data'])
    expect(view.getUint32(4, true)).toBe(file.byteLength - 8)
    expect(view.getUint32(40, true)).toBe(file.byteLength - 44)
    expect([
      view.getUint16(20, true),
      view.getUint16(22, true),
      view.getUint32(24, true),
      view.getUint16(34, true),
    ]).toEqual([1, 1, 16_000, 8])
  })

  test('lasts as long as its tones', () => {
    expect((file.byteLength - 44) / 16_000).toBeCloseTo(0.15, 5)
  })

  test('swings as often as the tone says, is silent in a rest, and starts and ends softly', () => {
    const samples = [...new Uint8Array(file, 44)]
    const tone = samples.slice(0, 1600)
    const crossings = tone.filter(
      (sample, index) => index > 0 && sample >= 128 !== (tone[index - 1] ?? 128) >= 128,
    ).length
    expect(crossings / 2 / 0.1).toBeGreaterThan(900)
    expect(crossings / 2 / 0.1).toBeLessThan(1100)
    expect(Math.max(...tone)).toBeGreaterThan(200)
    expect(new Set(samples.slice(1600))).toEqual(new Set([128]))
    expect([samples[0], samples[1599]]).toEqual([128, 128])
  })
})

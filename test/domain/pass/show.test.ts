import {
  challengeFrom,
  decodeDigits,
  isChallenge,
  showPass,
  stepEndsIn,
  stepOf,
  VerifiedCredentials,
  warmGate,
  warmShow,
} from '../../../domain/pass'
import { driftSeconds } from '../../../domain/pass/step'
import { decideSample } from '../../../domain/pass/warm-gate'
import { SAMPLE_KEY_ID, sampleText } from '../../../domain/pass/warm-sample'
import { bytes, codeOf, credential, hex, keys, NOW, STEP, verdictOf } from './scene'

describe('a code', () => {
  test('asks the signer for the tag, bytes 0 to 117 and the challenge', () => {
    const sign = jest.fn((_message: Uint8Array) => new Uint8Array(64).fill(5))
    const text = showPass({ credential, step: 0x01020304, challenge: 4711, sign })
    const pass = decodeDigits(text) ?? new Uint8Array()
    expect(text).toMatch(/^\d{442}$/)
    expect(hex(pass)).toBe(`92${hex(credential).slice(2)}01020304${'05'.repeat(64)}`)
    const tag = hex(Buffer.from('alumni-ecard/pass/1/show\0'))
    expect(hex(sign.mock.calls[0]![0])).toBe(`${tag}${hex(pass.slice(0, 118))}1267`)
  })

  test('without a challenge signs 0 in its place', () => {
    const sign = jest.fn((_message: Uint8Array) => new Uint8Array(64))
    showPass({ credential, step: 1, challenge: null, sign })
    expect(hex(sign.mock.calls[0]![0]).slice(-4)).toBe('0000')
  })

  test('changes with every step and leaves the credential as it was', () => {
    const before = hex(credential)
    expect(new Set([codeOf(), codeOf({ step: STEP + 1 }), codeOf({ challenge: 0 })]).size).toBe(3)
    expect(hex(credential)).toBe(before)
  })
})

describe('steps', () => {
  test('are ten seconds long', () => {
    expect([stepOf(NOW - 1), stepOf(NOW), stepOf(NOW + 9_999), stepOf(NOW + 10_000)]).toEqual([
      STEP - 1,
      STEP,
      STEP,
      STEP + 1,
    ])
  })

  test('count down from ten seconds to their last millisecond', () => {
    expect([stepEndsIn(NOW), stepEndsIn(NOW + 1), stepEndsIn(NOW + 9_999)]).toEqual([10_000, 9_999, 1])
  })

  test('tell how fast a phone is', () => {
    expect(driftSeconds(STEP + 6, NOW)).toBe(60)
    expect(driftSeconds(STEP - 6, NOW + 9_999)).toBe(-60)
  })
})

describe('challenges', () => {
  test('are made of four random bytes', () => {
    expect(challengeFrom(bytes('00000000'))).toBe(0)
    expect(challengeFrom(bytes('0000270f'))).toBe(9999)
    expect(challengeFrom(bytes('00002710'))).toBe(0)
    expect(challengeFrom(bytes('ffffffff'))).toBe(4_294_967_295 % 10_000)
  })

  test('are whole numbers of at most four digits', () => {
    expect([0, 9999].every(isChallenge)).toBe(true)
    expect([-1, 10_000, 0.5, Number.NaN].some(isChallenge)).toBe(false)
  })
})

test('the code that warms is genuine, so that warming walks the whole way; no gate takes it', () => {
  expect(decideSample()).toBe('admitted')
  expect(verdictOf(sampleText, {})).toBe('unknown_key')
  expect(verdictOf(sampleText, { keys: new Map([[SAMPLE_KEY_ID, keys]]) })).toBe('forged')
})

test('warming changes nothing but speed', () => {
  const verified = new VerifiedCredentials()
  warmShow()
  warmGate([keys, { issuer: new Uint8Array(32), view: keys.view }], verified)
  expect(verified.size).toBe(0)
  expect(verdictOf(codeOf(), { verified, keys: new Map([[7, keys]]) })).toBe('admitted')
})

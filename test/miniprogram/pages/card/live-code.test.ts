/** The live code: a new one every ten seconds, the guard's number for a minute, and codes that a gate really admits. */

import '../../guard/text-encoder'
import { decodeDigits, issueCredential } from '../../../../domain/pass'
import { devicePublicKey, deviceSigner, passMatrix, showPass, stepOf, toHex } from '../../../../miniprogram/lib/domain'
import { LiveCode } from '../../../../miniprogram/pages/card/live-code'
import { tuesday } from '../../harness/samples'

const secret = Uint8Array.from({ length: 32 }, (_, index) => index + 1)
const sign = deviceSigner(secret)
const credential = issueCredential({
  keyId: 1,
  holderBlock: new Uint8Array(16),
  devicePublicKey: devicePublicKey(secret),
  sign: deviceSigner(new Uint8Array(32).fill(9)),
})
const code = () => new LiveCode(toHex(credential), secret)
// The start of a ten-second step.
const now = Math.floor(tuesday / 10_000) * 10_000

test('the first tick has the code of its step, the next ones have nothing new until the step ends', () => {
  const live = code()
  const expected = passMatrix(showPass({ credential, step: stepOf(now), challenge: null, sign }))
  expect(live.tick(now).matrix).toEqual(expected)
  expect(live.tick(now + 9_999).matrix).toBeNull()
  expect(live.tick(now + 10_000).matrix).not.toEqual(expected)
})

test('the ring runs from full to empty in ten seconds', () => {
  const live = code()
  expect(live.tick(now).share).toBe(1)
  expect(live.tick(now + 5_000).share).toBe(0.5)
  expect(live.tick(now + 9_900).share).toBeCloseTo(0.01)
})

test("a guard's number is answered at once and for sixty seconds", () => {
  const live = code()
  live.tick(now)
  live.answer(42, now + 1_000)
  const tick = live.tick(now + 1_000)
  expect(tick.matrix).toEqual(passMatrix(showPass({ credential, step: stepOf(now), challenge: 42, sign })))
  expect(tick.challenge).toEqual({ number: 42, until: now + 61_000 })
  expect(live.tick(now + 60_999).challenge).not.toBeNull()
  const after = live.tick(now + 61_000)
  expect(after.challenge).toBeNull()
  expect(after.matrix).toEqual(passMatrix(showPass({ credential, step: stepOf(now + 61_000), challenge: null, sign })))
})

test('the number 0000 is a number like any other', () => {
  const live = code()
  live.answer(0, now)
  const bytes = decodeDigits(showPass({ credential, step: stepOf(now), challenge: 0, sign }))
  expect(bytes?.[0]).toBe(0x92)
  expect(live.tick(now).challenge).toEqual({ number: 0, until: now + 60_000 })
})

test('ending the challenge brings the live code back', () => {
  const live = code()
  live.answer(4711, now)
  live.tick(now)
  live.endChallenge()
  expect(live.tick(now + 10).matrix).toEqual(
    passMatrix(showPass({ credential, step: stepOf(now), challenge: null, sign })),
  )
})

test('a canvas that was lost gets its code again', () => {
  const live = code()
  live.tick(now)
  live.forget()
  expect(live.tick(now + 1).matrix).not.toBeNull()
})

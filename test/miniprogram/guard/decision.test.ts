/** @jest-environment node */

import { asksOffice, combine, type OfficeWord } from '../../../miniprogram/guard/decision'
import { type Decision, type VerdictCode, verdictCodes } from '../../../miniprogram/lib/domain'

const holder = { serial: 5, class: 1, expiryDay: 20_000, last4: '0011', maskedName: '张*明' }
const seen: Decision = { verdict: 'list_stale', holder, step: 7, drift: 0, answering: false }
const said = (verdict: VerdictCode): OfficeWord => ({ said: true, verdict, holder: null, now: 0 })
const silent: OfficeWord = { said: false, why: 'offline' }

/** What the phone can find out by itself: it has no list, so it never says admitted, revoked or suspended. */
const localVerdicts: VerdictCode[] = [
  'malformed',
  'unknown_key',
  'forged',
  'expired',
  'clock_wrong',
  'replayed',
  'not_allowed_here',
  'list_stale',
]

test('nothing is asked about what is no pass at all or not signed by the university', () => {
  const asked = localVerdicts.filter((verdict) => asksOffice({ verdict }))
  expect(asked).toEqual(['unknown_key', 'expired', 'clock_wrong', 'replayed', 'not_allowed_here', 'list_stale'])
})

test.each(localVerdicts)('without a word of the office, %s stands', (verdict) => {
  const outcome = combine({ ...seen, verdict }, silent)
  expect(outcome).toMatchObject({ verdict, online: false, silence: 'offline' })
})

test('a silent office never leaves a green', () => {
  for (const verdict of localVerdicts) {
    expect(combine({ ...seen, verdict }, silent).verdict).not.toBe('admitted')
  }
})

describe('the word of the office', () => {
  const yielding = localVerdicts.filter((verdict) => asksOffice({ verdict }) && verdict !== 'replayed')
  const table = yielding.flatMap((local) => verdictCodes.map((word) => [local, word] as const))

  test.each(table)('phone %s, office %s: the office is believed', (local, word) => {
    expect(combine({ ...seen, verdict: local }, said(word))).toMatchObject({
      verdict: word,
      online: true,
      silence: null,
    })
  })

  test.each([
    ['admitted', 'replayed'],
    ['list_stale', 'replayed'],
    ['not_allowed_here', 'replayed'],
    ['replayed', 'replayed'],
    ['clock_wrong', 'clock_wrong'],
    ['expired', 'expired'],
    ['suspended', 'suspended'],
    ['revoked', 'revoked'],
    ['forged', 'forged'],
  ] as const)('phone replayed, office %s: %s, because only this point knows what it has let in', (word, verdict) => {
    expect(combine({ ...seen, verdict: 'replayed' }, said(word)).verdict).toBe(verdict)
  })
})

describe('the holder', () => {
  const known = {
    maskedName: '张*明',
    last4: '0011',
    class: 1,
    validUntil: '2028-11-22',
    cardNumber: '8',
    portraitUrl: 'x',
  }

  test('is the office’s, with photo and card, when it says one', () => {
    const word: OfficeWord = { said: true, verdict: 'admitted', holder: known, now: 0 }
    expect(combine(seen, word).holder).toEqual(known)
  })

  test('is read from the code itself otherwise: its last day as a date, no photo', () => {
    const { holder: shown } = combine(seen, silent)
    expect(shown).toEqual({ ...known, validUntil: '2024-10-04', cardNumber: '', portraitUrl: '' })
  })

  test('is nobody when the code is no pass', () => {
    expect(combine({ verdict: 'malformed' }, silent)).toMatchObject({
      holder: null,
      serial: null,
      step: null,
      drift: null,
    })
  })
})

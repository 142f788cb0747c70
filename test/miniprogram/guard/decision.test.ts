/** @jest-environment node */

import { asksOffice, combine, foundByNumber, type OfficeWord } from '../../../miniprogram/guard/decision'
import { signalOf, verdictCodes } from '../../../miniprogram/guard/lib/domain'
import type { Decision, HolderView, VerdictCode } from '../../../miniprogram/lib/domain'

const holder = { serial: 5, class: 1, expiryDay: 20_000, last4: '0011', maskedName: '张*明' }
const seen: Decision = { verdict: 'list_stale', holder, step: 7, drift: 0, answering: false }
const said = (verdict: VerdictCode): OfficeWord => ({ said: true, verdict, holder: null, now: 0 })
const silent: OfficeWord = { said: false, why: 'offline' }

const red = verdictCodes.filter((verdict) => signalOf(verdict) === 'red')
const others = verdictCodes.filter((verdict) => signalOf(verdict) !== 'red')

test('nothing is asked about what the phone itself refuses', () => {
  expect(others).toEqual(['unknown_key', 'clock_wrong', 'list_stale', 'admitted'])
  expect(verdictCodes.filter((verdict) => asksOffice({ verdict }))).toEqual(others)
})

test.each(verdictCodes)('without a word of the office, %s stands', (verdict) => {
  const outcome = combine({ ...seen, verdict }, silent)
  expect(outcome).toMatchObject({ verdict, online: false, silence: 'offline' })
})

describe('red always wins', () => {
  const table = red.flatMap((local) => verdictCodes.map((word) => [local, word] as const))
  test.each(table)('phone %s, office %s: the phone is believed', (local, word) => {
    expect(combine({ ...seen, verdict: local }, said(word))).toMatchObject({ verdict: local, online: false })
  })

  const replaced = others.flatMap((local) => red.map((word) => [local, word] as const))
  test.each(replaced)('phone %s, office %s: the office is believed', (local, word) => {
    expect(combine({ ...seen, verdict: local }, said(word)).verdict).toBe(word)
  })
})

describe('where nobody says red', () => {
  const table = others.flatMap((local) => others.map((word) => [local, word] as const))
  test.each(table)('phone %s, office %s: the office is believed', (local, word) => {
    expect(combine({ ...seen, verdict: local }, said(word))).toMatchObject({
      verdict: word,
      online: true,
      silence: null,
    })
  })
})

test('a look-up is the office’s own word, with no code behind it', () => {
  const found = { now: 0, verdict: 'suspended', holder: {} as HolderView, serial: 7 } as const
  expect(foundByNumber(found)).toMatchObject({ verdict: 'suspended', online: true, serial: 7, step: null })
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

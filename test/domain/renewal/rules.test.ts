import { decideRenewal, extendedUntil, type Renewable, renewableFrom } from '../../../domain/renewal/rules'
import { startOf } from '../../../domain/time/shanghai'

const POLICY = { windowDays: 60, years: 2 }
const card: Renewable = { status: 'active', validUntil: '2029-03-04' }
const on = (day: string, who: Renewable | null = card, proved = true) =>
  decideRenewal(who, proved, startOf(day), POLICY)

describe('renewal', () => {
  test('the window opens sixty days before the last valid one, and never closes', () => {
    expect(renewableFrom('2029-03-04', 60)).toBe('2029-01-03')
    expect(on('2029-01-03')).toEqual({ ok: true, value: '2031-03-04' })
    expect(decideRenewal(card, true, startOf('2029-01-03') - 1, POLICY)).toEqual({
      ok: false,
      code: 'renewal_too_early',
      details: { from: '2029-01-03' },
    })
    expect(on('2049-01-01').ok).toBe(true)
  })

  test('nobody loses days by being early: two years from the old last day, also on that day', () => {
    expect(extendedUntil('2029-03-04', '2029-01-03', 2)).toBe('2031-03-04')
    expect(extendedUntil('2029-03-04', '2029-03-04', 2)).toBe('2031-03-04')
  })

  test('an expired card begins anew: two years from today, as at a first activation', () => {
    expect(extendedUntil('2029-03-04', '2029-03-05', 2)).toBe('2031-03-04')
    expect(extendedUntil('2029-03-04', '2029-09-01', 2)).toBe('2031-08-31')
  })

  test('a leap day neither gives nor takes one', () => {
    expect(extendedUntil('2026-02-28', '2026-02-01', 2)).toBe('2028-02-29')
    expect(extendedUntil('2028-02-29', '2028-02-01', 2)).toBe('2030-02-28')
  })

  test('a card that was just renewed is outside its window: a second renewal is refused', () => {
    expect(on('2029-03-04', { status: 'active', validUntil: '2031-03-04' })).toMatchObject({
      code: 'renewal_too_early',
    })
  })

  test('activation_not_matched: nobody, and whoever did not prove the phone, get the same answer', () => {
    const answers = [
      on('2029-03-04', null),
      on('2029-03-04', card, false),
      on('2027-03-04', card, false),
      on('2029-03-04', { ...card, status: 'revoked' }, false),
    ]
    for (const answer of answers) {
      expect(answer).toEqual({ ok: false, code: 'activation_not_matched' })
    }
  })

  test('card_suspended, card_revoked, renewal_not_activated', () => {
    expect(on('2029-03-04', { ...card, status: 'suspended' })).toEqual({ ok: false, code: 'card_suspended' })
    expect(on('2029-03-04', { ...card, status: 'revoked' })).toEqual({ ok: false, code: 'card_revoked' })
    expect(on('2029-03-04', { status: 'issued', validUntil: null })).toEqual({
      ok: false,
      code: 'renewal_not_activated',
    })
    expect(on('2029-03-04', { status: 'issued', validUntil: '2029-03-04' })).toMatchObject({
      code: 'renewal_not_activated',
    })
  })
})

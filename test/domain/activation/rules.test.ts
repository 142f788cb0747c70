import { type Activatable, activatableFrom, decideActivation } from '../../../domain/activation/rules'
import { instantAt, startOf } from '../../../domain/time/shanghai'

const RESULT = instantAt('2026-11-26', '16:20')
const issued: Activatable = { status: 'issued', activatableFrom: '2026-11-27' }
const active: Activatable = { status: 'active', activatableFrom: '2026-11-27', validUntil: '2028-11-26' }
const TOMORROW = startOf('2026-11-27')

describe('activation', () => {
  test('it opens at 00:00 Shanghai of the day after the result', () => {
    expect(activatableFrom(RESULT)).toBe('2026-11-27')
    expect(activatableFrom(startOf('2026-11-27') - 1)).toBe('2026-11-27')
    expect(decideActivation(issued, true, TOMORROW)).toEqual({ ok: true, value: 'first' })
  })

  test('activation_too_early: names the day', () => {
    expect(decideActivation(issued, true, TOMORROW - 1)).toMatchObject({
      code: 'activation_too_early',
      details: { from: '2026-11-27' },
    })
  })

  test('activation_not_matched: nobody, or a phone that was not proved, get the same answer', () => {
    const answers = [
      decideActivation(null, true, TOMORROW),
      decideActivation(null, false, TOMORROW),
      decideActivation(issued, false, TOMORROW - 1),
      decideActivation({ ...active, status: 'suspended' }, false, TOMORROW),
    ]
    for (const answer of answers) {
      expect(answer).toEqual({ ok: false, code: 'activation_not_matched' })
    }
  })

  test('card_suspended and card_revoked', () => {
    expect(decideActivation({ ...active, status: 'suspended' }, true, TOMORROW)).toMatchObject({
      code: 'card_suspended',
    })
    expect(decideActivation({ ...active, status: 'revoked' }, true, TOMORROW)).toMatchObject({ code: 'card_revoked' })
  })

  test('a new phone proves again; an expired card does not come back by it', () => {
    expect(decideActivation(active, true, startOf('2028-11-26'))).toEqual({ ok: true, value: 'again' })
    expect(decideActivation(active, true, startOf('2028-11-27'))).toMatchObject({ code: 'card_expired' })
  })
})

import { settle } from '../../../domain/issuance/settle'
import type { ApplicationLife } from '../../../domain/registration/life'
import type { Decision } from '../../../domain/review/decision'
import { instantAt } from '../../../domain/time/shanghai'

const NOW = instantAt('2026-11-26', '16:00')
const CUT_OFF = instantAt('2026-11-26', '12:00')
const closing = {
  round: '2026-11-26',
  cardNumber: '8123456780',
  language: 'en' as const,
  next: { day: '2026-12-03', cutOff: instantAt('2026-12-03', '12:00') },
  now: NOW,
}
const application = (decision?: Partial<Decision>): ApplicationLife => ({
  status: 'submitted',
  round: '2026-11-26',
  reviewFrom: CUT_OFF,
  submittedAt: CUT_OFF - 1,
  decision: decision ? { kind: 'approve', by: 'o-reviewer', at: CUT_OFF, ...decision } : null,
})

describe('settling one application', () => {
  test('an approved one gets its card number, a day to activate from, and a message', () => {
    expect(settle(application({ kind: 'approve' }), closing)).toEqual({
      kind: 'decided',
      result: {
        kind: 'approve',
        at: NOW,
        round: '2026-11-26',
        cardNumber: '8123456780',
        activatableFrom: '2026-11-27',
      },
      message: { event: 'review_approved', parameters: ['8123456780', '2026-11-27'] },
    })
  })

  test('a returned or rejected one is told why, in its language, and gets no number', () => {
    const returned = settle(application({ kind: 'return', reason: 'proof_unreadable' }), closing)
    expect(returned).toMatchObject({
      result: { kind: 'return', reason: 'proof_unreadable' },
      message: { event: 'review_returned', parameters: ['the proof of study cannot be read'] },
    })
    expect(JSON.stringify(returned)).not.toContain(closing.cardNumber)
    const chinese = settle(application({ kind: 'reject', reason: 'forged' }), { ...closing, language: 'zh' })
    expect(chinese).toMatchObject({ message: { event: 'review_rejected', parameters: ['证明材料不真实'] } })
  })

  test('a note stands for "other", shortened to what a message can carry', () => {
    const note = 'x'.repeat(100)
    const settled = settle(application({ kind: 'return', reason: 'other', note }), closing)
    expect(settled).toMatchObject({ result: { note }, message: { parameters: [`${'x'.repeat(39)}…`] } })
  })

  test('an undecided one goes to the next review', () => {
    expect(settle(application(), closing)).toEqual({
      kind: 'carried_over',
      round: '2026-12-03',
      reviewFrom: closing.next.cutOff,
    })
  })

  test('one that is settled, withdrawn or of another round is left alone, so closing can run again', () => {
    const settled = { ...application({}), status: 'decided' as const }
    const withdrawn = { ...application(), status: 'withdrawn' as const }
    const later = { ...application({}), round: '2026-12-03' }
    for (const untouched of [settled, withdrawn, later]) {
      expect(settle(untouched, closing)).toEqual({ kind: 'settled_before' })
    }
  })

  test('an application whose own day became a vacation is settled with the next round', () => {
    const older = { ...application({ kind: 'approve' }), round: '2026-11-19' }
    expect(settle(older, closing)).toMatchObject({ kind: 'decided', result: { round: '2026-11-26' } })
  })
})

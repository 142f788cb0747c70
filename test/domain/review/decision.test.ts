import type { ApplicationLife } from '../../../domain/registration/life'
import { decide, rejectReasons, returnReasons, undo, type Verdict } from '../../../domain/review/decision'
import { HOLD_LASTS, holdOf, noHold } from '../../../domain/review/hold'

const NOON = 1_795_000_000_000
const application = {
  status: 'submitted',
  round: '2026-11-26',
  reviewFrom: NOON,
  submittedAt: NOON - 1000,
  hold: noHold,
} satisfies ApplicationLife & { hold: object } as ApplicationLife & { hold: typeof noHold }
const reviewer = { by: 'o-reviewer', version: 3, current: 3 }
const decideWith = (verdict: Verdict, from = application, who = reviewer, now = NOON) => decide(from, verdict, who, now)

describe('a decision', () => {
  test('approval carries who and when', () => {
    expect(decideWith({ kind: 'approve' })).toEqual({
      ok: true,
      value: { kind: 'approve', by: 'o-reviewer', at: NOON },
    })
  })

  test('review_not_open: before the cut-off nobody decides', () => {
    expect(decideWith({ kind: 'approve' }, application, reviewer, NOON - 1)).toMatchObject({
      code: 'review_not_open',
      details: { round: '2026-11-26' },
    })
  })

  test('already_decided: another version than the one on the screen', () => {
    expect(decideWith({ kind: 'approve' }, application, { ...reviewer, version: 2 })).toMatchObject({
      code: 'already_decided',
    })
  })

  test('held_by_colleague: somebody else has it in hand, until the hold lapses', () => {
    const held = { ...application, hold: holdOf({ by: 'o-colleague', name: '孙磊' }, NOON) }
    expect(decideWith({ kind: 'approve' }, held, reviewer, NOON + HOLD_LASTS - 1)).toEqual({
      ok: false,
      code: 'held_by_colleague',
      details: { name: '孙磊', time: '19:11' },
    })
    expect(decideWith({ kind: 'approve' }, held, reviewer, NOON + HOLD_LASTS)).toMatchObject({ ok: true })
    expect(decideWith({ kind: 'approve' }, held, { ...reviewer, by: 'o-colleague' })).toMatchObject({ ok: true })
  })

  test('round_closed: a settled or withdrawn application', () => {
    for (const status of ['decided', 'withdrawn'] as const) {
      expect(decideWith({ kind: 'approve' }, { ...application, status })).toMatchObject({ code: 'round_closed' })
      expect(undo({ ...application, status }, reviewer)).toMatchObject({ code: 'round_closed' })
    }
  })

  test('reason_missing: return and reject need a reason of their own list', () => {
    expect(decideWith({ kind: 'return' })).toMatchObject({ code: 'reason_missing' })
    expect(decideWith({ kind: 'reject', reason: 'portrait_unclear' })).toMatchObject({ code: 'reason_missing' })
    expect(decideWith({ kind: 'return', reason: 'forged' })).toMatchObject({ code: 'reason_missing' })
    expect(decideWith({ kind: 'approve', reason: 'other' })).toMatchObject({ code: 'reason_missing' })
  })

  test('"other" needs a note', () => {
    expect(decideWith({ kind: 'return', reason: 'other', note: '  ' })).toMatchObject({ code: 'reason_missing' })
    expect(decideWith({ kind: 'return', reason: 'other', note: ' Please call us. ' })).toMatchObject({
      value: { note: 'Please call us.' },
    })
  })

  test('every listed reason is accepted with its kind', () => {
    for (const reason of returnReasons) {
      expect(decideWith({ kind: 'return', reason, note: 'n' }).ok).toBe(true)
    }
    for (const reason of rejectReasons) {
      expect(decideWith({ kind: 'reject', reason, note: 'n' }).ok).toBe(true)
    }
  })

  test('undo works until the round closes, on the version that was seen', () => {
    const decided = { ...application, decision: { kind: 'approve', by: 'o-reviewer', at: NOON } as const }
    expect(undo(decided, reviewer).ok).toBe(true)
    expect(undo(decided, { version: 1, current: 2 })).toMatchObject({ code: 'already_decided' })
  })
})

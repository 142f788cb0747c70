import { instantAt } from '../../../domain/time/shanghai'
import { decideVisit } from '../../../domain/visitor/decision'

const NOW = instantAt('2027-03-02', '09:00')

describe('staff', () => {
  const waiting = { state: 'waiting', day: '2027-03-05' } as const
  test('approve or refuse what waits', () => {
    expect(decideVisit(waiting, { kind: 'approve' }, NOW)).toEqual({ ok: true, value: 'approved' })
    expect(decideVisit(waiting, { kind: 'refuse', reason: 'full' }, NOW)).toEqual({ ok: true, value: 'refused' })
  })

  test('take an approved one back, but do not approve it twice', () => {
    const approved = { ...waiting, state: 'approved' } as const
    expect(decideVisit(approved, { kind: 'refuse', reason: 'campus_closed' }, NOW).ok).toBe(true)
    expect(decideVisit(approved, { kind: 'approve' }, NOW)).toEqual({ ok: false, code: 'visit_decided' })
  })

  test('visit_decided: what was cancelled or refused stays so', () => {
    for (const state of ['cancelled', 'refused'] as const) {
      expect(decideVisit({ ...waiting, state }, { kind: 'approve' }, NOW)).toEqual({ ok: false, code: 'visit_decided' })
    }
  })

  test('visit_over: its day is past', () => {
    expect(decideVisit({ ...waiting, day: '2027-03-01' }, { kind: 'approve' }, NOW)).toEqual({
      ok: false,
      code: 'visit_over',
    })
  })

  test.each([{}, { reason: 'other' }, { reason: 'other', note: ' ' }] as const)(
    'visit_reason_missing: %j',
    (verdict) => {
      expect(decideVisit(waiting, { kind: 'refuse', ...verdict }, NOW)).toEqual({
        ok: false,
        code: 'visit_reason_missing',
      })
    },
  )
})

import type { ApplicationLife } from '../../../domain/registration/life'
import { type Bulk, canUndoInBulk, decideInBulk, mayApproveAll, SAMPLE_GOOD_FOR } from '../../../domain/review/bulk'
import { holdOf, noHold } from '../../../domain/review/hold'

const NOON = 1_795_000_000_000
const bulk: Bulk = { round: '2026-11-26', state: 'sampled', sampledAt: NOON, sample: ['a', 'b'] }
const may = (changed: Partial<Bulk> = {}, seen = ['a', 'b'], round: string | null = '2026-11-26', now = NOON) =>
  mayApproveAll({ ...bulk, ...changed }, seen, round, now)

const application: ApplicationLife & { match: 'exact'; hold: typeof noHold } = {
  status: 'submitted',
  round: '2026-11-26',
  reviewFrom: NOON,
  submittedAt: NOON - 1000,
  decision: null,
  match: 'exact',
  hold: noHold,
}
const bulkDecision = { kind: 'approve' as const, by: 'o-reviewer', at: NOON, bulk: 'bulk-1' }
const decideOne = (changed: object = {}, now = NOON) =>
  decideInBulk({ ...application, ...changed }, { bulk: 'bulk-1', by: 'o-reviewer', now })

test('after the whole sample was looked at', () => {
  expect(may()).toEqual({ ok: true, value: null })
  expect(may({}, ['b', 'a', 'c'])).toMatchObject({ ok: true })
})

test('sample_not_seen: says how many are left', () => {
  expect(may({}, ['b'])).toMatchObject({ code: 'sample_not_seen', details: { left: 1 } })
})

test('sample_outdated: another round, no round, too long ago', () => {
  expect(may({}, ['a', 'b'], '2026-12-03')).toMatchObject({ code: 'sample_outdated' })
  expect(may({}, ['a', 'b'], null)).toMatchObject({ code: 'sample_outdated' })
  expect(may({}, ['a', 'b'], '2026-11-26', NOON + SAMPLE_GOOD_FOR + 1)).toMatchObject({ code: 'sample_outdated' })
})

test('what was begun in time may be finished later', () => {
  expect(may({ state: 'approving' }, ['a', 'b'], '2026-11-26', NOON + 5 * SAMPLE_GOOD_FOR)).toMatchObject({ ok: true })
})

test('bulk_undone', () => {
  expect(may({ state: 'undone' })).toMatchObject({ code: 'bulk_undone' })
})

test('an approval carries the bulk that it came of', () => {
  expect(decideOne()).toEqual(bulkDecision)
})

test('passed over: decided, withdrawn, amended, waiting, no longer exact', () => {
  for (const changed of [
    { decision: { kind: 'reject', by: 'o-other', at: NOON } },
    { status: 'withdrawn' },
    { status: 'decided' },
    { reviewFrom: NOON + 1 },
    { match: 'pending' },
    { match: 'differs' },
  ]) {
    expect(decideOne(changed)).toBeNull()
  }
})

test('undone: only what this bulk approved, and only until the round closes', () => {
  expect(canUndoInBulk({ ...application, decision: bulkDecision }, 'bulk-1')).toBe(true)
  expect(canUndoInBulk({ ...application, decision: bulkDecision }, 'bulk-2')).toBe(false)
  expect(canUndoInBulk({ ...application, decision: { kind: 'approve', by: 'o', at: NOON } }, 'bulk-1')).toBe(false)
  expect(canUndoInBulk({ ...application, decision: null }, 'bulk-1')).toBe(false)
  expect(canUndoInBulk({ ...application, status: 'decided', decision: bulkDecision }, 'bulk-1')).toBe(false)
})

test('what a colleague has in hand is passed over; what this reviewer has is not', () => {
  expect(decideOne({ hold: holdOf({ by: 'o-colleague', name: '孙磊' }, NOON) })).toBeNull()
  expect(decideOne({ hold: holdOf({ by: 'o-reviewer', name: '周敏' }, NOON) })).toEqual(bulkDecision)
})

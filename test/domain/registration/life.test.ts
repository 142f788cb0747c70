import {
  type ApplicationLife,
  canAmend,
  canWithdraw,
  hasLostCard,
  isLive,
  stageOf,
} from '../../../domain/registration/life'
import type { Decision } from '../../../domain/review/decision'

const CUT_OFF = 1_795_000_000_000
const submitted: ApplicationLife = {
  status: 'submitted',
  round: '2026-11-26',
  reviewFrom: CUT_OFF,
  submittedAt: CUT_OFF - 1,
}
const decision: Decision = { kind: 'reject', reason: 'forged', by: 'o-reviewer', at: CUT_OFF }
const decided = (kind: Decision['kind']): ApplicationLife => ({
  ...submitted,
  status: 'decided',
  decision: { ...decision, kind },
  result: { kind, at: CUT_OFF, round: '2026-11-26' },
})

describe('the life of an application', () => {
  test('it is in review from its cut-off', () => {
    expect(stageOf(submitted, CUT_OFF - 1)).toBe('submitted')
    expect(stageOf(submitted, CUT_OFF)).toBe('in_review')
  })

  test('a decision stays hidden until the round is closed', () => {
    expect(stageOf({ ...submitted, decision }, CUT_OFF)).toBe('in_review')
  })

  test.each([
    ['approve', 'approved'],
    ['return', 'returned'],
    ['reject', 'rejected'],
  ] as const)('a result of %s is told as %s', (kind, stage) => {
    expect(stageOf(decided(kind), CUT_OFF)).toBe(stage)
  })

  test('withdrawing ends with the first decision', () => {
    expect(canWithdraw(submitted)).toBe(true)
    expect(canWithdraw({ ...submitted, decision })).toBe(false)
    expect(canWithdraw({ ...submitted, status: 'withdrawn' })).toBe(false)
    expect(stageOf({ ...submitted, status: 'withdrawn' }, CUT_OFF)).toBe('withdrawn')
  })

  test('only who was approved can lose a card', () => {
    expect(hasLostCard('approved', null)).toBe(true)
    expect(hasLostCard('approved', '8123456786')).toBe(false)
    expect(hasLostCard('in_review', null)).toBe(false)
  })

  test('only a returned application can be amended, and it keeps its identity meanwhile', () => {
    expect(canAmend(decided('return'))).toBe(true)
    expect(isLive(decided('return'))).toBe(true)
    for (const kind of ['approve', 'reject'] as const) {
      expect(canAmend(decided(kind))).toBe(false)
      expect(isLive(decided(kind))).toBe(false)
    }
    expect(isLive(submitted)).toBe(true)
    expect(isLive({ ...submitted, status: 'withdrawn' })).toBe(false)
  })
})

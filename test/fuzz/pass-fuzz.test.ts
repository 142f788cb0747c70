/** A hundred thousand changed codes in every run; ten million by hand (pass-fuzz.ts). */
import { decide, encodeDigits } from '../../domain/pass'
import { mutations } from './mutations'
import { crafted, ordinary, permissive } from './stock'
import { runTrial } from './trial'

test('none of 100,000 changed codes is admitted, and every genuine one in between is', () => {
  const report = runTrial({ count: 100_000, seed: 7 })
  expect(report.failures).toEqual([])
  expect(report.mutated).toBe(100_000)
  expect(report.controls).toBeGreaterThanOrEqual(100)
  expect(Object.keys(report.byMutation).sort()).toEqual(mutations.map(({ name }) => name).sort())
  expect(Object.keys(report.verdicts).sort()).toEqual(['forged', 'malformed', 'replayed', 'unknown_key'])
  expect(report.curve.issuer).toBeGreaterThan(1_000)
  expect(report.curve.device).toBeGreaterThan(1_000)
}, 120_000)

test('the same seed gives the same run', () => {
  expect(runTrial({ count: 2_000, seed: 3 })).toEqual(runTrial({ count: 2_000, seed: 3 }))
})

test('the stock is admitted, the crafted codes are not', () => {
  for (const { text } of ordinary) {
    expect(decide(text, permissive).verdict).toBe('admitted')
  }
  for (const bytes of crafted) {
    expect(decide(encodeDigits(bytes), permissive).verdict).toBe('forged')
  }
})

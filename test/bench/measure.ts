/** Medians, and the rows that `npm run bench` prints. Machines are noisy: figures are compared within one run only. */
import { performance } from 'node:perf_hooks'

/** One row: what, how much, and where it helps the figure it is compared with. */
export type Row = { what: string; value: number; unit: string; note?: string }

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Median milliseconds of one call, over `rounds` rounds of `calls` calls, after one round to warm up. */
export function time(work: (round: number) => void, { rounds = 15, calls = 20 } = {}): number {
  const samples: number[] = []
  for (let round = -1; round < rounds; round += 1) {
    const started = performance.now()
    for (let call = 0; call < calls; call += 1) {
      work((round + 1) * calls + call)
    }
    if (round >= 0) {
      samples.push((performance.now() - started) / calls)
    }
  }
  return median(samples)
}

/** Hands the rows to tools/bench.mjs. */
export function report(rows: readonly Row[]): void {
  process.stdout.write(`${JSON.stringify(rows)}\n`)
}

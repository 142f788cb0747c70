/** What became of people's visits so far. */
import { oneOf } from '../_kit/conditions'
import { countBy } from '../_kit/store'

export type Past = { digest: string; came: number; overstays: number; noShows: number }

/** One for each person whose visits are settled. @param digests of their documents, each once, at most 100 */
export async function pastOf(digests: readonly string[]): Promise<Past[]> {
  if (digests.length === 0) {
    return []
  }
  const settled = { digest: oneOf(digests), outcome: oneOf(['came', 'overstayed', 'no_show'] as const) }
  const counts = await countBy('visits', settled, ['digest', 'outcome'])
  const countOf = (digest: string, outcome: string) =>
    counts.find((each) => each.digest === digest && each.outcome === outcome)?.count ?? 0
  return [...new Set(counts.map(({ digest }) => digest as string))].map((digest) => ({
    digest,
    came: countOf(digest, 'came'),
    overstays: countOf(digest, 'overstayed'),
    noShows: countOf(digest, 'no_show'),
  }))
}

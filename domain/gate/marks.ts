/**
 * What the server concludes from scans after they have arrived. A mark accuses nobody: it is put before staff, who look and
 * settle it. Only admissions count, so impatient people who show a code twice are never marked, and neither is anybody who
 * leaves by an unwatched way and comes in again. Source: product "Gate" (impossible travel and sharing, marked afterwards);
 * docs/gate-check.md "Limits" (one code passes two gates that are offline).
 *
 * - replayed: one code (serial and step) let somebody in at two points, or at one point by two readers. A code lives half a
 *   minute and a reader takes it once, so somebody had a copy. The same reader twice is a phone that was restarted.
 * - impossible_travel: two points lie farther apart than 8 m/s, a fast bicycle, covers in the time between, with 30 s for the
 *   clocks of two readers. What moves, the shuttle, has no place and is left out.
 * - shared: the card goes to and fro: three changes of place running, each faster than a brisk walk (2 m/s). One fast ride is
 *   a bicycle; nobody rides to canteen, library and gate without staying a minute anywhere. Or: four admissions at one gate
 *   or library within ten minutes, a phone handed back over the fence; two or three are somebody who forgot a bag.
 */
import { isAdmission } from '../pass/verdicts'
import { dayOf, type Instant, MINUTE } from '../time/shanghai'
import { findPoint, type Place } from '../university'

export const markKinds = ['replayed', 'impossible_travel', 'shared'] as const
export type MarkKind = (typeof markKinds)[number]

/** How staff settle a mark. */
export const markOutcomes = ['harmless', 'acted_on'] as const
export type MarkOutcome = (typeof markOutcomes)[number]

export const markStates = ['open', 'settled'] as const

/** The part of a stored scan that marks follow from. */
export type JudgedScan = {
  readonly id: string
  readonly at: Instant
  readonly point: string
  readonly verdict: string
  readonly step: number | null
  /** Who scanned: a guard's phone or a device. */
  readonly reader: string
}

/** `key`: the same for the same finding, however often and in whatever order its scans are judged. */
export type Mark = { kind: MarkKind; key: string; at: Instant; scans: readonly string[] }

const RIDE_METRES_PER_SECOND = 8
const WALK_METRES_PER_SECOND = 2
const CLOCK_TOLERANCE = 30_000
const FAST_LEGS = 3
const CROWD = 4
const CROWD_TIME = 10 * MINUTE
const CROWDED_KINDS: readonly string[] = ['gate', 'library']

/** Scans farther from each other than this make no mark together but `replayed`, milliseconds: three legs across the campus. */
export const MARK_REACH = 60 * MINUTE

/**
 * The marks that follow from the scans of one binding.
 * @param serial of the binding
 * @param scans in any order; those around a new one by {@link MARK_REACH} are enough
 */
export function marksOf(serial: number, scans: readonly JudgedScan[]): Mark[] {
  const admitted = scans.filter(({ verdict }) => isAdmission(verdict))
  const ordered = admitted.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const marks = [
    ...replays(serial, ordered),
    ...travels(ordered),
    ...rides(serial, ordered),
    ...crowds(serial, ordered),
  ]
  return [...new Map(marks.map((mark) => [mark.key, mark])).values()]
}

function replays(serial: number, scans: readonly JudgedScan[]): Mark[] {
  const byStep = new Map<number, JudgedScan[]>()
  for (const scan of scans) {
    if (scan.step !== null) {
      byStep.set(scan.step, [...(byStep.get(scan.step) ?? []), scan])
    }
  }
  return [...byStep].flatMap(([step, same]) => {
    const readers = new Set(same.map(({ point, reader }) => `${point} ${reader}`))
    return readers.size > 1 ? [markOf('replayed', `${serial}:${step}`, same)] : []
  })
}

function travels(scans: readonly JudgedScan[]): Mark[] {
  return legsOf(scans).flatMap(({ from, to, metres, time }) => {
    const isOneCode = from.step !== null && from.step === to.step
    const isImpossible = metres / RIDE_METRES_PER_SECOND > (time + CLOCK_TOLERANCE) / 1000
    return isImpossible && !isOneCode ? [markOf('impossible_travel', to.id, [from, to])] : []
  })
}

function rides(serial: number, scans: readonly JudgedScan[]): Mark[] {
  const marks: Mark[] = []
  let run: JudgedScan[] = []
  for (const { from, to, metres, time } of legsOf(scans)) {
    const isFast = metres > 0 && metres / WALK_METRES_PER_SECOND > time / 1000
    run = isFast ? [...(run.length > 0 ? run : [from]), to] : []
    if (run.length > FAST_LEGS) {
      marks.push(sharing(serial, run))
    }
  }
  return marks
}

function crowds(serial: number, scans: readonly JudgedScan[]): Mark[] {
  const byPoint = new Map<string, JudgedScan[]>()
  for (const scan of scans) {
    if (CROWDED_KINDS.includes(findPoint(scan.point)?.kind ?? '')) {
      byPoint.set(scan.point, [...(byPoint.get(scan.point) ?? []), scan])
    }
  }
  return [...byPoint.values()].flatMap((here) =>
    here.flatMap((last, index) => {
      const crowd = here.slice(index - CROWD + 1, index + 1)
      const [first] = crowd
      const isCrowd = index >= CROWD - 1 && first !== undefined && last.at - first.at <= CROWD_TIME
      return isCrowd ? [sharing(serial, crowd)] : []
    }),
  )
}

type Leg = { from: JudgedScan; to: JudgedScan; metres: number; time: number }

/** From each scan at a fixed place to the next one. */
function legsOf(scans: readonly JudgedScan[]): Leg[] {
  const placed = scans.flatMap((scan) => {
    const place = findPoint(scan.point)?.place
    return place ? [{ scan, place }] : []
  })
  return placed.slice(1).flatMap(({ scan, place }, index) => {
    const before = placed[index]
    return before
      ? [{ from: before.scan, to: scan, metres: distance(before.place, place), time: scan.at - before.scan.at }]
      : []
  })
}

function distance(from: Place, to: Place): number {
  return Math.hypot(to.east - from.east, to.north - from.north)
}

// One a day: what goes on after it is the same finding.
function sharing(serial: number, scans: readonly JudgedScan[]): Mark {
  return markOf('shared', `${serial}:${dayOf(endOf(scans))}`, scans)
}

function markOf(kind: MarkKind, key: string, scans: readonly JudgedScan[]): Mark {
  return { kind, key: `${kind}:${key}`, at: endOf(scans), scans: scans.map(({ id }) => id) }
}

function endOf(scans: readonly JudgedScan[]): Instant {
  return scans[scans.length - 1]?.at ?? 0
}

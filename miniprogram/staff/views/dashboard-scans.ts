/** Scans by point and hour, and why people were not let in. */
import { fill } from '../../i18n/fill'
import { type Dashboard, type Language, university, type VerdictCode } from '../../lib/domain'
import { words } from '../words'
import { sayCount } from './counts'
import { barRow } from './dashboard'
import { pointName } from './scans'

const LEVELS = 4

/** One row per point, in the order of the university's list; points that are no longer on it come last. */
export function scansView(scans: Record<string, number[]>, language: Language) {
  const order = university.points.map(({ id }) => id as string)
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const points = Object.keys(scans).sort((a, b) => placeOf(a) - placeOf(b))
  const largest = Math.max(0, ...Object.values(scans).flat())
  return points.map((id) => pointRow(id, scans[id] ?? [], largest, language))
}

function pointRow(id: string, hours: readonly number[], largest: number, language: Language) {
  const { scans: t } = words[language].dashboard
  const total = sayCount(sum(hours))
  const busy = hours.indexOf(Math.max(...hours))
  const busiest = fill(t.hour, { from: busy, to: busy + 1 })
  const name = pointName(id, language)
  return {
    id,
    name,
    total,
    busiest,
    label: fill(t.hourLabel, { point: name, count: total, hour: busiest }),
    cells: hours.map((count) => (count === 0 ? 0 : Math.max(1, Math.ceil((count / largest) * LEVELS)))),
  }
}

/** Scans of the period, how many of them let somebody in, and the verdicts of the others. */
export function refusedView({ refused, totals }: Dashboard, language: Language) {
  const { verdicts, dashboard } = words[language]
  const largest = refused[0]?.count ?? 0
  const nameOf = (verdict: string) =>
    capital(verdict in verdicts ? verdicts[verdict as VerdictCode] : dashboard.refused.other)
  const percent = Math.floor((totals.admitted / totals.scans) * 1000) / 10
  return {
    share: totals.scans === 0 ? '' : fill(dashboard.refused.share, { count: sayCount(totals.scans), percent }),
    none: refused.length > 0 ? '' : dashboard.refused[totals.scans === 0 ? 'noScans' : 'none'],
    rows: refused.map(({ verdict, count }) =>
      barRow(
        verdict,
        { name: nameOf(verdict), count, largest, tone: verdict === 'clock_wrong' ? 'warn' : 'bad' },
        language,
      ),
    ),
  }
}

// Verdicts stand within sentences elsewhere; here each begins a line.
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** All scans of the hours. */
export function totalOf(scans: Record<string, number[]>): string {
  return sayCount(sum(Object.values(scans).flat()))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** The figures in words and shares: the queue, the rounds, the reasons, the cards. Scans: dashboard-scans.ts. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import type { Dashboard, Day, Instant, Language } from '../../lib/domain'
import { words } from '../words'
import { roundUp, sayCount, shareOf } from './counts'
import { shortDay } from './short-day'

/** A row of bar-rows. */
export function barRow(
  id: string,
  { name, count, largest, tone }: { name: string; count: number; largest: number; tone: 'brand' | 'warn' | 'bad' },
  language: Language,
) {
  const label = fill(words[language].dashboard.rowLabel, { name, count: sayCount(count) })
  return { id, name, count: sayCount(count), share: shareOf(count, largest), tone, label }
}

/** Who waits, and how long. */
export function queueView({ queue }: Dashboard, language: Language) {
  const { ages, oldest, fresh } = words[language].dashboard.queue
  const names = [ages.a0, ages.a1, ages.a2, ages.a3, ages.a4]
  const largest = Math.max(...queue.byAge)
  const tones = ['brand', 'brand', 'brand', 'warn', 'bad'] as const
  return {
    total: sayCount(queue.total),
    isEmpty: queue.total === 0,
    note: queue.oldestDays > 0 ? fill(oldest, { days: queue.oldestDays }) : fresh,
    rows: names.map((name, index) =>
      barRow(`a${index}`, { name, count: queue.byAge[index] ?? 0, largest, tone: tones[index] ?? 'brand' }, language),
    ),
  }
}

const OUTCOMES = [
  { id: 'approved', tone: 'brand' },
  { id: 'returned', tone: 'warn' },
  { id: 'rejected', tone: 'bad' },
  { id: 'carriedOver', tone: 'pale' },
] as const

/** The closed rounds as columns; null when there were none. */
export function roundsView({ rounds }: Dashboard, language: Language, now: Instant) {
  if (rounds.length === 0) {
    return null
  }
  const { rounds: t } = words[language].dashboard
  const heights = rounds.map((round) => OUTCOMES.reduce((sum, { id }) => sum + round[id], 0))
  const top = roundUp(Math.max(...heights))
  const totals = OUTCOMES.map(({ id }) => rounds.reduce((sum, round) => sum + round[id], 0))
  const decided = totals.slice(0, 3).reduce((sum, total) => sum + total, 0)
  const summary = fill(t.summary, { count: rounds.length, total: sayCount(decided) })
  return {
    summary,
    top: sayCount(top),
    stacked: true,
    columns: rounds.map((round) => ({
      id: round.day,
      parts: OUTCOMES.map(({ id, tone }) => ({ id, tone, share: shareOf(round[id], top) })),
    })),
    first: dayText(rounds[0]?.day, language, now),
    last: rounds.length > 1 ? dayText(rounds[rounds.length - 1]?.day, language, now) : '',
    legend: OUTCOMES.map(({ id, tone }, index) => ({ id, tone, name: t[id], total: sayCount(totals[index] ?? 0) })),
    head: [t.day, ...OUTCOMES.map(({ id }) => t[id])],
    rows: [...rounds].reverse().map((round) => ({
      id: round.day,
      cells: [shortDay(round.day, language, now), ...OUTCOMES.map(({ id }) => sayCount(round[id]))],
    })),
  }
}

/** Why applications were returned and rejected. */
export function reasonsView({ reasons }: Dashboard, language: Language) {
  const { reasons: names, dashboard } = words[language]
  const largest = reasons[0]?.count ?? 0
  return reasons.map(({ kind, reason, count }) => {
    const name = `${bare(names[reason])} · ${dashboard.reasons[kind]}`
    const tone = kind === 'return' ? 'warn' : 'bad'
    return barRow(`${kind} ${reason}`, { name, count, largest, tone }, language)
  })
}

// Where a reason is chosen, "other" asks for a note; here it only names.
function bare(name: string): string {
  return name.replace(/\s*[（(].*$/, '')
}

/** Cards issued and activated as columns; null when there were none. */
export function cardsView({ cards, totals }: Dashboard, language: Language, now: Instant) {
  const { cards: t } = words[language].dashboard
  if (totals.issued + totals.activated === 0) {
    return null
  }
  const top = roundUp(Math.max(...cards.map(({ issued, activated }) => Math.max(issued, activated))))
  const legend = [
    { id: 'issued', tone: 'pale', name: t.issued, total: sayCount(totals.issued) },
    { id: 'activated', tone: 'brand', name: t.activated, total: sayCount(totals.activated) },
  ]
  return {
    summary: legend
      .map(({ name, total }) => fill(words[language].dashboard.rowLabel, { name, count: total }))
      .join(' '),
    top: sayCount(top),
    stacked: false,
    columns: cards.map(({ from, issued, activated }) => ({
      id: from,
      parts: [
        { id: 'issued', tone: 'pale', share: shareOf(issued, top) },
        { id: 'activated', tone: 'brand', share: shareOf(activated, top) },
      ],
    })),
    first: dayText(cards[0]?.from, language, now),
    last: dayText(cards[cards.length - 1]?.to, language, now),
    legend,
    head: [t.when, t.issued, t.activated],
    rows: [...cards].reverse().map(({ from, to, issued, activated }) => ({
      id: from,
      cells: [stretch(from, to, language, now), sayCount(issued), sayCount(activated)],
    })),
  }
}

/** Up to when things are counted, or from when the figures are that the phone kept. */
export function ageLine(figures: Dashboard, isHeld: boolean, language: Language, now: Instant): string {
  const { counted, notCounted, held } = words[language].dashboard
  if (isHeld) {
    return fill(held, { moment: sayMoment(figures.now, language, now) })
  }
  return figures.countedAt === null
    ? notCounted
    : fill(counted, { moment: sayMoment(figures.countedAt, language, now) })
}

function stretch(from: Day, to: Day, language: Language, now: Instant): string {
  const first = shortDay(from, language, now)
  return from === to ? first : `${first} – ${shortDay(to, language, now)}`
}

const dayText = (day: Day | undefined, language: Language, now: Instant) => (day ? shortDay(day, language, now) : '')

/** The closing of a round in words: what it will do, how far it is, what it came to. */
import { sayDay, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import type { Instant, Language, RoundView } from '../../lib/domain'
import type { Progress } from '../closing'
import { words } from '../words'
import { decidedOf } from './queue'

/** One line of a list of counts. */
export type CountLine = { id: string; name: string; hint: string; count: number }

/** What closing will do with the counts as they are. */
export function willDo({ counts }: RoundView, language: Language): CountLine[] {
  const { round } = words[language]
  const lines = [
    { id: 'cards', name: round.cards, hint: round.cardsHint, count: counts.approve },
    { id: 'messages', name: round.messages, hint: round.messagesHint, count: decidedOf(counts) },
  ]
  const carried = { id: 'carried', name: round.carried, hint: round.carriedHint, count: counts.undecided }
  return counts.undecided > 0 ? [...lines, carried] : lines
}

/** What a closed round came to. */
export function cameTo(summary: NonNullable<RoundView['lastClosed']>, language: Language): CountLine[] {
  const { round } = words[language]
  const lines = [
    { id: 'approved', name: round.approved, hint: '', count: summary.approved },
    { id: 'returned', name: round.returned, hint: '', count: summary.returned },
    { id: 'rejected', name: round.rejected, hint: '', count: summary.rejected },
    { id: 'carried', name: round.carried, hint: '', count: summary.carriedOver },
  ]
  return lines.filter(({ id, count }) => id !== 'carried' || count > 0)
}

/** The question before closing: a plain one, or whether to carry over what nobody has decided. */
export function question({ counts, due }: RoundView, language: Language, now: Instant) {
  const { round } = words[language]
  const messages = decidedOf(counts)
  if (counts.undecided > 0) {
    return {
      title: fill(round.carryHead, { count: counts.undecided }),
      content: fill(round.carry, { messages }),
      confirm: round.carryYes,
      cancel: round.notNow,
    }
  }
  return {
    title: fill(round.confirmHead, { day: due ? sayDay(due.day, language, now) : '' }),
    content: fill(round.confirm, { cards: counts.approve, messages }),
    confirm: round.close,
    cancel: round.notNow,
  }
}

/** The bar while it runs or has stopped. */
export function progressView({ done, total }: Progress, running: boolean, language: Language) {
  const { round } = words[language]
  const percent = total === 0 ? 100 : Math.round((done / total) * 100)
  return { percent, text: fill(running ? round.progress : round.paused, { done, total }) }
}

/** The heading: which round is due, or when the next one will be. */
export function roundHead({ due, next }: RoundView, language: Language, now: Instant): { head: string; text: string } {
  const { round } = words[language]
  if (due) {
    return { head: fill(round.due, { day: sayDay(due.day, language, now) }), text: '' }
  }
  const text = next ? fill(round.next, { moment: sayMoment(next.cutOff, language, now) }) : round.none
  return { head: round.notDue, text }
}

/** How long it still takes, rounded as people say it. */
export function timeLeft(seconds: number, language: Language): string {
  const { timeLeft: sentences } = words[language].round
  if (seconds < 60) {
    return fill(sentences.seconds, { count: Math.ceil(seconds / 10) * 10 })
  }
  const minutes = Math.ceil(seconds / 60)
  return fill(minutes === 1 ? sentences.minute : sentences.minutes, { count: minutes })
}

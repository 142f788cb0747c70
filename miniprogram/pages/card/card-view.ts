/** The card in words, for the page: names, number, days, and what stands in place of a code that cannot be shown. */
import { sayCardNumber } from '../../i18n/card-number'
import { sayDate } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { sayNames } from '../../i18n/holder-name'
import { words } from '../../i18n/words'
import { dayOf, type Instant, type Language, passClass, timeOf } from '../../lib/domain'
import { portraitOf } from '../../services/portrait'
import type { StoredCard } from '../../services/wallet'
import { type Blocked, blockedBy, mayRenew } from './card-state'

export type BlockedView = { why: Blocked; head: string; text: string; action: string }

export type CardPageView = {
  name: string
  otherName: string
  number: string
  grouped: string
  className: string
  valid: string
  since: string
  portrait: string
  blocked: BlockedView | null
  /** The card can be renewed and still shows its code: until when it is valid, in words; '' otherwise. */
  renewal: string
}

/** What the page shows of a stored card. */
export function cardView(stored: StoredCard, language: Language, now: Instant): CardPageView {
  const { card } = stored
  const { first, second } = sayNames(card, language)
  const { card: t, face } = words[language]
  return {
    name: first,
    otherName: second,
    number: card.number,
    grouped: sayCardNumber(card.number),
    className: card.class === passClass.visitor ? face.visitor : face.alumnus,
    valid: fill(t.validUntil, { day: sayDate(card.validUntil, language) }),
    since: fill(t.since, { day: sayDate(dayOf(card.activatedAt), language) }),
    portrait: portraitOf(card),
    blocked: blockedView(stored, language, now),
    renewal: mayRenew(stored, now) ? fill(t.renewSoon, { day: sayDate(card.validUntil, language) }) : '',
  }
}

function blockedView(stored: StoredCard, language: Language, now: Instant): BlockedView | null {
  const why = blockedBy(stored, now)
  if (!why) {
    return null
  }
  const { head, text, action } = words[language].card.blocked[why]
  return { why, head, text: fill(text, { day: sayDate(stored.card.validUntil, language) }), action }
}

/** Wall-clock time in Shanghai with seconds: the moving detail that a picture of the card cannot have. */
export function sayClock(now: Instant): string {
  const seconds = Math.floor(now / 1000) % 60
  return `${timeOf(now)}:${String(seconds).padStart(2, '0')}`
}

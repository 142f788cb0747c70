/** A card as staff see it, in words: its state, whose it is, how it came to this, where it was used. */
import { sayDate, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { groupCardNumber, type Instant, type Language, type OfficeCard, type SettableStatus } from '../../lib/domain'
import { words } from '../words'
import { scanLines } from './scans'

/** What staff can do with a card in a state (domain/office/cards.ts); nothing leads away from revoked. */
const ways: Record<OfficeCard['status'], readonly SettableStatus[]> = {
  issued: ['revoked'],
  active: ['revoked', 'suspended'],
  suspended: ['revoked', 'active'],
  revoked: [],
}

/** The page's content. */
export function cardView(card: OfficeCard, language: Language, now: Instant) {
  const { card: sentences, cardStatuses } = words[language]
  const acts = ways[card.status].map((id) => ({
    id,
    name: sentences.changes[id].act,
    danger: id === 'revoked',
    isMain: id === 'active',
  }))
  return {
    number: groupCardNumber(card.number),
    status: card.status,
    statusName: cardStatuses[card.status],
    name: card.maskedName,
    last4: fill(sentences.last4, { last4: card.last4 }),
    portraitUrl: card.portraitUrl,
    facts: factsOf(card, language, now),
    change: changeView(card, language, now),
    marks: card.openMarks > 0 ? fill(sentences.openMarks, { count: card.openMarks }) : '',
    scans: scanLines(card.scans, language, now),
    acts,
    final: card.status === 'revoked' ? sentences.final : '',
  }
}

export type CardPageView = ReturnType<typeof cardView>

function factsOf(card: OfficeCard, language: Language, now: Instant) {
  const { facts } = words[language].card
  const moment = (instant: Instant) => sayMoment(instant, language, now)
  const lines = [
    { name: facts.issued, value: moment(card.issuedAt) },
    { name: facts.activated, value: card.activatedAt === null ? facts.never : moment(card.activatedAt) },
    { name: facts.valid, value: card.validUntil === null ? '' : sayDate(card.validUntil, language) },
    { name: facts.bound, value: card.boundSince === null ? '' : moment(card.boundSince) },
  ]
  return lines.filter(({ value }) => value !== '')
}

function changeView({ change }: OfficeCard, language: Language, now: Instant) {
  if (!change) {
    return null
  }
  const { card, cardReasons, cardStatuses } = words[language]
  const { status, reason, note, at, by } = change
  const changed = { status: cardStatuses[status], by, moment: sayMoment(at, language, now) }
  return { text: fill(card.changed, changed), reason: cardReasons[reason], note }
}

/** The last question before a card's state changes. */
export function confirmQuestion(card: OfficeCard, status: SettableStatus, language: Language) {
  const { card: sentences } = words[language]
  const { act, confirm } = sentences.changes[status]
  const values = { number: groupCardNumber(card.number), name: card.maskedName }
  return {
    title: fill(confirm, values),
    content: sentences.changes[status].hint,
    confirm: act,
    cancel: sentences.notNow,
  }
}

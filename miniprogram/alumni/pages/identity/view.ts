/** An identity in words: its card, what is under way, the documents that were joined to it. */
import { sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import {
  groupCardNumber,
  type IdentityView,
  type Instant,
  joinReasons,
  type Language,
  lookUpReasons,
} from '../../../lib/domain'
import { alumniWords } from '../../words/words'

/** What the page shows of an identity. */
export function identityLines({ card, applying, aliases }: IdentityView, language: Language, now: Instant) {
  const { identity, documents } = alumniWords[language]
  return {
    title: card
      ? fill(identity.card, { number: groupCardNumber(card.number) })
      : identity[applying ? 'applying' : 'none'],
    person: card ? fill(identity.person, { name: card.maskedName, last4: card.last4 }) : '',
    status: card?.status ?? '',
    statusName: card ? identity.statuses[card.status] : '',
    aliases: aliases.map(({ id, type, masked, reason, note, at, by }) => ({
      id,
      masked,
      type: type === '' ? identity.byCardOnly : documents.types[type].name,
      why: [identity.reasons[reason], note].filter((text) => text !== '').join(' · '),
      who: fill(identity.alias, { by, moment: sayMoment(at, language, now) }),
    })),
  }
}

/** Why somebody is looked up by their document. */
export function whyChoices(language: Language) {
  const { whys } = alumniWords[language].identity
  return lookUpReasons.map((id) => ({ id, name: whys[id] }))
}

/** The choice of reasons. */
export function reasonChoices(language: Language) {
  const { reasons } = alumniWords[language].identity
  return joinReasons.map((id) => ({ id, name: reasons[id] }))
}

/** Of two cards, the choice which to revoke. */
export function revokeChoices(numbers: readonly string[], language: Language) {
  const { identity } = alumniWords[language]
  return numbers.map((id) => ({ id, name: fill(identity.revoke, { number: groupCardNumber(id) }) }))
}

/** What is known about one's data, in words. */
import { sayCardNumber } from '../../../i18n/card-number'
import { sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import type { Language, PrivacyOverview } from '../../../lib/domain'
import { alumniWords } from '../../words/words'

/** The version that a consent signed on paper has (domain/registration/paper). */
const ON_PAPER = 'paper'

export type PrivacyView = {
  due: string
  begun: boolean
  views: { key: string; who: string; why: string; when: string }[]
  kept: string[]
  consents: string[]
  /** When copies were taken. */
  taken: string[]
  canDelete: boolean
  /** What deleting does. */
  points: string[]
  wait: string
  prove: string
  proveForCopy: string
  sent: string
}

export function privacyView(overview: PrivacyOverview, language: Language): PrivacyView {
  const t = alumniWords[language].privacy
  const { now, deletion, cardNumber, phoneMasked, shredDays, deletionDays } = overview
  const say = (instant: number) => sayMoment(instant, language, now)
  const phone = { phone: phoneMasked }
  return {
    due: deletion?.canKeep ? fill(t.due, { moment: say(deletion.due) }) : '',
    begun: deletion?.canKeep === false,
    views: overview.views.map(({ at, role, why }, index) => ({
      key: String(index),
      who: t.viewed[role],
      why: t.why[why ?? 'review'],
      when: say(at),
    })),
    kept: t.keptText.map((line) => fill(line, { shredDays })),
    consents: overview.consents.map(({ privacy, at }) =>
      fill(t.consent, { version: privacy === ON_PAPER ? t.onPaper : privacy, moment: say(at) }),
    ),
    taken: overview.copies.map((at) => fill(t.copy.taken, { moment: say(at) })),
    canDelete: overview.held && deletion === null,
    points: pointsOf(t.points, cardNumber),
    wait: deletionDays > 0 ? fill(t.wait, { days: deletionDays }) : t.atOnce,
    prove: fill(t.prove, phone),
    proveForCopy: fill(t.copy.prove, phone),
    sent: fill(t.sent, phone),
  }
}

// The first line is about the card; who has none is not told that it ends.
function pointsOf([card = '', ...others]: readonly string[], cardNumber: string | null): string[] {
  return cardNumber === null ? others : [fill(card, { number: sayCardNumber(cardNumber) }), ...others]
}

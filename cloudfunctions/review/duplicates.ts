/** Other live applications, and cards, of the same name that may be the same person's. */
import { duplicateReason } from '../../domain/review/duplicates'
import type { Duplicate } from '../../domain/review/match-api'
import { find, type Stored } from '../_kit/store'

/** Namesakes read; a name that more people have says nothing. */
const MOST = 100
const MOST_SHOWN = 5

/** At most five, likeliest first. */
export async function duplicatesOf(application: Stored<'applications'>): Promise<Duplicate[]> {
  const { nameChinese, nameLatin } = application
  const name = nameChinese !== '' ? { nameChinese } : { nameLatin }
  const [applications, cards] = await Promise.all([
    find('applications', name, { limit: MOST }),
    find('cards', name, { limit: MOST }),
  ])
  const others = applications.filter(({ _id, digest }) => _id !== application._id && digest !== application.digest)
  const found = [
    ...others.filter(isLive).flatMap((other) => applicationOf(application, other)),
    ...cards.filter((card) => card.application === null && card.digest !== application.digest).map(cardOf),
  ]
  const order = ['same_study', 'same_phone', 'same_name']
  return found.sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why)).slice(0, MOST_SHOWN)
}

function isLive({ status, result }: Stored<'applications'>): boolean {
  return status === 'submitted' || result?.kind === 'approve'
}

function applicationOf(application: Stored<'applications'>, other: Stored<'applications'>): Duplicate[] {
  const why = duplicateReason(application, other)
  if (!why) {
    return []
  }
  return [
    {
      application: other._id,
      cardNumber: other.result?.cardNumber ?? null,
      name: other.nameChinese || other.nameLatin,
      documentMasked: other.documentMasked,
      why,
      submittedAt: other.submittedAt,
    },
  ]
}

// A card that was imported has no study on record here.
function cardOf(card: Stored<'cards'>): Duplicate {
  return {
    application: null,
    cardNumber: card._id,
    name: card.nameChinese || card.nameLatin,
    documentMasked: `···${card.last4}`,
    why: 'same_name',
    submittedAt: null,
  }
}

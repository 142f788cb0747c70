/** Who asks for a visit: what an application or a card says of them. Nothing is typed in again, so nothing can be made up. */
import { maskName } from '../../domain/identity'
import { dayOf } from '../../domain/time/shanghai'
import type { VisitorStanding } from '../../domain/visitor/rules'
import { visitorStanding } from '../../domain/visitor/standing'
import type { VisitRecord } from '../_kit/records/visitor'
import type { Call } from '../_kit/serve'
import { find } from '../_kit/store'

/** The part of a visit that says whose it is. */
type Identity = Pick<VisitRecord, 'digest' | 'maskedName' | 'last4' | 'portrait' | 'application' | 'cardNumber'>

export type Person = { standing: VisitorStanding; identity: Identity | null }

/** The person behind an account; a card speaks before an application. */
export async function personOf({ openid, now }: Pick<Call, 'openid' | 'now'>): Promise<Person> {
  const [[application = null], [card = null]] = await Promise.all([
    find('applications', { openid }, { order: 'submittedAt', direction: 'desc', limit: 1 }),
    find('cards', { openid }, { order: 'issuedAt', direction: 'desc', limit: 1 }),
  ])
  const standing = visitorStanding(application, card, dayOf(now))
  if (card) {
    const { digest, maskedName, last4, portrait } = card
    return { standing, identity: { digest, maskedName, last4, portrait, application: null, cardNumber: card._id } }
  }
  if (application) {
    const { digest, nameChinese, nameLatin, last4, portrait } = application
    const maskedName = maskName(nameChinese || nameLatin)
    const of = { application: application._id, cardNumber: null }
    return { standing, identity: { digest, maskedName, last4, portrait, ...of } }
  }
  return { standing, identity: null }
}

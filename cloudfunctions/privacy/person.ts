/** Everything that is on record about the owner of an account. */
import { maskPhone } from '../../domain/registration/phone'
import { cardPhoneOf, phoneOf } from '../_kit/sealed-fields'
import { find, type Stored } from '../_kit/store'

/** More than an account can have: one application a round. */
const MOST = 1000

export type PersonOnRecord = {
  /** Newest first. */
  applications: Stored<'applications'>[]
  cards: Stored<'cards'>[]
  visits: Stored<'visits'>[]
  /** The registered phone, E.164; '' when there is none. */
  phone: string
  phoneMasked: string
  /** Of the document that was given last; '' when nothing is held. */
  digest: string
}

export async function personOf(openid: string): Promise<PersonOnRecord> {
  const [applications, cards, visits] = await Promise.all([
    find('applications', { openid }, { order: 'submittedAt', direction: 'desc', limit: MOST }),
    find('cards', { openid }, { order: 'issuedAt', direction: 'desc', limit: MOST }),
    find('visits', { openid }, { order: 'day', direction: 'desc', limit: MOST }),
  ])
  const card = cards.find(({ status }) => status !== 'revoked') ?? cards[0]
  const [application] = applications
  const phone = card ? cardPhoneOf(card) : application ? phoneOf(application) : ''
  const digest = card?.digest ?? application?.digest ?? ''
  return { applications, cards, visits, phone, phoneMasked: phone && maskPhone(phone), digest }
}

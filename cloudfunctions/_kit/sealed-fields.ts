/** The sealed fields of applications and cards: the only place that knows where each of them belongs. */
import type { Document } from '../../domain/identity'
import type { Sealed } from './sealed'
import { seal, unseal } from './sealed'
import type { Stored } from './store'

const place = {
  document: (id: string) => `applications/${id}/document`,
  phone: (id: string) => `applications/${id}/phone`,
  cardPhone: (number: string) => `cards/${number}/phone`,
  wishPhone: (openid: string) => `wishes/${openid}/phone`,
}

/** Document and phone number of an application, sealed. */
export function sealIdentity(
  id: string,
  document: Document,
  phone: string,
): { documentSealed: Sealed; phoneSealed: Sealed } {
  return {
    documentSealed: seal(JSON.stringify(document), place.document(id)),
    phoneSealed: seal(phone, place.phone(id)),
  }
}

/** The full document of an application; null when it was shredded. */
export function documentOf({
  _id,
  documentSealed,
}: Pick<Stored<'applications'>, '_id' | 'documentSealed'>): Document | null {
  return documentSealed === null ? null : JSON.parse(unseal(documentSealed, place.document(_id)))
}

/** The phone number of an application, E.164, or '' when it was deleted. */
export function phoneOf({ _id, phoneSealed }: Pick<Stored<'applications'>, '_id' | 'phoneSealed'>): string {
  return phoneSealed === '' ? '' : unseal(phoneSealed, place.phone(_id))
}

/** The registered phone number of a card, sealed. */
export function sealCardPhone(number: string, phone: string): Sealed {
  return seal(phone, place.cardPhone(number))
}

/** The registered phone number of a card, E.164; '' for an older card that came without one. */
export function cardPhoneOf({ _id, phoneSealed }: Pick<Stored<'cards'>, '_id' | 'phoneSealed'>): string {
  return phoneSealed === '' ? '' : unseal(phoneSealed, place.cardPhone(_id))
}

/** The phone number that somebody left who waits for registration to open, sealed. */
export function sealWishPhone(openid: string, phone: string): Sealed {
  return seal(phone, place.wishPhone(openid))
}

/** The phone number of a wish, E.164, or '' when none was left. */
export function wishPhoneOf({ _id, phoneSealed }: Pick<Stored<'wishes'>, '_id' | 'phoneSealed'>): string {
  return phoneSealed === null ? '' : unseal(phoneSealed, place.wishPhone(_id))
}

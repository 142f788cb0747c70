/** The sealed fields of applications, cards and wishes, opened and closed. */
import type { Document } from '../../domain/identity'
import type { Sealed } from './sealed'
import { seal, unseal } from './sealed'
import { sealedPlace } from './sealed-places'
import type { Stored } from './store'

/** Document and phone number of an application, sealed. */
export function sealIdentity(
  id: string,
  document: Document,
  phone: string,
): { documentSealed: Sealed; phoneSealed: Sealed } {
  return {
    documentSealed: seal(JSON.stringify(document), sealedPlace('applications', id, 'documentSealed')),
    phoneSealed: seal(phone, sealedPlace('applications', id, 'phoneSealed')),
  }
}

/** The full document of an application; null when it was shredded. */
export function documentOf({
  _id,
  documentSealed,
}: Pick<Stored<'applications'>, '_id' | 'documentSealed'>): Document | null {
  return documentSealed === null
    ? null
    : JSON.parse(unseal(documentSealed, sealedPlace('applications', _id, 'documentSealed')))
}

/** The phone number of an application, E.164, or '' when it was deleted. */
export function phoneOf({ _id, phoneSealed }: Pick<Stored<'applications'>, '_id' | 'phoneSealed'>): string {
  return phoneSealed === '' ? '' : unseal(phoneSealed, sealedPlace('applications', _id, 'phoneSealed'))
}

/** The registered phone number of a card, sealed. */
export function sealCardPhone(number: string, phone: string): Sealed {
  return seal(phone, sealedPlace('cards', number, 'phoneSealed'))
}

/** The registered phone number of a card, E.164; '' for an older card that came without one. */
export function cardPhoneOf({ _id, phoneSealed }: Pick<Stored<'cards'>, '_id' | 'phoneSealed'>): string {
  return phoneSealed === '' ? '' : unseal(phoneSealed, sealedPlace('cards', _id, 'phoneSealed'))
}

/** The phone number that somebody left who waits for registration to open, sealed. */
export function sealWishPhone(openid: string, phone: string): Sealed {
  return seal(phone, sealedPlace('wishes', openid, 'phoneSealed'))
}

/** The phone number of a wish, E.164, or '' when none was left. */
export function wishPhoneOf({ _id, phoneSealed }: Pick<Stored<'wishes'>, '_id' | 'phoneSealed'>): string {
  return phoneSealed === null ? '' : unseal(phoneSealed, sealedPlace('wishes', _id, 'phoneSealed'))
}

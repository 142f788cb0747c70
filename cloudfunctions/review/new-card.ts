/** The card of an approved application: issued, waiting for its activation (notice III.3). */
import { activatableFrom } from '../../domain/activation/rules'
import { maskName } from '../../domain/identity'
import { passClass } from '../../domain/pass'
import type { Instant } from '../../domain/time/shanghai'
import type { CardRecord } from '../_kit/records'
import { phoneOf, sealCardPhone } from '../_kit/sealed-fields'
import type { Stored } from '../_kit/store'

/** @param validityYears the office's policy at the time of issue */
export function newCard(
  number: string,
  application: Stored<'applications'>,
  validityYears: number,
  now: Instant,
): CardRecord {
  const { _id, nameChinese, nameLatin, last4, portrait, language, digest, openid } = application
  return {
    class: passClass.alumnus,
    nameChinese,
    nameLatin,
    maskedName: maskName(nameChinese || nameLatin),
    last4,
    portrait,
    phoneSealed: sealCardPhone(number, phoneOf(application)),
    language,
    digest,
    openid,
    application: _id,
    status: 'issued',
    validityYears,
    issuedAt: now,
    activatableFrom: activatableFrom(now),
    activatedAt: null,
    validUntil: null,
    binding: null,
  }
}

/** The card of an approved application: issued, waiting for its activation (notice III.3). */
import { activatableFrom } from '../../domain/activation/rules'
import { maskName } from '../../domain/identity'
import { passClass } from '../../domain/pass'
import type { Instant } from '../../domain/time/shanghai'
import type { CardRecord } from '../_kit/records/card'
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

/** What a new card changes of the older one that takes its place: who holds it and how they prove it. */
export function handedOver(card: CardRecord): Partial<CardRecord> {
  const { nameChinese, nameLatin, maskedName, last4, portrait, phoneSealed, language } = card
  const { openid, application, activatableFrom: from } = card
  const holder = { nameChinese, nameLatin, maskedName, last4, portrait, phoneSealed, language }
  return { ...holder, openid, application, activatableFrom: from, askedFor: null }
}

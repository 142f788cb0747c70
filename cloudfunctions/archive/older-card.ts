/** The record of an older card, and how a later file changes it. */
import type { ImportRows } from '../../domain/archive/import-rows'
import { lastFour, maskName } from '../../domain/identity'
import { passClass } from '../../domain/pass'
import type { Day } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import type { CardRecord } from '../_kit/records/card'
import { cardPhoneOf, sealCardPhone } from '../_kit/sealed-fields'
import type { Stored } from '../_kit/store'
import type { Chunk } from './outcome'

type Row = ImportRows['cards']

/**
 * An older card, to be activated from today on. A term that has not ended is kept; one that has begins anew with the
 * activation, which the notice (II) offers to everybody who has applied before.
 */
export function olderCard(row: Row, digest: string, { today, now }: Chunk): CardRecord {
  return {
    class: passClass.alumnus,
    ...namesOf(row),
    last4: lastFour(row.document),
    portrait: '',
    phoneSealed: row.phone === '' ? '' : sealCardPhone(row.number, row.phone),
    language: row.nameChinese === '' ? 'en' : 'zh',
    digest,
    openid: null,
    application: null,
    status: 'issued',
    validityYears: university.card.validityYears,
    issuedAt: now,
    activatableFrom: today,
    activatedAt: null,
    validUntil: termOf(row, today),
    binding: null,
    imported: { issued: row.issued, at: now },
  }
}

/** The fields in which a row differs from the stored card; null when in none, or when the card is not waiting any more
 * or is being asked for. */
export function cardChanges(stored: Stored<'cards'>, row: Row, today: Day): Partial<CardRecord> | null {
  if (stored.status !== 'issued' || !stored.imported || stored.askedFor) {
    return null
  }
  const names = namesOf(row)
  const isSame =
    stored.nameChinese === names.nameChinese &&
    stored.nameLatin === names.nameLatin &&
    stored.validUntil === termOf(row, today) &&
    stored.imported.issued === row.issued &&
    cardPhoneOf(stored) === row.phone
  if (isSame) {
    return null
  }
  return {
    ...names,
    phoneSealed: row.phone === '' ? '' : sealCardPhone(row.number, row.phone),
    validUntil: termOf(row, today),
    imported: { ...stored.imported, issued: row.issued },
  }
}

function namesOf({ nameChinese, nameLatin }: Row) {
  return { nameChinese, nameLatin, maskedName: maskName(nameChinese || nameLatin) }
}

function termOf({ until }: Row, today: Day): Day | null {
  return until !== null && until >= today ? until : null
}

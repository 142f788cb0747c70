/** Cards, and the phones that show them. */
import type { CardStatus } from '../../../domain/card/api'
import type { Language } from '../../../domain/language'
import type { CardReason } from '../../../domain/office/cards'
import type { Day, Instant } from '../../../domain/time/shanghai'
import type { Sealed } from '../sealed'
import type { ImportMarks } from './archive'

/** A phone that shows the card; embedded in the card so that showing it is one read. */
export type Binding = { serial: number; devicePublicKey: string; boundAt: Instant }

/** Key: card number. */
export type CardRecord = {
  class: number
  nameChinese: string
  nameLatin: string
  maskedName: string
  last4: string
  portrait: string
  phoneSealed: Sealed
  language: Language
  digest: string
  /** The account that may show it; before activation the one that applied. */
  openid: string | null
  application: string | null
  status: CardStatus
  /** The office's policy when it was issued; counted from activation. */
  validityYears: number
  issuedAt: Instant
  activatableFrom: Day
  activatedAt: Instant | null
  validUntil: Day | null
  binding: Binding | null
  /** The last change of state by staff. */
  change?: CardChangeRecord
  /** Of a card that was issued before this system and waits to be activated like a new one. */
  imported?: { issued: Day | null; at: Instant }
  /** The live application that asks for this older card. */
  askedFor?: string | null
} & Partial<ImportMarks>

/** `by`: OPENID of the colleague, `byName` as staff see it. */
export type CardChangeRecord = {
  status: CardStatus
  reason: CardReason
  note: string
  at: Instant
  by: string
  byName: string
}

/**
 * Key: serial. Carries what a guard needs, so that a check is one read. A change of the card changes its binding, too.
 */
export type BindingRecord = {
  /** '' for a day pass. */
  cardNumber: string
  state: 'current' | 'replaced'
  cardStatus: CardStatus
  class: number
  maskedName: string
  last4: string
  portrait: string
  validUntil: Day
  boundAt: Instant
  /** The same as the key, as a number: lists are read in its order. */
  serial: number
  /** What status lists say of it; null: it is not on them. */
  listed: 'revoked' | 'suspended' | null
  /** Until when a credential issued before can still be shown; afterwards it leaves the lists. 0 when not listed. */
  listedUntil: Instant
}

/** What the office is asked and answers about identities: whose a document or card is, joining two, separating one again. */
import * as v from 'valibot'
import type { CardStatus } from '../card/api'
import { type JoinReason, joinReasons } from '../identity/aliases'
import { type DocumentType, documentTypes } from '../identity/document-type'
import { lookUpReasons } from '../identity/look-up'
import type { Instant } from '../time/shanghai'

export const identityRefusals = [
  'document_invalid', // details.why: what is wrong with it
  'identity_joined', // they are one already
  'identity_two_cards', // details: both numbers; say which is revoked
  'identity_applying', // one of them has an application that must be decided first
  'alias_unknown', // separated meanwhile
] as const

const NOTE_MAX = 200
const note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(NOTE_MAX)), '')
const cardNumber = v.pipe(v.string(), v.maxLength(40))
const document = v.strictObject({
  type: v.picklist(documentTypes),
  country: v.pipe(v.string(), v.maxLength(3)),
  number: v.pipe(v.string(), v.maxLength(40)),
})

/** An identity is named by a card or by a document in full. */
const reference = v.union([v.strictObject({ cardNumber }), v.strictObject({ document })])
export type IdentityReference = v.InferOutput<typeof reference>

export const identityRequests = {
  /** By a document only with a reason. */
  identity: v.union([
    v.strictObject({ of: v.strictObject({ cardNumber }) }),
    v.strictObject({ of: v.strictObject({ document }), why: v.picklist(lookUpReasons) }),
  ]),
  joinIdentities: v.strictObject({
    one: reference,
    other: reference,
    reason: v.picklist(joinReasons),
    note,
    revoke: v.optional(v.nullable(cardNumber), null),
  }),
  /** Undoes a join: admins. */
  separateIdentity: v.strictObject({ of: reference, id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) }),
} as const

/** A further document of the same person. */
export type AliasView = {
  id: string
  /** '' when it was named by a card. */
  type: DocumentType | ''
  masked: string
  reason: JoinReason
  note: string
  at: Instant
  by: string
}

export type IdentityView = {
  card: { number: string; status: CardStatus; maskedName: string; last4: string } | null
  /** There is an application, and no card yet. */
  applying: boolean
  aliases: AliasView[]
}

export type IdentityReplies = {
  identity: { identity: IdentityView }
  joinIdentities: { identity: IdentityView }
  separateIdentity: { identity: IdentityView }
}

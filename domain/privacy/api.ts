/** What the privacy function is asked and answers: what an account's owner may know of their data, and do with them. */
import * as v from 'valibot'
import { proofSchema } from '../activation/api'
import { languages } from '../language'
import { consentSchema, type DocumentView } from '../registration/api'
import type { Instant } from '../time/shanghai'
import { type KeyReplies, keyRequests } from './keys-api'

export const privacyRefusals = [
  'nothing_held', // there is no application and no card of this account
  'phone_unknown', // no phone number is registered that could be proved
  'proof_not_matched', // a wrong code, or another phone
  'deletion_begun', // it cannot be taken back any more
  'too_many_copies', // details.from: the day on which the next one can be taken
] as const

/** Codes and proofs that an account may try in a Shanghai day. */
export const PROOFS_A_DAY = 10

export const privacyRequests = {
  ...keyRequests,
  overview: v.strictObject({}),
  /** Sends a code to the registered phone. */
  sendCode: v.strictObject({ language: v.picklist(languages) }),
  askDeletion: v.strictObject({ proof: proofSchema }),
  keepData: v.strictObject({}),
  /** Whether the account agreed to the texts of today. */
  agreed: v.strictObject({}),
  /** Agreeing again, to texts that have changed. */
  agree: v.strictObject({ consent: consentSchema }),
  /** A copy of one's data: files that lie in the storage for an hour. */
  takeCopy: v.strictObject({ proof: proofSchema, language: v.picklist(languages) }),
} as const

export type PrivacyRequest<Action extends keyof typeof privacyRequests> = v.InferOutput<
  (typeof privacyRequests)[Action]
>

/** A consent: the versions of both texts, and when it was given. */
export type ConsentView = { privacy: string; document: string; at: Instant }

/**
 * A file of a copy; its address opens it for half an hour. `workbook` opens on the phone, `data` is for other systems.
 */
export type CopyFile = { kind: 'workbook' | 'data' | 'portrait' | 'proof'; name: string; url: string }

export type PrivacyOverview = {
  now: Instant
  /** False when there is nothing to delete. */
  held: boolean
  cardNumber: string | null
  /** Of the registered phone, for the proof; '' when there is none. */
  phoneMasked: string
  /** Looks at the full document number, newest first. */
  views: DocumentView[]
  /** Newest first. */
  consents: ConsentView[]
  /** When copies of the data were taken, newest first: whoever did not take one learns of it. */
  copies: Instant[]
  /** When everything is deleted, if that was asked for; `canKeep` until it begins. */
  deletion: { due: Instant; canKeep: boolean } | null
  /** Policies: days until shredding after the decision, and until a deletion begins. */
  shredDays: number
  deletionDays: number
}

export type PrivacyReplies = KeyReplies & {
  overview: PrivacyOverview
  sendCode: { expiresAt: Instant }
  askDeletion: { due: Instant }
  keepData: null
  agreed: { agreed: boolean }
  agree: null
  takeCopy: { files: CopyFile[]; until: Instant }
}

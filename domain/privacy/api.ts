/** What the privacy function is asked and answers: what an account's owner may know of their data, and do with them. */
import * as v from 'valibot'
import { proofSchema } from '../activation/api'
import { languages } from '../language'
import type { DocumentView } from '../registration/api'
import type { Instant } from '../time/shanghai'

export const privacyRefusals = [
  'nothing_held', // there is no application and no card of this account
  'phone_unknown', // no phone number is registered that could be proved
  'proof_not_matched', // a wrong code, or another phone
  'deletion_begun', // it cannot be taken back any more
] as const

/** Codes and proofs that an account may try in a Shanghai day. */
export const PROOFS_A_DAY = 10

export const privacyRequests = {
  overview: v.strictObject({}),
  /** Sends a code to the registered phone. */
  sendCode: v.strictObject({ language: v.picklist(languages) }),
  askDeletion: v.strictObject({ proof: proofSchema }),
  keepData: v.strictObject({}),
} as const

export type PrivacyRequest<Action extends keyof typeof privacyRequests> = v.InferOutput<
  (typeof privacyRequests)[Action]
>

/** A consent: the versions of both texts, and when it was given. */
export type ConsentView = { privacy: string; document: string; at: Instant }

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
  /** When everything is deleted, if that was asked for; `canKeep` until it begins. */
  deletion: { due: Instant; canKeep: boolean } | null
  /** Policies: days until shredding after the decision, and until a deletion begins. */
  shredDays: number
  deletionDays: number
}

export type PrivacyReplies = {
  overview: PrivacyOverview
  sendCode: { expiresAt: Instant }
  askDeletion: { due: Instant }
  keepData: null
}

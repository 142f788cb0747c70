/** What the card function is asked and answers: the holder's own card and its credential. */
import * as v from 'valibot'
import type { Day, Instant } from '../time/shanghai'

export const cardRefusals = [
  'card_none', // this WeChat account holds no active card
  'device_changed', // the card is bound to another phone: prove identity again
] as const

/** An Ed25519 public key, lower-case hex. */
export const publicKeySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const cardRequests = {
  /** `devicePublicKey`: this phone's key, so that the answer can carry a fresh credential for it. */
  show: v.strictObject({ devicePublicKey: v.optional(publicKeySchema) }),
} as const

export const cardStatuses = ['issued', 'active', 'suspended', 'revoked'] as const
export type CardStatus = (typeof cardStatuses)[number]

/** The card as its holder sees it. */
export type CardView = {
  number: string
  status: CardStatus
  class: number
  nameChinese: string
  nameLatin: string
  portraitUrl: string
  activatedAt: Instant
  validUntil: Day
  /** The first day on which it can be renewed; null while that is far away. */
  renewableFrom: Day | null
}

/** A credential for the pass (domain/pass), lower-case hex, and the day on which it ends. */
export type CredentialView = { credential: string; expires: Day }

export type CardReplies = {
  show: { now: Instant; card: CardView; credential: CredentialView | null }
}

export type CardRequest<Action extends keyof typeof cardRequests> = v.InferOutput<(typeof cardRequests)[Action]>

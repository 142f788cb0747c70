/** What the renewal function is asked and answers: the document and a fresh proof of the registered phone, as at activation. */
import * as v from 'valibot'
import { proofSchema } from '../activation/api'
import { type CardReplies, publicKeySchema } from '../card/api'
import { documentSchema } from '../registration/api'

export const renewalRefusals = [
  'renewal_too_early', // details.from
  'renewal_not_activated', // a card that nobody has activated is activated, not renewed
] as const

export const renewalRequests = {
  /** Extends the card of this document and leaves it bound to this account and phone. */
  renew: v.strictObject({ document: documentSchema, proof: proofSchema, devicePublicKey: publicKeySchema }),
} as const

export type RenewalRequest<Action extends keyof typeof renewalRequests> = v.InferOutput<
  (typeof renewalRequests)[Action]
>

export type RenewalReplies = { renew: CardReplies['show'] }

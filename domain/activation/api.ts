/** What the activation function is asked and answers. */
import * as v from 'valibot'
import { type CardReplies, publicKeySchema } from '../card/api'
import { languages } from '../language'
import { documentSchema } from '../registration/api'
import type { Instant } from '../time/shanghai'

export const activationRefusals = [
  'activation_not_matched', // no card, another phone, a wrong code: one answer, details never say which
  'activation_too_early', // details.from
  'too_many_attempts', // details.from: the day on which it is possible again
  'card_suspended',
  'card_revoked',
  'card_expired',
  'account_has_other_card', // one WeChat account, one card
] as const

/** Proof of the registered phone: WeChat's own number by one tap, or a code sent to the registered one. */
export const proofSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('wechat_phone'), code: v.pipe(v.string(), v.maxLength(128)) }),
  v.strictObject({ kind: v.literal('sms_code'), code: v.pipe(v.string(), v.regex(/^\d{6}$/)) }),
])

export const activationRequests = {
  /** Sends a code to the phone registered for this document; the answer is the same when there is none. */
  sendCode: v.strictObject({ document: documentSchema, language: v.picklist(languages) }),
  activate: v.strictObject({ document: documentSchema, proof: proofSchema, devicePublicKey: publicKeySchema }),
} as const

export type ActivationRequest<Action extends keyof typeof activationRequests> = v.InferOutput<
  (typeof activationRequests)[Action]
>

export type ActivationReplies = {
  sendCode: { expiresAt: Instant }
  activate: CardReplies['show']
}

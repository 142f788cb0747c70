/** The answer of an action: its reply, or a code from the closed list. */
import type { PrivacyReplies, privacyRefusals } from '../../domain/privacy/api'
import type { RequestRefusal } from '../../domain/refusals'
import type { Result } from '../../domain/result'

export type PrivacyRefusal =
  | (typeof privacyRefusals)[number]
  | 'too_many_attempts'
  | 'phone_code_invalid'
  | 'consent_missing'
  | RequestRefusal
export type Answer<Action extends keyof PrivacyReplies> = Promise<Result<PrivacyReplies[Action], PrivacyRefusal>>

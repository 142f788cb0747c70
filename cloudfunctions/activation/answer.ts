/** The answer of an action: its reply, or a code from the closed list. */
import type { ActivationReplies, activationRefusals } from '../../domain/activation/api'
import type { RequestRefusal } from '../../domain/refusals'
import type { Result } from '../../domain/result'

export type ActivationRefusal = (typeof activationRefusals)[number] | RequestRefusal
export type Answer<Action extends keyof ActivationReplies> = Promise<
  Result<ActivationReplies[Action], ActivationRefusal>
>

/** The answer of an action: its reply, or a code from the closed list. */
import type { activationRefusals } from '../../domain/activation/api'
import type { RequestRefusal } from '../../domain/refusals'
import type { RegistrationReplies, registrationRefusals } from '../../domain/registration/api'
import type { Result } from '../../domain/result'

/** A refusal that activation has, too. */
type Shared = Extract<(typeof activationRefusals)[number], 'too_many_attempts'>

export type RegistrationRefusal = (typeof registrationRefusals)[number] | Shared | RequestRefusal
export type Answer<Action extends keyof RegistrationReplies> = Promise<
  Result<RegistrationReplies[Action], RegistrationRefusal>
>

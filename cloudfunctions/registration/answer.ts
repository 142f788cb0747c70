/** The answer of an action: its reply, or a code from the closed list. */
import type { RequestRefusal } from '../../domain/refusals'
import type { RegistrationReplies, registrationRefusals } from '../../domain/registration/api'
import type { Result } from '../../domain/result'

export type RegistrationRefusal = (typeof registrationRefusals)[number] | RequestRefusal
export type Answer<Action extends keyof RegistrationReplies> = Promise<
  Result<RegistrationReplies[Action], RegistrationRefusal>
>

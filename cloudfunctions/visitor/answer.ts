/** The answer of an action: its reply, or a code from the closed list. */

import type { RequestRefusal } from '../../domain/refusals'
import type { registrationRefusals } from '../../domain/registration/api'
import type { Result } from '../../domain/result'
import type { VisitorReplies, visitorRefusals } from '../../domain/visitor/api'

export type VisitorRefusal =
  | (typeof visitorRefusals)[number]
  | Extract<(typeof registrationRefusals)[number], 'registration_not_ready'>
  | RequestRefusal
export type Answer<Action extends keyof VisitorReplies> = Promise<Result<VisitorReplies[Action], VisitorRefusal>>

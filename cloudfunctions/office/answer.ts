/** The answer of an action: its reply, or a code from the closed list. */
import type { gateRefusals } from '../../domain/gate/api'
import type { OfficeReplies, officeRefusals } from '../../domain/office/api'
import type { RequestRefusal } from '../../domain/refusals'
import type { Result } from '../../domain/result'

/** Refusals that the gate has, too. */
type Shared = Extract<(typeof gateRefusals)[number], 'point_unknown' | 'card_not_activated'>

export type OfficeRefusal = (typeof officeRefusals)[number] | Shared | RequestRefusal
export type Answer<Action extends keyof OfficeReplies> = Promise<Result<OfficeReplies[Action], OfficeRefusal>>

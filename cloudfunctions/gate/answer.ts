/** The answer of an action: its reply, or a code from the closed list. */
import type { GateReplies, gateRefusals } from '../../domain/gate/api'
import type { RequestRefusal } from '../../domain/refusals'
import type { Result } from '../../domain/result'

export type GateRefusal = (typeof gateRefusals)[number] | RequestRefusal
export type Answer<Action extends keyof GateReplies> = Promise<Result<GateReplies[Action], GateRefusal>>

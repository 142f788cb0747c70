/** The answer of an action: its reply, or a code from the closed list. */
import type { OfficeReplies, officeRefusals } from '../../domain/office/api'
import type { RequestRefusal } from '../../domain/refusals'
import type { Result } from '../../domain/result'

export type OfficeRefusal = (typeof officeRefusals)[number] | RequestRefusal
export type Answer<Action extends keyof OfficeReplies> = Promise<Result<OfficeReplies[Action], OfficeRefusal>>

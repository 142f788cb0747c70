/** The answer of an action: its reply, or a code from the closed list. */
import type { RequestRefusal } from '../../domain/refusals'
import type { Result } from '../../domain/result'
import type { ReviewReplies, reviewRefusals } from '../../domain/review/api'

export type ReviewRefusal = (typeof reviewRefusals)[number] | RequestRefusal
export type Answer<Action extends keyof ReviewReplies> = Promise<Result<ReviewReplies[Action], ReviewRefusal>>

/** The review function, typed: an action's name decides what it is asked and what it answers. */
import type { ReviewReplies, ReviewRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof ReviewReplies

/** Calls one action of the review function. */
export function review<Action extends Actions>(
  action: Action,
  data: ReviewRequest<Action>,
): Promise<Reply<ReviewReplies[Action]>> {
  return request('review', action, data)
}

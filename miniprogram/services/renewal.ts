/** The renewal function, typed: an action's name decides what it is asked and what it answers. */
import type { RenewalReplies, RenewalRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof RenewalReplies

/** Calls one action of the renewal function. */
export function renewal<Action extends Actions>(
  action: Action,
  data: RenewalRequest<Action>,
): Promise<Reply<RenewalReplies[Action]>> {
  return request('renewal', action, data)
}

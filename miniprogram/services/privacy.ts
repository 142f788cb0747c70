/** The privacy function, typed: an action's name decides what it is asked and what it answers. */
import type { PrivacyReplies, PrivacyRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof PrivacyReplies

/** Calls one action of the privacy function. */
export function privacy<Action extends Actions>(
  action: Action,
  data: PrivacyRequest<Action>,
): Promise<Reply<PrivacyReplies[Action]>> {
  return request('privacy', action, data)
}

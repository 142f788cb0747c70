/** The registration function, typed: an action's name decides what it is asked and what it answers. */
import type { RegistrationReplies, RegistrationRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof RegistrationReplies

/** Calls one action of the registration function. */
export function registration<Action extends Actions>(
  action: Action,
  data: RegistrationRequest<Action>,
): Promise<Reply<RegistrationReplies[Action]>> {
  return request('registration', action, data)
}

/** The activation function, typed: an action's name decides what it is asked and what it answers. */
import type { ActivationReplies, ActivationRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof ActivationReplies

/** Calls one action of the activation function. */
export function activation<Action extends Actions>(
  action: Action,
  data: ActivationRequest<Action>,
): Promise<Reply<ActivationReplies[Action]>> {
  return request('activation', action, data)
}

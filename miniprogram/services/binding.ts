/** The binding function, typed: an action's name decides what it is asked and what it answers. */
import type { BindingReplies, BindingRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof BindingReplies

/** Calls one action of the binding function. */
export function binding<Action extends Actions>(
  action: Action,
  data: BindingRequest<Action>,
): Promise<Reply<BindingReplies[Action]>> {
  return request('binding', action, data)
}

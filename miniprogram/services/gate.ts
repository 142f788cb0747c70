/** The gate function, typed: an action's name decides what it is asked and what it answers. */
import type { GateReplies, GateRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof GateReplies

/** Calls one action of the gate function. */
export function gate<Action extends Actions>(
  action: Action,
  data: GateRequest<Action>,
): Promise<Reply<GateReplies[Action]>> {
  return request('gate', action, data)
}

/** The visitor function, typed: an action's name decides what it is asked and what it answers. */
import type { VisitorReplies, VisitorRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof VisitorReplies

/** Calls one action of the visitor function. */
export function visitor<Action extends Actions>(
  action: Action,
  data: VisitorRequest<Action>,
): Promise<Reply<VisitorReplies[Action]>> {
  return request('visitor', action, data)
}

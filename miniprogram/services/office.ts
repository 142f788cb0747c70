/** The office function, typed: an action's name decides what it is asked and what it answers. */
import type { OfficeReplies, OfficeRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof OfficeReplies

/** Calls one action of the office function. */
export function office<Action extends Actions>(
  action: Action,
  data: OfficeRequest<Action>,
): Promise<Reply<OfficeReplies[Action]>> {
  return request('office', action, data)
}

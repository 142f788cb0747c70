/** The notifications function, typed: an action's name decides what it is asked and what it answers. */
import type { NotificationsReplies, NotificationsRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof NotificationsReplies

/** Calls one action of the notifications function. */
export function notifications<Action extends Actions>(
  action: Action,
  data: NotificationsRequest<Action>,
): Promise<Reply<NotificationsReplies[Action]>> {
  return request('notifications', action, data)
}

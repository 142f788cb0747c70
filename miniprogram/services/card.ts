/** The card function, typed: an action's name decides what it is asked and what it answers. */
import type { CardReplies, CardRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof CardReplies

/** Calls one action of the card function. */
export function card<Action extends Actions>(
  action: Action,
  data: CardRequest<Action>,
): Promise<Reply<CardReplies[Action]>> {
  return request('card', action, data)
}

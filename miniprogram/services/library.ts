/** The library function, typed: an action's name decides what it is asked and what it answers. */
import type { LibraryReplies, LibraryRequest } from '../lib/domain'
import { type Reply, request } from './request'

type Actions = keyof LibraryReplies

/** Calls one action of the library function. */
export function library<Action extends Actions>(
  action: Action,
  data: LibraryRequest<Action>,
): Promise<Reply<LibraryReplies[Action]>> {
  return request('library', action, data)
}

/** The answer of an action: its reply, or a code from the closed list. */
import type { NotificationsReplies, notificationsRefusals } from '../../domain/notifications/api'
import type { RequestRefusal } from '../../domain/refusals'
import type { Result } from '../../domain/result'

export type NotificationsRefusal = (typeof notificationsRefusals)[number] | RequestRefusal
export type Answer<Action extends keyof NotificationsReplies> = Promise<
  Result<NotificationsReplies[Action], NotificationsRefusal>
>

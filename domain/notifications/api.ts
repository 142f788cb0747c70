/** What the notifications function is asked and answers. It runs by timer; staff only look and resend. */
import * as v from 'valibot'

export const notificationsRequests = {
  /** Sends what is due; `left` tells whether there is more. Called by the timer and after a round was closed. */
  dispatch: v.strictObject({}),
} as const

export type NotificationsReplies = { dispatch: { sent: number; failed: number; left: boolean } }

/** Watching a closing: what a phone asks every few seconds while a round closes, by its own calls or by the timer's. */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'
import type { RoundView } from './api'

export const closingRequests = {
  progress: v.strictObject({ round: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)) }),
} as const

/** How far a closing has come, in applications. */
export type ClosingProgress = { startedAt: Instant; done: number; total: number }

export type ClosingReplies = {
  progress: {
    now: Instant
    /** Null when nobody has started, and when it is over. */
    progress: ClosingProgress | null
    /** Undecided ones that nobody has agreed to carry over: the round cannot end without an answer. */
    undecided: number
    /** What the round came to, once it is closed. */
    summary: RoundView['lastClosed']
  }
}

/**
 * What is asked of the keys under which documents are sealed and found: by the command and the timer, in the platform's
 * name (docs/keys.md). Reviewers may ask the same, as of everything that the platform starts; no answer holds a key, and
 * asking again does no harm.
 */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'

export const keyKinds = ['encryption', 'digest'] as const
export type KeyKind = (typeof keyKinds)[number]

export const keyRequests = {
  /** How far the exchange of each key is. */
  keys: v.strictObject({}),
  /** Works on it for most of a call; the timer does the same by itself. */
  rotateKeys: v.strictObject({}),
  /** Goes through everything once more, before an earlier key is taken away. */
  recheckKeys: v.strictObject({}),
} as const

/** `none`: there is one key only; `done`: nothing is stored under an earlier one. */
export type KeyRotationView = {
  kind: KeyKind
  /** Ids of the key in use, and of the others that are here. */
  key: string
  others: readonly string[]
  state: 'none' | 'moving' | 'sweeping' | 'done'
  /** Records that were brought under the key; that could not be; complete goes through all of them. */
  moved: number
  stuck: number
  passes: number
  startedAt: Instant | null
  finishedAt: Instant | null
}

export type KeyReplies = {
  keys: { rotations: KeyRotationView[] }
  rotateKeys: { rotations: KeyRotationView[] }
  recheckKeys: { rotations: KeyRotationView[] }
}

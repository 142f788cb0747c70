/** What the review function is asked and answers about the archive match and bulk approval; spread into api.ts. */
import * as v from 'valibot'
import type { Document } from '../identity'
import type { Day, Instant } from '../time/shanghai'
import { SAMPLE_SIZE } from './bulk'
import type { Match } from './match'

export const matchRefusals = [
  'bulk_unknown',
  'bulk_undone', // the bulk approval was undone; look at a new sample
  'sample_not_seen', // details.left: pictures nobody has looked at
  'sample_outdated', // the sample is of another round, or too old
  'nothing_exact', // no undecided application matches exactly
] as const

const id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))

export const matchRequests = {
  match: v.strictObject({ id }),
  exact: v.strictObject({}),
  sampleExact: v.strictObject({}),
  /** `after` is the place where the last call stopped. */
  approveExact: v.strictObject({
    id,
    seen: v.pipe(v.array(id), v.maxLength(SAMPLE_SIZE)),
    after: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  undoExact: v.strictObject({ id }),
} as const

/** Somebody else's application or card that may be the same person's. */
export type Duplicate = {
  /** Application to open; null for an imported card. */
  application: string | null
  cardNumber: string | null
  name: string
  documentMasked: string
  /** Why it is shown. */
  why: 'same_study' | 'same_phone' | 'same_name'
  submittedAt: Instant | null
}

/** One application of the sample, on one screen. */
export type SampleItem = {
  id: string
  name: string
  otherName: string
  documentType: Document['type']
  documentMasked: string
  portraitUrl: string
  proofUrl: string
  match: Match
}

/** A bulk approval and how far it is. */
export type BulkView = {
  id: string
  round: Day
  state: 'approving' | 'done' | 'undone'
  at: Instant
  /** Who began it, as colleagues know them. */
  byName: string
  /** Applications that it holds approved now. */
  approved: number
}

export type MatchReplies = {
  /** `bulk`: how it was approved, when in bulk; `unseen` means that nobody looked at this one. */
  match: Match & { duplicates: Duplicate[]; bulk: 'seen' | 'unseen' | null }
  /** `pending`: not looked up yet. `last` is the round's latest bulk approval. */
  exact: { round: Day | null; exact: number; pending: number; last: BulkView | null }
  sampleExact: { id: string; total: number; items: SampleItem[] }
  /** `done` false: call again with `after`. `skipped`: taken or decided by a colleague meanwhile. */
  approveExact: { done: boolean; approved: number; skipped: number; left: number; after: string | null }
  undoExact: { done: boolean; undone: number; left: number }
}

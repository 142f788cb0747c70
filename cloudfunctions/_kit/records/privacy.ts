/** Photos without an application, deletions that were asked for, copies of data, keys that are being replaced. */
import type { Instant } from '../../../domain/time/shanghai'
import type { Place } from '../walk'
import type { GivenConsent } from './registration'

/**
 * Key: the photo's file name. A photo that no application needs, or none yet (uploads.ts); `openid` is '' when its
 * person was deleted. `removed`: its file is deleted; the record stays for a while, so that the photo cannot be handed
 * in.
 */
export type UploadRecord = { openid: string; due: Instant; state: 'kept' | 'removed' }

/**
 * Key: OPENID. Somebody asked for their data to be deleted; `running`: it is `due`, has begun and cannot be taken back.
 */
export type DeletionRecord = { askedAt: Instant; due: Instant; state: 'asked' | 'running' }

/**
 * Key: random. A copy of their data that somebody took. `files`: names under `copies/<key>/` in the storage, until they
 * are removed; written before the files are, so that none is forgotten.
 */
export type CopyRecord = { openid: string; at: Instant; until: Instant; files: string[]; state: 'kept' | 'removed' }

/** Key: random. Somebody agreed again, to texts that had changed; `openid` is '' when their data were deleted. */
export type AgreementRecord = GivenConsent & { openid: string }

/** Key: `encryption:<key id>` and `digest:<key id>`: bringing everything that is stored under that key (docs/keys.md). */
export type KeyRotationRecord = {
  /** `sweeping`: all is under the key, traces of the earlier one are removed. */
  state: 'moving' | 'sweeping' | 'done'
  startedAt: Instant
  /** Which collection is gone through, by its place in the list, and up to where. */
  part: number
  after: Place | null
  /** Goes through all of them so far, and what the present one found; one that finds nothing is the last. */
  passes: number
  found: number
  /** Records that were brought under the key, and those that could not be. */
  moved: number
  stuck: number
  /** When sweeping began; calls that began before may still write. */
  sweepingSince: Instant
  finishedAt: Instant | null
  leaseUntil: Instant
}

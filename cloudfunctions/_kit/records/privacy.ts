/** Photos without an application, deletions that were asked for, copies of data. */
import type { Instant } from '../../../domain/time/shanghai'

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

/**
 * Bringing everything that is stored under a new key, a page at a time, while everybody goes on working. Each record
 * changes in one step or one transaction, so a worker may be killed anywhere: what is done is recognised by the key's
 * name in it. It goes through all collections until one go finds nothing; only then is it done. Steps for people:
 * docs/keys.md.
 */
import type { KeyKind } from '../../domain/privacy/keys-api'
import type { Instant } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import { digestRotation, hasEarlierDigestKeys } from '../_kit/chained-digest'
import { atMost } from '../_kit/conditions'
import { inLanes } from '../_kit/lanes'
import { logFailure } from '../_kit/log'
import type { CollectionName } from '../_kit/records'
import type { KeyRotationRecord } from '../_kit/records/privacy'
import { openingKeyIds, sealingKeyId } from '../_kit/sealed'
import { get, type Patch, type Stored, updateWhere } from '../_kit/store'
import { change } from '../_kit/transaction'
import { walkPage } from '../_kit/walk'
import { redigesters, sweepers } from './redigest'
import { resealers } from './reseal'

/** A collection, and what is done with each of its records. `bring` says whether there was anything to do. */
export type Bringer = { collection: CollectionName; bring: (record: Stored<CollectionName>) => Promise<boolean> }

type Rotation = { kind: KeyKind; id: string; moving: readonly Bringer[]; sweeping: readonly Bringer[] }

const LANES = 8
/** Longer than a function lives. */
const LEASE = 2 * 60_000

const fresh = { part: 0, after: null, passes: 0, found: 0, sweepingSince: 0, finishedAt: null }

/** The keys that are being replaced: those beside which another one stands. */
export function rotations(): Rotation[] {
  const encryption: Rotation = {
    kind: 'encryption',
    id: `encryption:${sealingKeyId}`,
    moving: resealers,
    sweeping: [],
  }
  const digest: Rotation = { kind: 'digest', id: digestRotation, moving: redigesters, sweeping: sweepers }
  return [...(openingKeyIds.length > 1 ? [encryption] : []), ...(hasEarlierDigestKeys ? [digest] : [])]
}

/**
 * Works on the keys that are being replaced until the time is up. @returns how many records were brought under a new
 * key
 */
export async function workOnKeys(now: Instant, isOver: () => boolean): Promise<number> {
  let moved = 0
  for (const rotation of rotations()) {
    moved += await workOn(rotation, now, isOver)
  }
  return moved
}

/** Lets every key be gone through once more. */
export async function recheck(now: Instant): Promise<void> {
  for (const { id, kind } of rotations()) {
    await change(async (transaction) => {
      if (await transaction.get('keyRotations', id)) {
        await transaction.update('keyRotations', id, { ...fresh, state: 'moving', stuck: 0 })
        await recordAction(transaction, { openid: '', now }, 'privacy.recheckKeys', id, { kind })
      }
    })
  }
}

async function workOn(rotation: Rotation, now: Instant, isOver: () => boolean): Promise<number> {
  const { id } = rotation
  await begin(rotation, now)
  if ((await updateWhere('keyRotations', { _id: id, leaseUntil: atMost(now) }, { leaseUntil: now + LEASE })) === 0) {
    return 0
  }
  let moved = 0
  try {
    let isMore = true
    while (isMore && !isOver()) {
      const step = await oneStep(rotation, now, isOver)
      moved += step.moved
      isMore = step.isMore
    }
  } finally {
    await updateWhere('keyRotations', { _id: id }, { leaseUntil: 0 })
  }
  return moved
}

async function begin({ id, kind }: Rotation, now: Instant): Promise<void> {
  if (await get('keyRotations', id)) {
    return
  }
  await change(async (transaction) => {
    if (await transaction.get('keyRotations', id)) {
      return
    }
    const record = { ...fresh, state: 'moving', startedAt: now, moved: 0, stuck: 0, leaseUntil: 0 } as const
    await transaction.insert('keyRotations', id, record)
    await recordAction(transaction, { openid: '', now }, 'privacy.rotateKeys', id, { kind })
  })
}

/** One page. */
async function oneStep(rotation: Rotation, now: Instant, isOver: () => boolean) {
  const { id } = rotation
  const record = await get('keyRotations', id)
  if (!record || record.state === 'done') {
    return { moved: 0, isMore: false }
  }
  const bringers = record.state === 'moving' ? rotation.moving : rotation.sweeping
  const bringer = bringers[record.part]
  if (!bringer) {
    return { moved: 0, isMore: await endOfPass(rotation, record, now) }
  }
  const page = await walkPage({ collection: bringer.collection, by: '_id' }, record.after)
  const done = { moved: 0, stuck: 0 }
  const handled = await inLanes(page.records, LANES, isOver, async (each) => {
    try {
      done.moved += (await bringer.bring(each)) ? 1 : 0
    } catch (error) {
      // It is met again by the next go, and keeps the others from nothing.
      done.stuck += 1
      logFailure('rotateKeys', error)
    }
  })
  const next = page.isLast ? { part: record.part + 1, after: null } : { after: page.place }
  const found = record.found + done.moved + done.stuck
  await note(id, {
    ...(handled === page.records.length ? next : {}),
    found,
    moved: record.moved + (record.state === 'moving' ? done.moved : 0),
    stuck: record.stuck + done.stuck,
  })
  return { moved: done.moved, isMore: true }
}

/** @returns whether there is more to do now */
async function endOfPass(rotation: Rotation, record: Stored<'keyRotations'>, now: Instant): Promise<boolean> {
  const { id, kind, sweeping } = rotation
  const again = { part: 0, after: null, found: 0, stuck: 0, passes: record.passes + 1 }
  if (record.found > 0) {
    await note(id, again)
    // What is stuck waits for the next call.
    return record.stuck === 0
  }
  if (record.state === 'moving' && sweeping.length > 0) {
    await note(id, { ...again, state: 'sweeping', sweepingSince: now })
    return true
  }
  if (record.state === 'sweeping' && now < record.sweepingSince + LEASE) {
    await note(id, again)
    return false
  }
  await change(async (transaction) => {
    await transaction.update('keyRotations', id, { ...again, state: 'done', finishedAt: now })
    await recordAction(transaction, { openid: '', now }, 'privacy.keysRotated', id, { kind, moved: record.moved })
  })
  return false
}

async function note(id: string, progress: Patch<'keyRotations'> & Partial<KeyRotationRecord>): Promise<void> {
  await updateWhere('keyRotations', { _id: id }, progress)
}

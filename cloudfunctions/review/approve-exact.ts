/**
 * Approves all exact matches of the round after a look at the sample. A call works for a while and says where it
 * stopped; killed anywhere and called again, by whomever, it goes on with those that are still undecided. Each
 * application is decided in a transaction of its own, with its audit entry, and only if it is still as the list had it.
 */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { decideInBulk, mayApproveAll } from '../../domain/review/bulk'
import type { Review } from '../../domain/review/calendar'
import { noHold } from '../../domain/review/hold'
import { recordAction } from '../_kit/audit'
import { above } from '../_kit/conditions'
import { inLanes, stopwatch } from '../_kit/lanes'
import type { Call } from '../_kit/serve'
import { count, find, get, type Stored } from '../_kit/store'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { dueRound, exactOf } from './exact'

const BATCH = 100
/** Applications decided at the same time. */
const LANES = 5
/** Short enough for a bar that moves. */
const WORKING_TIME_MS = 8_000

type Progress = { approved: number; skipped: number; after: string | null }

export async function approveExact(request: ReviewRequest<'approveExact'>, call: Call): Answer<'approveExact'> {
  const isOver = stopwatch(WORKING_TIME_MS)
  const due = await dueRound(call.now)
  const begun = await begin(request, due, call)
  if (!begun.ok || !due) {
    return begun.ok ? refuse('round_not_due') : begun
  }
  const progress = await approveFrom(request, due, call, isOver)
  const done = progress.after === null
  if (done) {
    await finish(request.id)
  }
  const left = done ? 0 : await count('applications', { ...exactOf(due), position: above(progress.after ?? '') })
  return ok({ ...progress, done, left })
}

/** The sample was looked at: from here on it is a bulk approval, and the log says whose. */
function begin({ id, seen }: ReviewRequest<'approveExact'>, due: Review | null, call: Call) {
  return transact(async (transaction) => {
    const bulk = await transaction.get('bulks', id)
    if (!bulk) {
      return refuse('bulk_unknown')
    }
    const may = mayApproveAll(bulk, seen, due?.day ?? null, call.now)
    if (may.ok && bulk.state === 'sampled') {
      await transaction.update('bulks', id, { state: 'approving' })
      await recordAction(transaction, call, 'review.approveExact', id, {
        sample: bulk.sample.length,
        round: bulk.round,
      })
    }
    return may
  })
}

async function approveFrom(
  { id, after }: ReviewRequest<'approveExact'>,
  due: Review,
  call: Call,
  isOver: () => boolean,
): Promise<Progress> {
  const progress: Progress = { approved: 0, skipped: 0, after: after ?? '' }
  while (!isOver()) {
    const where = { ...exactOf(due), position: above(progress.after ?? '') }
    const [batch, bulk] = await Promise.all([
      find('applications', where, { order: 'position', limit: BATCH }),
      get('bulks', id),
    ])
    const last = batch.at(-1)
    // Undone meanwhile: nothing more is approved, and the next call hears it.
    if (!last || bulk?.state === 'undone') {
      return { ...progress, after: last ? progress.after : null }
    }
    const tried = await inLanes(batch, LANES, isOver, async (application) => {
      const approved = await approveOne(application, id, call)
      progress[approved ? 'approved' : 'skipped'] += 1
    })
    // Those that were not tried are found again by the next call.
    progress.after = tried === batch.length ? last.position : progress.after
  }
  return progress
}

async function approveOne({ _id, version }: Stored<'applications'>, bulk: string, call: Call): Promise<boolean> {
  const done = await transact(async (transaction) => {
    const current = await transaction.get('applications', _id)
    const decision = current && decideInBulk(current, { bulk, by: call.openid, now: call.now })
    if (!decision || current.version !== version) {
      return refuse('already_decided')
    }
    await transaction.update('applications', _id, {
      decision,
      verdict: decision.kind,
      hold: noHold,
      version: version + 1,
    })
    await recordAction(transaction, call, 'review.decide', _id, { kind: decision.kind, bulk })
    return ok(null)
  })
  return done.ok
}

// Not when it was undone meanwhile.
async function finish(id: string) {
  await transact(async (transaction) => {
    const bulk = await transaction.get('bulks', id)
    if (bulk?.state === 'approving') {
      await transaction.update('bulks', id, { state: 'done' })
    }
    return ok(null)
  })
}

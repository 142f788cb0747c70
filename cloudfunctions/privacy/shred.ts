/**
 * Shredding: the full document number and the proof photo of every application whose days are over, whatever became of
 * it; the portrait of those that have no card. The record lets go of them in one transaction, which puts the photos on
 * record to be deleted; so it can be stopped anywhere and goes on with the next call. Rules: domain/privacy/retention.
 */
import { policiesOf } from '../../domain/office/policies'
import { keepsPortrait, shredBefore } from '../../domain/privacy/retention'
import { ok } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { between } from '../_kit/conditions'
import { inLanes } from '../_kit/lanes'
import { loadSettings } from '../_kit/settings'
import { find } from '../_kit/store'
import { transact } from '../_kit/transaction'
import { letGo } from '../_kit/uploads'

const BATCH = 100
const LANES = 5

/** @returns how many applications were shredded */
export async function shredApplications(now: Instant, isOver: () => boolean): Promise<number> {
  const { shredDays } = policiesOf((await loadSettings()) ?? {})
  const before = shredBefore(now, shredDays)
  let shredded = 0
  while (!isOver()) {
    const page = { order: 'shredFrom', limit: BATCH } as const
    const due = await find('applications', { shredFrom: between(1, before) }, page)
    shredded += await inLanes(due, LANES, isOver, ({ _id }) => shredOne(_id, before, now))
    if (due.length < BATCH) {
      break
    }
  }
  return shredded
}

async function shredOne(id: string, before: Instant, now: Instant): Promise<void> {
  await transact(async (transaction) => {
    const application = await transaction.get('applications', id)
    // Handed in again, or shredded by another worker.
    if (!application || application.shredFrom === null || application.shredFrom > before) {
      return ok(null)
    }
    const { proof, portrait, openid, paper } = application
    const kept = keepsPortrait(application) ? portrait : ''
    await letGo(transaction, kept === '' ? [proof, portrait] : [proof], openid ?? paper?.by ?? '', now)
    await transaction.update('applications', id, { documentSealed: null, proof: '', portrait: kept, shredFrom: null })
    return ok(null)
  })
}

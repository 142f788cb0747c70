/**
 * Deleting people whose days of thinking it over have passed. From the first step it cannot be taken back. Each record
 * is emptied in a transaction of its own and the order to delete is removed last, so that a deletion that was stopped
 * anywhere goes on with the next run and ends the same. What remains: domain/privacy/deletion.
 */
import type { Instant } from '../../domain/time/shanghai'
import { atMost } from '../_kit/conditions'
import { askForList } from '../_kit/list-hint'
import { find } from '../_kit/store'
import { change } from '../_kit/transaction'
import { deleteApplication, deleteCard } from './delete-records'
import { deleteMessages, deleteTraces } from './delete-traces'
import { deleteVisits } from './delete-visits'
import { personOf } from './person'

const BATCH = 50

/** @returns how many people were deleted */
export async function deletePeople(now: Instant, isOver: () => boolean): Promise<number> {
  let deleted = 0
  while (!isOver()) {
    const due = await find('deletions', { due: atMost(now) }, { order: 'due', limit: BATCH })
    for (const { _id: openid } of due) {
      if (isOver()) {
        return deleted
      }
      deleted += (await deletePerson(openid, now)) ? 1 : 0
    }
    if (due.length < BATCH) {
      break
    }
  }
  return deleted
}

async function deletePerson(openid: string, now: Instant): Promise<boolean> {
  if (!(await begin(openid, now))) {
    return false
  }
  const { applications, cards, visits } = await personOf(openid)
  // Messages first: they are found by the names of records that are still the person's.
  await deleteMessages([...applications, ...cards, ...visits].map(({ _id }) => _id))
  for (const { _id } of applications) {
    await deleteApplication(_id, openid, now)
  }
  // An application may have become a card meanwhile; after its deletion none can.
  const serials = await deleteVisits(visits, openid, now)
  for (const { _id } of (await personOf(openid)).cards) {
    serials.push(...(await deleteCard(_id, openid, now)))
  }
  if (serials.length > 0) {
    await askForList(serials, now)
  }
  await deleteTraces(openid, now)
  return true
}

/** False when it was taken back. */
function begin(openid: string, now: Instant): Promise<boolean> {
  return change(async (transaction) => {
    const asked = await transaction.get('deletions', openid)
    if (!asked || asked.due > now) {
      return false
    }
    await transaction.update('deletions', openid, { state: 'running' })
    return true
  })
}

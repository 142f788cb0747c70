/**
 * What else carries a person: letters of messages, consents to notices, a wish, the link to the official account,
 * photos that were never handed in.
 */
import { subscribeTemplates } from '../../domain/notifications/channels'
import { messageEvents } from '../../domain/notifications/templates'
import type { Instant } from '../../domain/time/shanghai'
import { oneOf, startingWith } from '../_kit/conditions'
import type { CollectionName } from '../_kit/records'
import { find, updateWhere } from '../_kit/store'
import { change } from '../_kit/transaction'

/** More than one person has. */
const MOST_LINKS = 100
const UNSENT = { state: oneOf(['pending', 'sending']) }
const EMPTY = { letter: null, letterUntil: null, phoneMasked: '' }

/**
 * Empties the messages about these applications and cards; what was not sent yet is dropped. Codes are named by chance
 * and leave with their letters after 30 days.
 */
export async function deleteMessages(subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) {
    for (const event of messageEvents) {
      const about = { _id: startingWith(`${event}:${subject}`) }
      await updateWhere('outbox', { ...about, ...UNSENT }, { ...EMPTY, state: 'dropped' })
      await updateWhere('outbox', about, EMPTY)
    }
  }
}

/**
 * Takes what is known of the person at the official account: who they are there, and that it is the same person.
 * Following goes on in WeChat; the next tap or message makes the account known anew, without a card.
 */
async function forgetFollower(openid: string): Promise<void> {
  const links = await find('officialLinks', { openid }, { limit: MOST_LINKS })
  for (const { _id: unionid } of links) {
    await change(async (transaction) => {
      const link = await transaction.get('officialLinks', unionid)
      if (link?.openid !== openid) {
        return
      }
      if (link.follower !== null && (await transaction.get('followers', link.follower))) {
        await transaction.remove('followers', link.follower)
      }
      await transaction.remove('officialLinks', unionid)
    })
  }
}

/** The rest of the account, and at last the order to delete it. */
export async function deleteTraces(openid: string, now: Instant): Promise<void> {
  await forgetFollower(openid)
  await updateWhere('uploads', { openid }, { due: now, openid: '' })
  await updateWhere('agreements', { openid }, { openid: '' })
  await updateWhere('copies', { openid }, { until: now, openid: '' })
  const records: [CollectionName, string][] = [
    ['wishes', openid],
    ...subscribeTemplates.map((template): [CollectionName, string] => ['consents', `${template}:${openid}`]),
    ['deletions', openid],
  ]
  await change(async (transaction) => {
    for (const [collection, key] of records) {
      if (await transaction.get(collection, key)) {
        await transaction.remove(collection, key)
      }
    }
  })
}

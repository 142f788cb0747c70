/**
 * Attempts, counted in the store so that any number of requests at once cannot pass a limit. A key names whose attempts
 * they are and the day, so that counting begins anew by itself.
 */
import { below } from './conditions'
import { Increase, insert, updateWhere } from './store'
import { Duplicate } from './store-errors'

/** Length of a day at the end of a key. */
const DAY_LENGTH = 10

/**
 * Counts one attempt.
 * @param key ends with the day on which it is counted
 * @returns false when the limit was reached before
 */
export async function countAttempt(key: string, limit: number): Promise<boolean> {
  try {
    await insert('attempts', key, { count: 1, day: key.slice(-DAY_LENGTH) })
    return true
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
  // In one step with the comparison.
  return (await updateWhere('attempts', { _id: key, count: below(limit) }, { count: new Increase(1) })) === 1
}

/** Takes one attempt back: it turned out to be right. */
export async function forgiveAttempt(key: string): Promise<void> {
  await updateWhere('attempts', { _id: key }, { count: new Increase(-1) })
}

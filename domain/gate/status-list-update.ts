/**
 * What travels when a phone asks for the status list: it names the sequence that it holds and gets the whole list or the
 * difference from that one, whichever is smaller. Either way it ends with the same signed bytes.
 */
import type { Result } from '../result'
import { type ListLimits, readStatusList } from './status-list'
import { applyDifference, differenceOf, isDifference } from './status-list-difference'
import type { ListState, StatusList, StatusListRefusal } from './status-list-layout'

/**
 * The server's answer; null when the phone has the newest list, or a newer one than this instance.
 * @param held the list of the sequence that the phone named; null when it has none or that one is no longer kept
 */
export function updateFor(held: ListState | null, newest: StatusList): Uint8Array | null {
  if (!held) {
    return newest.bytes
  }
  if (held.sequence >= newest.sequence) {
    return null
  }
  const difference = differenceOf(held, newest)
  return difference.length < newest.bytes.length ? difference : newest.bytes
}

/**
 * Takes the server's answer on the phone. After a refusal the phone keeps the list that it has, and after one of a
 * difference it asks again as if it had none.
 */
export function takeUpdate(
  held: ListState | null,
  update: Uint8Array,
  publicKeys: readonly Uint8Array[],
  limits: ListLimits,
): Result<StatusList, StatusListRefusal> {
  if (!held || !isDifference(update)) {
    return readStatusList(update, publicKeys, limits)
  }
  const whole = applyDifference(held, update)
  return whole.ok ? readStatusList(whole.value, publicKeys, limits) : whole
}

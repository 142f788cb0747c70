/** Stored status lists: the newest, and those before it from which a difference can be told. */
import { openStatusList } from '../../domain/gate/status-list'
import type { StatusList } from '../../domain/gate/status-list-layout'
import { updateFor } from '../../domain/gate/status-list-update'
import type { Instant } from '../../domain/time/shanghai'
import { below } from '../_kit/conditions'
import { find, get, insert, removeWhere, type Stored } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import { listKey } from './list-key'

/** The newest list as it is stored, or null before the first. */
export async function newestRecord(): Promise<Stored<'statusLists'> | null> {
  const [newest] = await find('statusLists', {}, { order: 'sequence', direction: 'desc', limit: 1 })
  return newest ?? null
}

/** The list of a record; null when another key signed it, that is after the list key was changed. */
export function openRecord({ bytes }: Pick<Stored<'statusLists'>, 'bytes'>): StatusList | null {
  const opened = openStatusList(new Uint8Array(Buffer.from(bytes, 'base64')), [listKey.publicKey])
  return opened.ok ? opened.value : null
}

/**
 * Stores a list and removes those that nobody may use any more.
 * @returns false when somebody else has made the list of this sequence: nothing was stored
 */
export async function storeList(list: StatusList, now: Instant): Promise<boolean> {
  const { sequence, issued, notAfter } = list
  const bytes = Buffer.from(list.bytes).toString('base64')
  try {
    await insert('statusLists', String(sequence), { sequence, issued, notAfter, bytes })
  } catch (error) {
    if (error instanceof Duplicate) {
      return false
    }
    throw error
  }
  await removeWhere('statusLists', { notAfter: below(now) })
  return true
}

/** What a phone that holds `sequence` is sent: the difference or the whole list, base64; null when it has the newest. */
export async function updateSince(sequence: number | null, newest: StatusList): Promise<string | null> {
  const isBehind = sequence !== null && sequence < newest.sequence
  const record = isBehind ? await get('statusLists', String(sequence)) : null
  const held = sequence === newest.sequence ? newest : record && openRecord(record)
  const update = updateFor(held, newest)
  return update && Buffer.from(update).toString('base64')
}

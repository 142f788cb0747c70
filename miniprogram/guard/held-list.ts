/**
 * The signed status list on this phone: taken when it is genuine, newer and in force, kept across restarts, and read again
 * from its own bytes, so that what stands in storage needs no trust. The highest sequence ever taken is stored apart from it:
 * a list that was lost does not open the door to an older one. Source: pass format "Status list"; product "Gate".
 */
import { fromHex, type Instant, type Result, refuse, type StatusList, type StatusListRefusal } from '../lib/domain'
import { fromBase64, toBase64 } from './base64'
import { ok, openStatusList, takeUpdate } from './lib/domain'
import type { Store } from './store'

const LIST = 'guard.list'
const HIGHEST = 'guard.list.highest'

export class HeldList {
  /** The list in use, or null on a phone that never got one. */
  list: StatusList | null
  /** Why the last list that came was not taken; null while all is well. */
  refusal: StatusListRefusal | null = null
  /** True while the list in use could not be written to a full phone. */
  unsaved = false
  private highest: number

  /** @param listKeys lower-case hex, as gate.open hands them out */
  constructor(
    private readonly store: Store,
    listKeys: readonly string[],
  ) {
    this.list = readList(store, publicKeys(listKeys))
    this.highest = Math.max(readHighest(store), this.list?.sequence ?? 0)
  }

  /** What the office is told that this phone has; null asks for the whole list. */
  get sequence(): number | null {
    return this.list?.sequence ?? null
  }

  /**
   * Takes what the office sent, a whole list or a difference. After a refusal the list stays what it was.
   * @param update base64
   */
  take(update: string, listKeys: readonly string[], now: Instant): Result<StatusList, StatusListRefusal> {
    const bytes = fromBase64(update)
    const limits = { lastSequence: this.highest, now }
    const taken = bytes ? takeUpdate(this.list, bytes, publicKeys(listKeys), limits) : refuse('list_malformed' as const)
    this.refusal = taken.ok ? null : taken.code
    if (taken.ok) {
      this.list = taken.value
      this.highest = taken.value.sequence
      this.unsaved = !this.save(taken.value)
    }
    return taken
  }

  // The sequence goes first: cut off between the two, the phone holds an older list and asks for the next.
  private save({ sequence, bytes }: StatusList): boolean {
    try {
      this.store.write(HIGHEST, sequence)
      this.store.write(LIST, toBase64(bytes))
      return true
    } catch {
      return false
    }
  }
}

/** Removes the list; the highest sequence stays. */
export function forgetList(store: Store): void {
  store.remove(LIST)
}

function readList(store: Store, keys: readonly Uint8Array[]): StatusList | null {
  const stored = store.read(LIST)
  const bytes = typeof stored === 'string' && stored !== '' ? fromBase64(stored) : null
  const opened = bytes ? openStatusList(bytes, keys) : ok(null)
  return opened.ok ? opened.value : null
}

function readHighest(store: Store): number {
  const stored = store.read(HIGHEST)
  return typeof stored === 'number' && stored > 0 ? stored : 0
}

function publicKeys(listKeys: readonly string[]): Uint8Array[] {
  return listKeys.map(fromHex).filter((key): key is Uint8Array => key !== null)
}

/**
 * Who holds which document (or unique key): a transaction keeps its locks until it ends, a plain write only waits for
 * them. Names are opaque strings.
 */

/** The lock of a document. */
export const documentLock = (collection: string, key: string): string => `d\u0000${collection}\u0000${key}`

/** The lock of a value in a unique index, so that two transactions cannot both insert it. */
export const uniqueKeyLock = (collection: string, index: string, key: string): string =>
  `u\u0000${collection}\u0000${index}\u0000${key}`

type Held = { owner: object; released: Promise<void>; release: () => void }

export class LockTable {
  private readonly held = new Map<string, Held>()

  /** Nobody holds anything. */
  get idle(): boolean {
    return this.held.size === 0
  }

  /** Takes the lock for `owner`; false when another owner has it. */
  take(name: string, owner: object): boolean {
    const held = this.held.get(name)
    if (held) return held.owner === owner
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    this.held.set(name, { owner, released, release })
    return true
  }

  /** Gives a lock back and wakes whoever waits for it. */
  free(name: string, owner: object): void {
    const held = this.held.get(name)
    if (held?.owner !== owner) return
    this.held.delete(name)
    held.release()
  }

  /** A promise for the moment when one of the taken locks among `names` is released; null when none is taken. */
  waitFor(names: readonly string[]): Promise<void> | null {
    for (const name of names) {
      const held = this.held.get(name)
      if (held) return held.released
    }
    return null
  }
}

/**
 * The guard's journal: every scan is written to the phone before its verdict is shown, and delivered when there is a network,
 * each exactly once. The id is made on this phone and the office stores an id once, so a batch whose answer was lost is simply
 * sent again. Source: product "Gate" ("stored on the guard's phone first and synchronised later, each exactly once").
 */
import type { RefusalCode, Scan } from '../lib/domain'
import type { Reply } from '../services/request'
import { JournalQueue } from './journal-queue'
import { MOST_SCANS } from './lib/domain'
import { SetAside } from './set-aside'
import type { Store } from './store'

/** Hands scans to the office, at most {@link MOST_SCANS}. */
export type Deliver = (scans: Scan[]) => Promise<Reply<{ stored: number }>>

/** How a delivery ended: everything is there, or why it stopped. */
export type Delivered = 'all' | RefusalCode

export class Journal {
  private readonly queue: JournalQueue
  private readonly aside: SetAside
  private running: Promise<Delivered> | null = null
  private readonly travelling = new Set<string>()
  private held: string | null = null

  constructor(store: Store) {
    this.queue = new JournalQueue(store)
    this.aside = new SetAside(store)
  }

  /**
   * Writes a scan down.
   * @returns true when it survives a restart; false on a full phone, which keeps it in memory
   */
  append(scan: Scan): boolean {
    return this.queue.append(scan)
  }

  /**
   * Changes a scan that has not left yet: the office answered late, or the guard counted companions.
   * @returns false when it has been delivered, or is on its way
   */
  amend(id: string, change: Partial<Omit<Scan, 'id'>>): boolean {
    return !this.travelling.has(id) && this.queue.amend(id, change)
  }

  /** Keeps a scan, and those behind it, from leaving while the guard can still add to it; null lets everything go. */
  hold(id: string | null): void {
    this.held = id
  }

  /** How many scans wait to be delivered. */
  get pending(): number {
    return this.queue.length
  }

  /** How many of them a restart would lose, because the phone is full. */
  get inMemory(): number {
    return this.queue.inMemory
  }

  /** Scans that the office would not take. */
  get refused(): Scan[] {
    return this.aside.scans
  }

  /** Puts the scans that the office would not take back into the queue. */
  retryRefused(): void {
    const scans = this.refused
    for (const scan of scans) {
      this.queue.append(scan)
    }
    // Cut off before this they are sent twice, and stored once.
    if (this.queue.inMemory === 0) {
      this.aside.remove(scans)
    }
  }

  /** Delivers everything, oldest first. A second call while one is running joins it. */
  send(deliver: Deliver): Promise<Delivered> {
    this.running ??= this.sendAll(deliver).finally(() => {
      this.running = null
    })
    return this.running
  }

  private async sendAll(deliver: Deliver): Promise<Delivered> {
    this.queue.save()
    for (;;) {
      const batch = this.nextBatch()
      if (batch.length === 0) {
        return 'all'
      }
      const outcome = await this.sendBatch(batch, deliver)
      if (outcome !== 'all') {
        return outcome
      }
    }
  }

  private nextBatch(): Scan[] {
    const scans = this.queue.first(MOST_SCANS)
    const held = scans.findIndex(({ id }) => id === this.held)
    return held < 0 ? scans : scans.slice(0, held)
  }

  // One scan that the office cannot read must not hold up the others: halves are sent until it stands alone.
  private async sendBatch(scans: Scan[], deliver: Deliver): Promise<Delivered> {
    const outcome = await this.deliverOnce(scans, deliver)
    const [only] = scans
    if (outcome !== 'bad_request' || !only) {
      return outcome
    }
    if (scans.length === 1) {
      this.aside.add(only)
      this.queue.forget(scans)
      return 'all'
    }
    const middle = Math.ceil(scans.length / 2)
    const former = await this.sendBatch(scans.slice(0, middle), deliver)
    return former === 'all' ? this.sendBatch(scans.slice(middle), deliver) : former
  }

  private async deliverOnce(scans: Scan[], deliver: Deliver): Promise<Delivered> {
    for (const { id } of scans) {
      this.travelling.add(id)
    }
    const reply = await deliver(scans)
    this.travelling.clear()
    if (!reply.ok) {
      return reply.code
    }
    this.queue.forget(scans)
    return 'all'
  }
}

/**
 * What the guard's phone does in the background while there is a network: delivers the journal and fetches what is due from
 * the office. It runs by a slow clock and whenever the network returns, never in the way of a scan.
 */
import type { RefusalCode } from '../lib/domain'
import type { Deliver, Delivered, Journal } from './journal'
import type { Supply } from './supply'

/** How often the page runs it, milliseconds. */
export const UPKEEP_EVERY_MS = 30_000
/** A full batch does not wait for the clock. */
export const BATCH_READY = 20

export type UpkeepPorts = {
  isOnline(): boolean
  record: Deliver
}

export class Upkeep {
  /** Why the office refuses this phone, e.g. `not_allowed` when the guard's role has ended; null while all is well. */
  refusal: RefusalCode | null = null
  /** True when the office no longer takes this phone's owner for a guard. */
  ended = false
  private running: Promise<void> | null = null

  constructor(
    private readonly journal: Journal,
    private readonly supply: Supply,
    private readonly ports: UpkeepPorts,
  ) {}

  /**
   * Delivers and refreshes; without a network nothing happens. A second call while one is running joins it.
   * @param force see {@link Supply.refresh}
   */
  run(force: boolean): Promise<void> {
    if (!this.ports.isOnline()) {
      return Promise.resolve()
    }
    this.running ??= this.work(force).finally(() => {
      this.running = null
    })
    return this.running
  }

  // The list first: it decides about the next person, the journal about nobody.
  private async work(force: boolean): Promise<void> {
    const supplied = await this.supply.refresh(force)
    this.ended = !supplied.ok && supplied.code === 'not_allowed'
    const delivered = await this.deliver()
    const code = delivered === 'all' ? (supplied.ok ? null : supplied.code) : delivered
    this.refusal = code && isRefusalOfPhone(code) ? code : null
  }

  // What was delivered but could not be struck out on a full phone is sent again and stored once.
  private async deliver(): Promise<Delivered> {
    try {
      return await this.journal.send(this.ports.record)
    } catch {
      return 'internal'
    }
  }
}

// A missing answer is ordinary and mends itself; these are for the guard to know.
function isRefusalOfPhone(code: RefusalCode): boolean {
  return code === 'not_allowed' || code === 'not_signed_in' || code === 'point_unknown'
}

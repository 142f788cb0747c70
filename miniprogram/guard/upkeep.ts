/**
 * What the guard's phone does in the background while there is a network: delivers the journal and fetches fresh keys. It
 * runs by a slow clock and whenever the network returns, never in the way of a scan.
 */
import type { GateReplies, Instant, RefusalCode } from '../lib/domain'
import type { Reply } from '../services/request'
import type { Deliver, Journal } from './journal'
import { ageOf, fetchOfficeData, type OfficeData } from './office-data'
import type { Store } from './store'

/** How often the page runs it, milliseconds. */
export const UPKEEP_EVERY_MS = 30_000
/** A full batch does not wait for the clock. */
export const BATCH_READY = 20
const FRESH_KEYS_MS = 10 * 60_000

export type UpkeepPorts = {
  isOnline(): boolean
  now(): Instant
  record: Deliver
  open(): Promise<Reply<GateReplies['open']>>
}

export class Upkeep {
  /** Why the office refuses this phone, e.g. `not_allowed` when the guard's role has ended; null while all is well. */
  refusal: RefusalCode | null = null
  private running: Promise<OfficeData> | null = null

  constructor(
    private readonly journal: Journal,
    private readonly store: Store,
    private readonly ports: UpkeepPorts,
  ) {}

  /**
   * Delivers and refreshes; without a network nothing happens.
   * @param data the office data in use
   * @returns the office data to use from now on
   */
  run(data: OfficeData): Promise<OfficeData> {
    if (!this.ports.isOnline()) {
      return Promise.resolve(data)
    }
    this.running ??= this.work(data).finally(() => {
      this.running = null
    })
    return this.running
  }

  private async work(data: OfficeData): Promise<OfficeData> {
    const delivered = await this.journal.send(this.ports.record)
    const fresh = await this.refresh(data)
    const code = delivered === 'all' ? (fresh.ok ? null : fresh.code) : delivered
    this.refusal = code && isRefusalOfPhone(code) ? code : null
    return fresh.ok ? fresh.value : data
  }

  private async refresh(data: OfficeData): Promise<Reply<OfficeData>> {
    if (ageOf(data, this.ports.now()) < FRESH_KEYS_MS) {
      return { ok: true, value: data }
    }
    return fetchOfficeData(this.store, () => this.ports.open())
  }
}

// A missing answer is ordinary and mends itself; these are for the guard to know.
function isRefusalOfPhone(code: RefusalCode): boolean {
  return code === 'not_allowed' || code === 'not_signed_in' || code === 'point_unknown'
}

/**
 * How the phone is supplied from the office: everything when a shift starts and every few minutes, the status list more often,
 * each as a difference from what is here where that is smaller. What comes is used from the next scan on; what cannot be
 * taken leaves what was there.
 */
import type { GateReplies, Instant } from '../lib/domain'
import type { Reply } from '../services/request'
import { HeldList } from './held-list'
import { ageOf, keepOfficeData, type OfficeData, readOfficeData } from './office-data'
import type { Store } from './store'

/** How old keys, points and policy may get while there is a network, milliseconds. */
export const OFFICE_EVERY_MS = 10 * 60_000
/** How often the status list is asked for while there is a network, milliseconds. */
export const LIST_EVERY_MS = 3 * 60_000

export type SupplyPorts = {
  now(): Instant
  /** gate.open and gate.list, told the sequence of the list held here. */
  open(sequence: number | null): Promise<Reply<GateReplies['open']>>
  list(sequence: number | null): Promise<Reply<GateReplies['list']>>
}

export class Supply {
  office: OfficeData | null
  readonly held: HeldList
  private listAskedAt: Instant | null = null

  constructor(
    private readonly store: Store,
    private readonly ports: SupplyPorts,
  ) {
    this.office = readOfficeData(store)
    this.held = new HeldList(store, this.office?.listKeys ?? [])
  }

  /** Asks for everything, as before a shift. */
  async open(): Promise<Reply<OfficeData>> {
    const reply = await this.ports.open(this.held.sequence)
    if (!reply.ok) {
      return reply
    }
    this.office = keepOfficeData(this.store, reply.value)
    await this.take(reply.value.update)
    return { ok: true, value: this.office }
  }

  /**
   * Asks for what is due.
   * @param force the network has just come back, or a card was refused by the list: the list is asked for in any case
   */
  async refresh(force: boolean): Promise<Reply<unknown>> {
    const now = this.ports.now()
    if (!this.office || ageOf(this.office, now) >= OFFICE_EVERY_MS) {
      return this.open()
    }
    const listDue = this.listAskedAt === null || now - this.listAskedAt >= LIST_EVERY_MS
    return force || listDue ? this.refreshList(this.held.sequence) : { ok: true, value: null }
  }

  private async refreshList(sequence: number | null): Promise<Reply<unknown>> {
    const reply = await this.ports.list(sequence)
    if (reply.ok) {
      await this.take(reply.value.update)
    }
    return reply
  }

  // A difference that does not fit what is here is not the last word: the whole list may.
  private async take(update: string | null): Promise<void> {
    this.listAskedAt = this.ports.now()
    const { held, office } = this
    if (
      update === null ||
      !office ||
      held.take(update, office.listKeys, this.ports.now()).ok ||
      held.sequence === null
    ) {
      return
    }
    const whole = await this.ports.list(null)
    if (whole.ok && whole.value.update !== null) {
      held.take(whole.value.update, office.listKeys, this.ports.now())
    }
  }
}

/**
 * A guard's duty at one point: the session that checks codes, the journal it writes and the upkeep behind it. The scan page
 * opens one and shows it.
 */
import type { GateReplies, Instant, Point, RefusalCode } from '../lib/domain'
import type { Reply } from '../services/request'
import { type Deliver, Journal } from './journal'
import { ageOf, type OfficeData, readOfficeData } from './office-data'
import { type Scanned, Session, type SessionPorts } from './session'
import { isRunning, readShift, type Shift } from './shift'
import type { Store } from './store'
import { BATCH_READY, Upkeep } from './upkeep'

export type DutyPorts = SessionPorts & {
  record: Deliver
  open(): Promise<Reply<GateReplies['open']>>
}

/** The state of the duty for the screen. */
export type DutyStatus = {
  readonly count: number
  readonly keysAge: number
  readonly keysOld: boolean
  readonly waiting: number
  readonly unreadable: number
  readonly storageFull: boolean
}

export class Duty {
  /** Masked names of the last scans by scan id: for the list, never for storage. */
  readonly names = new Map<string, string>()
  private readonly journal: Journal
  private readonly upkeep: Upkeep
  private session: Session

  /** Opens the duty that is stored, or answers null when the guard must choose a point first. */
  static open(store: Store, ports: DutyPorts): Duty | null {
    const shift = readShift(store)
    const office = readOfficeData(store)
    const point = office?.points.find(({ id }) => id === shift?.point)
    return office && point && isRunning(shift, ports.now()) ? new Duty(store, ports, office, point, shift) : null
  }

  private constructor(
    private readonly store: Store,
    private readonly ports: DutyPorts,
    private office: OfficeData,
    readonly point: Point,
    shift: Shift,
  ) {
    this.journal = new Journal(store)
    this.upkeep = new Upkeep(this.journal, store, ports)
    this.session = this.openSession(shift)
  }

  get shift(): Shift {
    return this.session.shift
  }

  /** Why the office refuses this phone, or null. */
  get refusal(): RefusalCode | null {
    return this.upkeep.refusal
  }

  get challenge() {
    return this.session.challenge
  }

  /** How things stand now. */
  status(now: Instant): DutyStatus {
    const keysAge = ageOf(this.office, now)
    return {
      count: this.shift.count,
      keysAge,
      keysOld: keysAge > this.office.maxListAge,
      waiting: this.journal.pending,
      unreadable: this.journal.refused.length,
      storageFull: this.session.storageFull,
    }
  }

  /** Prepares for the first scan. */
  warm(): void {
    this.session.warm()
  }

  /** Checks a code and writes it down. */
  async scan(text: string): Promise<Scanned> {
    const scanned = await this.session.scan(text)
    const { id, outcome } = scanned.shown
    this.names.set(id, outcome.holder?.maskedName ?? '')
    return scanned
  }

  /** Puts a fresh number on the screen. */
  askNumber() {
    return this.session.ask()
  }

  /** Takes the number away. */
  cancelNumber(): void {
    this.session.cancelNumber()
  }

  /** Delivers and refreshes in the background; `full` only when a batch is waiting. */
  async tidy(when: 'now' | 'full' = 'now'): Promise<void> {
    if (when === 'full' && this.journal.pending < BATCH_READY) {
      return
    }
    const fresh = await this.upkeep.run(this.office)
    const changed = JSON.stringify(fresh.keys) !== JSON.stringify(this.office.keys)
    this.office = fresh
    if (changed) {
      const { challenge } = this.session
      this.session = this.openSession(this.shift)
      this.session.challenge = challenge
    }
  }

  private openSession(shift: Shift): Session {
    return new Session(this.office, this.point, shift, this.journal, this.store, this.ports)
  }
}

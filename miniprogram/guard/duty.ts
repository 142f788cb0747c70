/**
 * A guard's duty at one point: the session that checks codes, the journal it writes, what the office supplies and the upkeep
 * behind it. The scan page opens one and shows it.
 */
import {
  type Instant,
  type Point,
  type RefusalCode,
  type Scan,
  type StatusListRefusal,
  statusListAge,
} from '../lib/domain'
import type { Reply } from '../services/request'
import { Journal } from './journal'
import { ageOf, differs, type OfficeData } from './office-data'
import { type Scanned, Session, type SessionPorts, type Shown } from './session'
import { isRunning, readShift, type Shift } from './shift'
import type { Store } from './store'
import { Supply, type SupplyPorts } from './supply'
import { BATCH_READY, Upkeep, type UpkeepPorts } from './upkeep'

export type DutyPorts = SessionPorts & SupplyPorts & UpkeepPorts

/** The state of the duty for the screen. */
export type DutyStatus = {
  readonly count: number
  readonly letIn: number
  /** Milliseconds since the status list in use was issued; null when there is none that says anything. */
  readonly listAge: number | null
  readonly listOld: boolean
  readonly listRefusal: StatusListRefusal | null
  /** Milliseconds since keys, points and policy were fetched. */
  readonly keysAge: number
  readonly keysOld: boolean
  readonly waiting: number
  /** Scans that the office would not take. */
  readonly setAside: number
  /** Scans that a restart would lose, because the phone is full. */
  readonly inMemory: number
  readonly storageFull: boolean
}

/** When the upkeep runs: by the clock, with a full batch, or because the list may be out of date. */
export type Occasion = 'clock' | 'full' | 'list'

export class Duty {
  /** Masked names of the last scans by scan id: for the list, never for storage. */
  readonly names = new Map<string, string>()
  readonly session: Session
  private readonly upkeep: Upkeep

  /** Opens the duty that is stored, or answers null when the guard must choose a point first. */
  static open(store: Store, ports: DutyPorts): Duty | null {
    const shift = readShift(store)
    const supply = new Supply(store, ports)
    const { office } = supply
    const point = office?.points.find(({ id }) => id === shift?.point)
    if (!office || !point || !isRunning(shift, ports.now())) {
      return null
    }
    const journal = new Journal(store)
    return new Duty(
      office,
      supply,
      journal,
      new Session(office, supply.held, point, shift, journal, store, ports),
      ports,
    )
  }

  private constructor(
    private office: OfficeData,
    private readonly supply: Supply,
    private readonly journal: Journal,
    session: Session,
    ports: DutyPorts,
  ) {
    this.session = session
    this.upkeep = new Upkeep(journal, supply, ports)
  }

  get shift(): Shift {
    return this.session.shift
  }

  /** Why the office refuses this phone, or null. */
  get refusal(): RefusalCode | null {
    return this.upkeep.refusal
  }

  /** Every point that the office knows. */
  get points(): readonly Point[] {
    return this.office.points
  }

  /** Scans that the office would not take. */
  get setAside(): Scan[] {
    return this.journal.refused
  }

  /** How things stand now. */
  status(now: Instant): DutyStatus {
    const keysAge = ageOf(this.office, now)
    const listAge = statusListAge(this.supply.held.list, now)
    const { count, letIn } = this.shift
    return {
      count,
      letIn,
      listAge,
      listOld: listAge === null || listAge > this.office.maxListAge,
      listRefusal: this.supply.held.refusal,
      keysAge,
      keysOld: keysAge > this.office.maxListAge,
      waiting: this.journal.pending,
      setAside: this.journal.refused.length,
      inMemory: this.journal.inMemory,
      storageFull: this.session.storageFull || this.journal.inMemory > 0 || this.supply.held.unsaved,
    }
  }

  /** Checks a code and writes it down. */
  async scan(text: string): Promise<Scanned> {
    const scanned = await this.session.scan(text)
    this.remember(scanned.shown)
    return scanned
  }

  /** Looks a card up by its number and the last four of the document, and writes it down. */
  async lookUp(cardNumber: string, last4: string): Promise<Reply<Shown>> {
    const reply = await this.session.lookUp(cardNumber, last4)
    if (reply.ok) {
      this.remember(reply.value)
    }
    return reply
  }

  /** Sends the scans again that the office would not take. */
  async retrySetAside(): Promise<void> {
    this.journal.retryRefused()
    await this.tidy('clock')
  }

  /** Delivers and refreshes in the background; see {@link Occasion}. */
  async tidy(occasion: Occasion): Promise<void> {
    if (occasion === 'full' && this.journal.pending < BATCH_READY) {
      return
    }
    await this.upkeep.run(occasion === 'list')
    this.takeOver()
  }

  private takeOver(): void {
    const { office } = this.supply
    if (!office || office === this.office) {
      return
    }
    if (differs(this.office, office)) {
      const { point } = this.session
      this.session.renew(office, office.points.find(({ id }) => id === point.id) ?? point)
    }
    this.office = office
  }

  private remember({ id, outcome }: Shown): void {
    this.names.set(id, outcome.holder?.maskedName ?? '')
  }
}

/**
 * A guard's duty at one point: the session that checks codes, the journal it writes, what the office supplies and the upkeep
 * behind it. The scan page opens one and shows it.
 */
import type { Instant, Point, RefusalCode, Scan, StatusListRefusal } from '../lib/domain'
import type { Reply } from '../services/request'
import { forgetOffice } from './farewell'
import { Journal } from './journal'
import { statusListAge } from './lib/domain'
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

/** What the office's answers give reason to ask about. */
type Doubt = { role: boolean }

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
    const doubt: Doubt = { role: false }
    const session = new Session(office, supply.held, point, shift, journal, store, doubting(ports, doubt))
    return new Duty(office, supply, journal, session, ports, store, doubt)
  }

  private constructor(
    private office: OfficeData,
    private readonly supply: Supply,
    private readonly journal: Journal,
    session: Session,
    ports: DutyPorts,
    private readonly store: Store,
    private readonly doubt: Doubt,
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

  /** True when the role has ended: what came from the office is gone from this phone, scans that wait are kept. */
  get ended(): boolean {
    return this.upkeep.ended
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
    const { doubt } = this
    if (occasion === 'full' && this.journal.pending < BATCH_READY && !doubt.role) {
      return
    }
    await this.upkeep.run(occasion === 'list' || doubt.role)
    doubt.role = false
    if (this.ended) {
      forgetOffice(this.store)
    } else {
      this.takeOver()
    }
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

// A check or a look-up that is refused says that the role may have ended; the upkeep then asks at once.
function doubting(ports: DutyPorts, doubt: Doubt): DutyPorts {
  const heard = <T>(reply: Reply<T>): Reply<T> => {
    doubt.role ||= !reply.ok && reply.code === 'not_allowed'
    return reply
  }
  return {
    ...ports,
    ask: async (...asked) => heard(await ports.ask(...asked)),
    lookUp: async (...asked) => heard(await ports.lookUp(...asked)),
  }
}

/**
 * A guard on duty: from the text of a code to what the screen shows, with everything written down before it is shown. Knows
 * neither pages nor words.
 */
import { type GateReplies, type Instant, type Point, type Scan, toHex } from '../lib/domain'
import type { Reply } from '../services/request'
import { afterScan, type Challenge, newChallenge, numberOf } from './challenge'
import { foundByNumber, type Outcome } from './decision'
import { type Departure, departureOf, departureScan } from './departure'
import { type Face, faceOf } from './faces'
import { type CheckPorts, GateCheck } from './gate-check'
import type { HeldList } from './held-list'
import type { Journal } from './journal'
import { admits } from './lib/domain'
import type { OfficeData } from './office-data'
import { noteScan, type RecentScan, type Shift, seenSteps } from './shift'
import type { Store } from './store'

const ID_BYTES = 16
const CHALLENGE_BYTES = 4

/** One scan as the screen shows it. */
export type Shown = {
  readonly id: string
  readonly at: Instant
  readonly outcome: Outcome
  readonly face: Face
  /** True when an ordinary code came while a number was on the screen: the holder has not typed it yet. */
  readonly numberStillOpen: boolean
  /** How many people came in with the holder. */
  readonly companions: number
}

/** What a scan leads to: what to show now, and what to show instead if the office answers late. */
export type Scanned = { readonly shown: Shown; readonly late: Promise<Shown | null> }

export type SessionPorts = Omit<CheckPorts, 'ask' | 'list'> & {
  random(count: number): Promise<Uint8Array>
  ask(text: string, point: string, challenge: number | null): Promise<Reply<GateReplies['check']>>
  lookUp(cardNumber: string, last4: string, point: string): Promise<Reply<GateReplies['lookUp']>>
}

export class Session {
  challenge: Challenge | null = null
  /** True when the phone had no room for what the last scan changed. */
  storageFull = false
  private readonly seen
  private gate: GateCheck
  private isOpen = true

  constructor(
    private office: OfficeData,
    private readonly held: HeldList,
    public point: Point,
    public shift: Shift,
    private readonly journal: Journal,
    private readonly store: Store,
    private readonly ports: SessionPorts,
  ) {
    this.seen = seenSteps(shift)
    this.gate = this.openGate()
  }

  /** Prepares for the first scan. */
  warm(): void {
    const { gate } = this
    void gate.warm(() => this.isOpen && gate === this.gate)
  }

  /** Nothing goes on in the background any more. */
  close(): void {
    this.isOpen = false
  }

  /** Goes on with new keys, hours or policy. What was used here, and the number on the screen, stay. */
  renew(office: OfficeData, point: Point): void {
    this.office = office
    this.point = point
    this.gate = this.openGate()
    this.warm()
  }

  /** Puts a fresh number on the screen; the one before is gone. */
  async ask(): Promise<Challenge> {
    this.challenge = newChallenge(await this.ports.random(CHALLENGE_BYTES), this.ports.now())
    return this.challenge
  }

  /** Takes the number off the screen. */
  cancelNumber(): void {
    this.challenge = null
  }

  /** Checks a code, writes it down, and only then answers. */
  async scan(text: string): Promise<Scanned> {
    const id = toHex(await this.ports.random(ID_BYTES))
    const asked = numberOf(this.challenge, this.ports.now())
    const { outcome, late } = await this.gate.check(text, asked)
    this.challenge = afterScan(this.challenge, outcome)
    const numberStillOpen = asked !== null && !outcome.answering && outcome.verdict === 'clock_wrong'
    const shown = this.writeDown({ id, outcome, numberStillOpen }, 'scan')
    return { shown, late: late.then((outcomeLate) => outcomeLate && this.correct(shown, outcomeLate)) }
  }

  /** Asks the office for a card by its number, writes the answer down, and only then answers. */
  async lookUp(cardNumber: string, last4: string): Promise<Reply<Shown>> {
    const id = toHex(await this.ports.random(ID_BYTES))
    const reply = await this.ports.lookUp(cardNumber, last4, this.point.id)
    if (!reply.ok) {
      return reply
    }
    const outcome = foundByNumber(reply.value)
    return { ok: true, value: this.writeDown({ id, outcome, numberStillOpen: false }, 'look_up') }
  }

  /** Writes down that a visitor leaves. @returns whose code it was as well, masked; '' when that is not known */
  async leave(text: string): Promise<{ departure: Departure; name: string }> {
    const id = toHex(await this.ports.random(ID_BYTES))
    const decision = this.gate.identify(text)
    const departure = departureOf(decision)
    if (departure === 'left') {
      this.journal.append(departureScan(id, this.ports.now(), this.point.id, decision))
    }
    return { departure, name: decision.holder?.maskedName ?? '' }
  }

  /** True at a gate where visitors show their code on leaving. */
  get visitorsLeave(): boolean {
    return this.office.visitorsLeave && this.point.kind === 'gate'
  }

  /**
   * Counts the people who came with the holder into the entry of the scan, which does not leave before {@link release}.
   * @param count 0 to what policy allows
   */
  accompany(shown: Shown, count: number): Shown {
    const companions = Math.min(Math.max(0, count), this.mostCompanions(shown))
    let kept = false
    const written = this.write(() => {
      kept = this.journal.amend(shown.id, { companions })
    })
    this.storageFull ||= !written
    return kept ? { ...shown, companions } : shown
  }

  /** How many may come in with the holder: 0 when nobody is let in. */
  mostCompanions({ outcome }: Shown): number {
    return admits(outcome.verdict) ? this.office.companions : 0
  }

  /** The guard is done with the face on the screen: its entry may leave. */
  release(): void {
    this.journal.hold(null)
  }

  private writeDown(found: Pick<Shown, 'id' | 'outcome' | 'numberStillOpen'>, how: NonNullable<Scan['how']>): Shown {
    const face = faceOf(found.outcome)
    const shown: Shown = { ...found, face, at: this.ports.now(), companions: 0 }
    this.journal.hold(this.mostCompanions(shown) > 0 ? shown.id : null)
    this.journal.append(this.entry(shown, how))
    this.storageFull = !this.note(shown)
    return shown
  }

  // Late words correct the entry as long as it is still here; the office knows its own word anyway.
  private correct(before: Shown, outcome: Outcome): Shown {
    const { id, at, numberStillOpen } = before
    const shown: Shown = { id, at, numberStillOpen, outcome, face: faceOf(outcome), companions: before.companions }
    const none = admits(outcome.verdict) ? {} : { companions: 0 }
    this.write(() => this.journal.amend(id, { verdict: outcome.verdict, online: outcome.online, ...none }))
    if (outcome.verdict !== before.outcome.verdict) {
      this.note(shown)
    }
    return { ...shown, ...none }
  }

  private entry({ id, at, outcome }: Shown, how: NonNullable<Scan['how']>): Scan {
    const { verdict, serial, step, online } = outcome
    return { id, at, point: this.point.id, verdict, serial, step, online, companions: 0, how }
  }

  private note({ id, at, outcome, face }: Shown): boolean {
    const scan: RecentScan = { id, at, face: face.name, serial: outcome.serial, used: this.gate.usedStep(outcome) }
    return this.write(() => {
      this.shift = noteScan(this.store, this.shift, scan)
    })
  }

  private openGate(): GateCheck {
    const ask: CheckPorts['ask'] = (text, challenge) => this.ports.ask(text, this.point.id, challenge)
    return new GateCheck(this.office, this.point, this.seen, { ...this.ports, list: () => this.held.list, ask })
  }

  // A full phone must not close the gate: the verdict is shown and the page says that it cannot be kept.
  private write(change: () => unknown): boolean {
    try {
      change()
      return true
    } catch {
      return false
    }
  }
}

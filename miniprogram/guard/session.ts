/**
 * A guard on duty: from the text of a code to what the screen shows, with everything written down before it is shown. Knows
 * neither pages nor words.
 */
import { type GateReplies, type Instant, type Point, type Scan, toHex } from '../lib/domain'
import type { Reply } from '../services/request'
import { afterScan, type Challenge, newChallenge, numberOf } from './challenge'
import type { Outcome } from './decision'
import { type Face, faceOf } from './faces'
import { type CheckPorts, GateCheck } from './gate-check'
import type { Journal } from './journal'
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
}

/** What a scan leads to: what to show now, and what to show instead if the office answers late. */
export type Scanned = { readonly shown: Shown; readonly late: Promise<Shown | null> }

export type SessionPorts = Omit<CheckPorts, 'ask'> & {
  random(count: number): Promise<Uint8Array>
  ask(text: string, point: string, challenge: number | null): Promise<Reply<GateReplies['check']>>
}

export class Session {
  challenge: Challenge | null = null
  /** True when the last scan could not be written down. */
  storageFull = false
  private readonly gate: GateCheck

  constructor(
    office: OfficeData,
    readonly point: Point,
    public shift: Shift,
    private readonly journal: Journal,
    private readonly store: Store,
    private readonly ports: SessionPorts,
  ) {
    const ask: CheckPorts['ask'] = (text, challenge) => ports.ask(text, point.id, challenge)
    this.gate = new GateCheck(office, point, seenSteps(shift), { ...ports, ask })
  }

  /** Prepares for the first scan. */
  warm(): void {
    this.gate.warm()
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
    const at = this.ports.now()
    const numberStillOpen = asked !== null && !outcome.answering && outcome.verdict === 'clock_wrong'
    const shown: Shown = { id, at, outcome, face: faceOf(outcome), numberStillOpen }
    this.storageFull = !this.write(() => this.journal.append(this.entry(shown))) || !this.note(shown)
    return { shown, late: late.then((outcomeLate) => outcomeLate && this.correct(shown, outcomeLate)) }
  }

  // Late words correct the entry as long as it is still here; the office knows its own word anyway.
  private correct(before: Shown, outcome: Outcome): Shown | null {
    if (outcome.verdict === before.outcome.verdict) {
      return { ...before, outcome }
    }
    const shown: Shown = { ...before, outcome, face: faceOf(outcome) }
    this.write(() => this.journal.amend(shown.id, { verdict: outcome.verdict, online: true }))
    this.note(shown)
    return shown
  }

  private entry({ id, at, outcome }: Shown): Scan {
    const { verdict, serial, step, online } = outcome
    return { id, at, point: this.point.id, verdict, serial, step, online }
  }

  private note({ id, at, outcome, face }: Shown): boolean {
    const scan: RecentScan = { id, at, face: face.name, serial: outcome.serial, used: this.gate.usedStep(outcome) }
    return this.write(() => {
      this.shift = noteScan(this.store, this.shift, scan)
    })
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

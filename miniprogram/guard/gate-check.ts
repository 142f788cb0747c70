/**
 * One check of a code: the phone decides at once, then waits a moment for the office's word, because a green that turns red
 * is worse than a second of waiting. A word that comes later is handed over as `late`. Source: product "Gate".
 */
import {
  admits,
  type Decision,
  decide,
  type GateReplies,
  type Instant,
  isOpen,
  type Point,
  type SeenSteps,
  stepOf,
  VerifiedCredentials,
  warmGate,
} from '../lib/domain'
import type { Reply } from '../services/request'
import { asksOffice, combine, type OfficeWord, type Outcome } from './decision'
import { gateKeys, type OfficeData } from './office-data'

/** How long the verdict waits for the office, milliseconds. */
export const PATIENCE_MS = 1_500

/** The world around a check; tests bring their own. */
export type CheckPorts = {
  now(): Instant
  wait(milliseconds: number): Promise<void>
  isOnline(): boolean
  ask(text: string, challenge: number | null): Promise<Reply<GateReplies['check']>>
}

export type Checked = {
  readonly outcome: Outcome
  /** The office's word when it comes after the verdict was shown; null when nothing changes. */
  readonly late: Promise<Outcome | null>
}

const nothingLater = Promise.resolve(null)

export class GateCheck {
  private readonly keys
  private readonly verified = new VerifiedCredentials()

  constructor(
    private readonly office: OfficeData,
    private readonly point: Point,
    private readonly seen: SeenSteps,
    private readonly ports: CheckPorts,
  ) {
    this.keys = gateKeys(office.keys)
  }

  /** Builds the tables of the keys, so that the first scan is as fast as the rest. */
  warm(): void {
    warmGate(this.keys.values(), this.verified)
  }

  /**
   * Checks what the scanner read.
   * @param challenge the number on the screen, or null
   */
  async check(text: string, challenge: number | null): Promise<Checked> {
    const local = this.decideAlone(text, challenge)
    if (!asksOffice(local) || !this.ports.isOnline()) {
      const why = asksOffice(local) ? 'offline' : 'not_asked'
      return { outcome: combine(local, { said: false, why }), late: nothingLater }
    }
    const word = this.ask(text, challenge)
    const slow = this.ports.wait(PATIENCE_MS).then((): OfficeWord => ({ said: false, why: 'slow' }))
    const first = await Promise.race([word, slow])
    const outcome = this.judge(local, first)
    if (first.said || first.why !== 'slow') {
      return { outcome, late: nothingLater }
    }
    return { outcome, late: word.then((said) => (said.said ? this.judge(local, said) : null)) }
  }

  /** The step that an outcome used up at this point, or null. */
  usedStep({ verdict, serial }: Outcome): number | null {
    return serial !== null && admits(verdict) ? (this.seen.get(serial) ?? null) : null
  }

  private decideAlone(text: string, challenge: number | null): Decision {
    return decide(text, {
      now: this.ports.now(),
      keys: this.keys,
      // No signed list yet: a phone alone knows of no revocation, so its best verdict is list_stale.
      status: () => 'live',
      listAge: null,
      maxListAge: this.office.maxListAge,
      seen: this.seen,
      challenge,
      point: { id: this.point.id, opens: (passClass, now) => isOpen(this.point, passClass, now) },
      verified: this.verified,
    })
  }

  private async ask(text: string, challenge: number | null): Promise<OfficeWord> {
    const reply = await this.ports.ask(text, challenge)
    return reply.ok ? { said: true, ...reply.value } : { said: false, why: reply.code }
  }

  // The office may let in whom the phone alone would not have (this phone's clock is wrong). Replays are the point's own
  // business, and the phone had not come to that check: it is made here.
  private judge(local: Decision, word: OfficeWord): Outcome {
    const outcome = combine(local, word)
    const { serial, step, answering } = outcome
    if (admits(local.verdict) || !admits(outcome.verdict) || serial === null || step === null) {
      return outcome
    }
    const last = this.seen.get(serial)
    if (!answering && last !== undefined && step <= last) {
      return { ...outcome, verdict: 'replayed', online: false }
    }
    const used = answering ? stepOf(this.ports.now()) : step
    this.seen.set(serial, Math.max(used, last ?? used))
    return outcome
  }
}

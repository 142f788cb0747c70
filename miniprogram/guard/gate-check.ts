/**
 * One check of a code. The phone decides at once. Green on a fresh list is shown at once, too: the list is minutes old, the
 * queue is now, and in the rare case that the office knows better its word replaces the green with its own sound. Anything
 * amber waits a moment for the office (patience.ts), because there its word decides what the guard does. Red needs nobody
 * (decision.ts). A word that comes after the verdict was shown is handed over as `late`. Source: product "Gate".
 */
import {
  type Decision,
  type GateReplies,
  type Instant,
  type Point,
  type SeenSteps,
  type StatusList,
  stepOf,
} from '../lib/domain'
import type { Reply } from '../services/request'
import { asksOffice, combine, type OfficeWord, type Outcome, type Silence } from './decision'
import { admits, decide, gateWarmUp, isOpen, listFacts, VerifiedCredentials } from './lib/domain'
import { gateKeys, type OfficeData } from './office-data'
import { Patience } from './patience'

/** The world around a check; tests bring their own. */
export type CheckPorts = {
  now(): Instant
  wait(milliseconds: number): Promise<void>
  isOnline(): boolean
  /** The status list in use. */
  list(): StatusList | null
  ask(text: string, challenge: number | null): Promise<Reply<GateReplies['check']>>
}

/** What of a check depends on the place: codes used there, and whom it lets in when. */
type PlaceRules = { seen: SeenSteps; opens(passClass: number, at: Instant): boolean }

export type Checked = {
  readonly outcome: Outcome
  /** The office's word when it comes after the verdict was shown; null when nothing changes. */
  readonly late: Promise<Outcome | null>
}

const nothingLater = Promise.resolve(null)
/** Long enough for the page to draw, short enough that nobody can scan before all is warm. */
const FRAME_MS = 20

export class GateCheck {
  private readonly keys
  private readonly verified = new VerifiedCredentials()
  private readonly patience: Patience

  constructor(
    private readonly office: OfficeData,
    private readonly point: Point,
    private readonly seen: SeenSteps,
    private readonly ports: CheckPorts,
  ) {
    this.keys = gateKeys(office.keys)
    this.patience = new Patience(() => ports.now())
  }

  /**
   * Makes the first scan as fast as the rest, in steps between which the page can draw.
   * @param isWanted asked before each step
   */
  async warm(isWanted: () => boolean): Promise<void> {
    for (const step of gateWarmUp(this.keys.values(), this.verified)) {
      await this.ports.wait(FRAME_MS)
      if (!isWanted()) {
        return
      }
      step()
    }
  }

  /**
   * Checks what the scanner read.
   * @param challenge the number on the screen, or null
   */
  async check(text: string, challenge: number | null): Promise<Checked> {
    const local = this.decideAlone(text, challenge)
    const unasked = this.reasonNotToAsk(local)
    if (unasked) {
      return { outcome: combine(local, { said: false, why: unasked }), late: nothingLater }
    }
    const word = this.patience.listen(this.ask(text, challenge))
    const first = local.verdict === 'admitted' ? silent('awaited') : await this.wait(word)
    const outcome = this.judge(local, first)
    if (first.said || (first.why !== 'slow' && first.why !== 'awaited')) {
      return { outcome, late: nothingLater }
    }
    return { outcome, late: word.then((said) => (said.said ? this.judge(local, said) : null)) }
  }

  /** Whose code it is, as far as the phone alone can tell: no hours, no replays, nothing is used up. */
  identify(text: string): Decision {
    return this.decideAlone(text, null, { seen: new Map(), opens: () => true })
  }

  /** The step that an outcome used up at this point, or null. */
  usedStep({ verdict, serial }: Outcome): number | null {
    return serial !== null && admits(verdict) ? (this.seen.get(serial) ?? null) : null
  }

  private reasonNotToAsk(local: Decision): Silence | null {
    if (!asksOffice(local)) {
      return 'not_asked'
    }
    if (!this.ports.isOnline()) {
      return 'offline'
    }
    return this.patience.mayAsk ? null : 'slow'
  }

  private async wait(word: Promise<OfficeWord>): Promise<OfficeWord> {
    const { milliseconds } = this.patience
    if (milliseconds === 0) {
      return silent('slow')
    }
    const slow = this.ports.wait(milliseconds).then(() => silent('slow'))
    const first = await Promise.race([word, slow])
    if (!first.said && first.why === 'slow') {
      this.patience.ranOut()
    }
    return first
  }

  private decideAlone(text: string, challenge: number | null, rules: PlaceRules = this.placeRules()): Decision {
    const now = this.ports.now()
    const { seen, opens } = rules
    return decide(text, {
      now,
      keys: this.keys,
      ...listFacts(this.ports.list(), now),
      maxListAge: this.office.maxListAge,
      seen,
      challenge,
      point: { id: this.point.id, opens },
      verified: this.verified,
    })
  }

  private placeRules(): PlaceRules {
    return { seen: this.seen, opens: (passClass, at) => isOpen(this.point, passClass, at) }
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

function silent(why: Silence): OfficeWord {
  return { said: false, why }
}

/**
 * The code of this moment: the credential, the time step and this phone's signature (domain/pass/show.ts). A new one every
 * ten seconds; while a guard's number is in force (sixty seconds) the code answers that number instead.
 */
import {
  deviceSigner,
  fromHex,
  type Instant,
  passMatrix,
  type QrMatrix,
  type Signer,
  STEP_MS,
  showPass,
  stepEndsIn,
  stepOf,
} from '../../lib/domain'

/** How long a guard's number is good for, milliseconds (design: pass-format "Challenge mode"). */
export const CHALLENGE_MS = 60_000

export type Challenge = { number: number; until: Instant }

/** What one tick shows; `matrix` is null when the code has not changed since the last tick. */
export type Tick = { matrix: QrMatrix | null; share: number; challenge: Challenge | null }

export class LiveCode {
  private readonly credential: Uint8Array
  private readonly sign: Signer
  private challenge: Challenge | null = null
  private shown = ''

  /** @param credential lower-case hex as the server gave it */
  constructor(credential: string, secret: Uint8Array) {
    this.credential = fromHex(credential) ?? new Uint8Array()
    this.sign = deviceSigner(secret)
  }

  /** Answers a guard's number from now on, for a minute. */
  answer(number: number, now: Instant): void {
    this.challenge = { number, until: now + CHALLENGE_MS }
  }

  /** Back to the code that only depends on time. */
  endChallenge(): void {
    this.challenge = null
  }

  /** The next tick has a matrix again: the canvas was lost or is new. */
  forget(): void {
    this.shown = ''
  }

  tick(now: Instant): Tick {
    if (this.challenge && now >= this.challenge.until) {
      this.challenge = null
    }
    return { matrix: this.changedMatrix(now), share: this.shareLeft(now), challenge: this.challenge }
  }

  private changedMatrix(now: Instant): QrMatrix | null {
    const step = stepOf(now)
    const challenge = this.challenge?.number ?? null
    const key = `${step}/${challenge}`
    if (key === this.shown) {
      return null
    }
    this.shown = key
    return passMatrix(showPass({ credential: this.credential, step, challenge, sign: this.sign }))
  }

  private shareLeft(now: Instant): number {
    return this.challenge ? (this.challenge.until - now) / CHALLENGE_MS : stepEndsIn(now) / STEP_MS
  }
}

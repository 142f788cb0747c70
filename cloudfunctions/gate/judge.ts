/**
 * The online decision about a code: the same as on the guard's phone (domain/pass/decide), in two halves with one read in
 * between. Opening the code needs no database and tells the serial; the rest is decided with the server's own record of the
 * binding in the place of a list. Guards' phones and devices ask for it.
 */
import { isExpired } from '../../domain/card/term'
import { isOpen } from '../../domain/gate/opening'
import {
  decideGenuine,
  type GenuinePass,
  type NotGenuine,
  openPass,
  stepOf,
  type VerdictCode,
  VerifiedCredentials,
} from '../../domain/pass'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import type { Point } from '../../domain/university'
import { statusOf } from '../_kit/binding-state'
import type { Stored } from '../_kit/store'
import { verificationKeys } from './verification-keys'

/** Kept while the instance lives: a credential seen before costs half as much. */
const verified = new VerifiedCredentials()

/** What the code says by itself. */
export function openCode(text: string, challenge: number | null): GenuinePass | NotGenuine {
  return openPass(text, { keys: verificationKeys, challenge, verified })
}

/** The key of the binding that an opened code belongs to; null when it is not genuine. */
export function bindingKey(opened: GenuinePass | NotGenuine): string | null {
  return 'holder' in opened ? String(opened.holder.serial) : null
}

/** The step that an admission uses up: an answer's own time may be wrong, so it is the gate's. */
export function usedStep({ answering, step }: GenuinePass, now: Instant): number {
  return answering ? stepOf(now) : step
}

export type Evidence = {
  point: Point
  /** Null when there is none on record. */
  binding: Stored<'bindings'> | null
  challenge: number | null
  /** The last step used at the point; undefined when there is none, or when replays are the asker's own business. */
  lastUsed: number | undefined
}

/** The verdict about a genuine code. */
export function judge(pass: GenuinePass, { point, binding, challenge, lastUsed }: Evidence, now: Instant): VerdictCode {
  const { verdict } = decideGenuine(pass, {
    now,
    status: () => (binding ? statusOf(binding) : 'unknown'),
    // The record is read now.
    listAge: 0,
    maxListAge: 0,
    // A step counts as used when the admission is on record, not when it is decided.
    seen: { get: () => lastUsed, set: () => undefined },
    challenge,
    point: { id: point.id, opens: (passClass, at) => isOpen(point, passClass, at) },
  })
  // A card whose end was brought forward is over before its credential says so.
  const isOver = binding !== null && isExpired(binding.validUntil, dayOf(now))
  return isOver && verdict !== 'revoked' && verdict !== 'suspended' ? 'expired' : verdict
}

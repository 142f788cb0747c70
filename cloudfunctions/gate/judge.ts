/**
 * The online decision about a code: the same as on the guard's phone (domain/pass/decide), with the server's own record of
 * the binding in the place of a list. Guards' phones and devices ask for it.
 */
import { isExpired } from '../../domain/card/term'
import { isOpen } from '../../domain/gate/opening'
import {
  type Decision,
  decide,
  type GateContext,
  type Holder,
  type SeenSteps,
  type SerialStatus,
  stepOf,
  type VerdictCode,
  VerifiedCredentials,
} from '../../domain/pass'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import type { Point } from '../../domain/university'
import { statusOf } from '../_kit/binding-state'
import { get, type Stored } from '../_kit/store'
import { verificationKeys } from './verification-keys'

export type Question = {
  text: string
  point: Point
  challenge: number | null
  /** Steps used at the point, as far as the asker wants the server to know of replays; it is only read. */
  seen?: Pick<SeenSteps, 'get'>
}

export type Judgement = {
  verdict: VerdictCode
  /** Null unless the code is genuine. */
  genuine: { holder: Holder; step: number; used: number } | null
  /** Null also when a genuine code's binding is not on record. */
  binding: Stored<'bindings'> | null
}

/** Kept while the instance lives: a credential seen before costs half as much. */
const verified = new VerifiedCredentials()
const NOTHING_SEEN = { get: () => undefined }

export async function judge(question: Question, now: Instant): Promise<Judgement> {
  // The serial stands in the sealed block: it is known after a first decision that believes every binding.
  const first = decide(question.text, contextOf(question, 'live', now))
  if (!first.holder || first.step === undefined) {
    return { verdict: first.verdict, genuine: null, binding: null }
  }
  const { holder, step } = first
  const binding = await get('bindings', String(holder.serial))
  const decision = decide(question.text, contextOf(question, binding ? statusOf(binding) : 'unknown', now))
  const used = decision.answering ? stepOf(now) : step
  return { verdict: verdictOf(decision, binding, now), genuine: { holder, step, used }, binding }
}

function contextOf({ point, challenge, seen = NOTHING_SEEN }: Question, status: SerialStatus, now: Instant) {
  return {
    now,
    keys: verificationKeys,
    status: () => status,
    // The record is read now.
    listAge: 0,
    maxListAge: 0,
    // A step counts as used when the admission is on record, not when it is decided.
    seen: { get: (serial) => seen.get(serial), set: () => undefined },
    challenge,
    point: { id: point.id, opens: (passClass, at) => isOpen(point, passClass, at) },
    verified,
  } satisfies GateContext
}

// A card whose end was brought forward is over before its credential says so.
function verdictOf({ verdict }: Decision, binding: Stored<'bindings'> | null, now: Instant): VerdictCode {
  const isOver = binding !== null && isExpired(binding.validUntil, dayOf(now))
  return isOver && verdict !== 'revoked' && verdict !== 'suspended' ? 'expired' : verdict
}

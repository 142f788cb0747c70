/**
 * The online check of a code: the same decision as on the guard's phone (domain/pass/decide), with the server's own record
 * of the binding in the place of a list. Who the holder is, is told for genuine codes only.
 */
import { isExpired } from '../../domain/card/term'
import type { GateRequest, HolderView } from '../../domain/gate/api'
import { isOpen } from '../../domain/gate/opening'
import { type Decision, decide, type GateContext, type SerialStatus, VerifiedCredentials } from '../../domain/pass'
import { ok, refuse } from '../../domain/result'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { type Point, university } from '../../domain/university'
import { issuerPublicKey, passKeyId, viewKey } from '../_kit/pass-keys'
import { photoAddresses } from '../_kit/photos'
import type { BindingRecord } from '../_kit/records'
import type { Call } from '../_kit/serve'
import { get } from '../_kit/store'
import type { Answer } from './answer'

const keys = new Map([[passKeyId, { issuer: issuerPublicKey, view: viewKey }]])
/** Kept while the instance lives: a credential seen before costs half as much. */
const verified = new VerifiedCredentials()

export async function check({ text, point: id, challenge }: GateRequest<'check'>, { now }: Call): Answer<'check'> {
  const point = university.points.find((each) => each.id === id)
  if (!point) {
    return refuse('point_unknown')
  }
  // The serial stands in the sealed block: it is known after a first decision that believes every binding.
  const genuine = decide(text, contextOf(point, challenge, 'live', now))
  if (!genuine.holder) {
    return ok({ now, verdict: genuine.verdict, holder: null })
  }
  const binding = await get('bindings', String(genuine.holder.serial))
  const decision = decide(text, contextOf(point, challenge, statusOf(binding), now))
  return ok({ now, verdict: verdictOf(decision, binding, now), holder: binding && (await holderOf(binding)) })
}

function contextOf(point: Point, challenge: number | null, status: SerialStatus, now: Instant): GateContext {
  return {
    now,
    keys,
    status: () => status,
    // The record is read now. Replays are the point's own business: each knows what it has let in.
    listAge: 0,
    maxListAge: 0,
    seen: new Map(),
    challenge,
    point: { id: point.id, opens: (passClass, at) => isOpen(point, passClass, at) },
    verified,
  }
}

function statusOf(binding: BindingRecord | null): SerialStatus {
  if (!binding) {
    return 'unknown'
  }
  if (binding.state === 'replaced' || binding.cardStatus === 'revoked') {
    return 'revoked'
  }
  return binding.cardStatus === 'suspended' ? 'suspended' : 'live'
}

// A card whose end was brought forward is over before its credential says so.
function verdictOf({ verdict }: Decision, binding: BindingRecord | null, now: Instant): Decision['verdict'] {
  const isOver = binding !== null && isExpired(binding.validUntil, dayOf(now))
  return isOver && verdict !== 'revoked' && verdict !== 'suspended' ? 'expired' : verdict
}

async function holderOf(binding: BindingRecord): Promise<HolderView> {
  const { maskedName, last4, validUntil, cardNumber, portrait } = binding
  const [portraitUrl = ''] = await photoAddresses([portrait])
  return { maskedName, last4, class: binding.class, validUntil, cardNumber, portraitUrl }
}

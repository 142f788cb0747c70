/**
 * Looking a card up by its number and the last four of the document. A wrong one is counted before anything is looked up and
 * a right one taken back, so that many at once cannot pass the limits. Rules: domain/gate/look-up.
 */

import type { GateInput } from '../../domain/gate/api'
import { decideLookUp, lookUpLimits, lookUpRefusal, readCardNumber } from '../../domain/gate/look-up'
import type { AuditDetails } from '../../domain/office/audit-details'
import { ok, refuse } from '../../domain/result'
import { addDays, dayOf } from '../../domain/time/shanghai'
import { findPoint } from '../../domain/university'
import { countAttempt, forgiveAttempt } from '../_kit/attempts'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/call'
import { get, insert, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { holderView } from './holder-view'

const ACTION = 'gate.lookUp'

export async function lookUp({ cardNumber, last4, point: id }: GateInput<'lookUp'>, call: Call): Answer<'lookUp'> {
  const point = findPoint(id)
  if (!point) {
    return refuse('point_unknown')
  }
  const number = readCardNumber(cardNumber)
  const counted = attemptsOf(number, call)
  if (!(await countAll(counted))) {
    await note(call, 'none', { point: id, outcome: 'limit' })
    return refuse('look_up_limit', { from: addDays(dayOf(call.now), 1) })
  }
  const card = number === null ? null : await get('cards', number)
  if (card?.last4 !== last4) {
    const code = lookUpRefusal(number)
    // What was typed may be another person's, or no card number at all: it is not written down.
    await note(call, 'none', { point: id, outcome: code })
    return refuse(code)
  }
  await Promise.all(counted.map(([key]) => forgiveAttempt(key)))
  return answer(card, point, call)
}

async function answer(card: Stored<'cards'>, point: Parameters<typeof decideLookUp>[1], call: Call): Answer<'lookUp'> {
  const { status, validUntil, binding } = card
  if (status === 'issued' || validUntil === null || binding === null) {
    await note(call, card._id, { point: point.id, outcome: 'card_not_activated' })
    return refuse('card_not_activated')
  }
  const known = { ...card, cardNumber: card._id, status, validUntil }
  const verdict = decideLookUp(known, point, call.now)
  await note(call, card._id, { point: point.id, outcome: verdict })
  return ok({ now: call.now, verdict, holder: await holderView(known), serial: binding.serial })
}

type Counted = readonly (readonly [key: string, limit: number])[]

function attemptsOf(number: string | null, { openid, now }: Call): Counted {
  const today = dayOf(now)
  const guard = [`look-up:guard:${openid}:${today}`, lookUpLimits.perGuard] as const
  return number === null ? [guard] : [guard, [`look-up:card:${number}:${today}`, lookUpLimits.perCard]]
}

async function countAll(attempts: Counted): Promise<boolean> {
  for (const [index, [key, limit]] of attempts.entries()) {
    if (!(await countAttempt(key, limit))) {
      // A look-up that is not made is no wrong one for those who were counted before.
      await Promise.all(attempts.slice(0, index).map(([before]) => forgiveAttempt(before)))
      return false
    }
  }
  return true
}

function note(call: Call, subject: string, details: AuditDetails): Promise<void> {
  return recordAction({ insert }, call, ACTION, subject, details)
}

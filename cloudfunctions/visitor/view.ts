/** A visit as its visitor sees it. */
import { passClass } from '../../domain/pass'
import type { Instant } from '../../domain/time/shanghai'
import type { VisitView } from '../../domain/visitor/api'
import { canCancel } from '../../domain/visitor/rules'
import { issuePass } from '../_kit/issue-pass'
import type { Stored } from '../_kit/store'

/** @param devicePublicKey of the phone that asks; only the one that the pass is bound to gets it */
export function visitView(visit: Stored<'visits'>, devicePublicKey: string | undefined, now: Instant): VisitView {
  const { _id: id, day, point, reason, note, state, decision, maskedName, last4 } = visit
  const refusal = state === 'refused' && decision?.reason ? { reason: decision.reason, note: decision.note } : null
  return {
    id,
    day,
    point,
    reason,
    note,
    state,
    refusal,
    canCancel: canCancel(visit, now),
    leaveBy: state === 'approved' ? (visit.leaveBy ?? null) : null,
    maskedName,
    last4,
    pass: visit.devicePublicKey === devicePublicKey ? passOf(visit) : null,
  }
}

function passOf({ state, serial, last4, maskedName, devicePublicKey, day }: Stored<'visits'>): VisitView['pass'] {
  return state === 'approved' && serial !== null
    ? issuePass({ serial, class: passClass.visitor, last4, maskedName, devicePublicKey }, day)
    : null
}

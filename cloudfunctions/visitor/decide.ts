/** Staff approve or refuse a visit, or take an approved one back. Its visitor gets a message. */
import { visitReasonText } from '../../domain/notifications/reasons'
import { policiesOf } from '../../domain/office/policies'
import { ok, type Result, refuse } from '../../domain/result'
import { findPoint } from '../../domain/university'
import type { VisitorInput } from '../../domain/visitor/api'
import { decideVisit, type VisitDecisionRefusal } from '../../domain/visitor/decision'
import { leaveBy } from '../../domain/visitor/leaving'
import { recordAction } from '../_kit/audit'
import { endPass, givePass } from '../_kit/day-pass'
import { askForList } from '../_kit/list-hint'
import { outboxEntry } from '../_kit/outbox'
import { cardPhoneOf, phoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import type { Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import { monthKey } from '../_kit/visit-month'
import type { Answer } from './answer'
import { staffVisits } from './staff-view'

type Decided = { visit: Stored<'visits'>; ended: number | null }

export async function decide(input: VisitorInput<'decide'>, call: Call): Answer<'decide'> {
  const { visitLeavingMinutes: leavingMinutes } = policiesOf((await loadSettings()) ?? {})
  const decided = await transact((transaction) => decideOnce(transaction, { ...input, leavingMinutes }, call))
  if (!decided.ok) {
    return decided
  }
  const { visit, ended } = decided.value
  if (ended !== null) {
    await askForList([ended], call.now)
  }
  const [view] = await staffVisits([visit])
  return view ? ok({ visit: view }) : refuse('visit_unknown')
}

async function decideOnce(
  transaction: Transaction,
  { id, leavingMinutes, ...verdict }: VisitorInput<'decide'> & { leavingMinutes: number },
  call: Call,
): Promise<Result<Decided, 'visit_unknown' | VisitDecisionRefusal>> {
  const { openid, now, staff } = call
  const visit = await transaction.get('visits', id)
  if (!visit) {
    return refuse('visit_unknown')
  }
  const state = decideVisit(visit, verdict, now)
  if (!state.ok) {
    return state
  }
  const gate = findPoint(visit.point)
  const limit = gate ? leaveBy(gate, visit.day, leavingMinutes) : null
  const { reason = null, note } = verdict
  const decision = { reason, note, at: now, by: openid, byName: staff?.name ?? '' }
  const isApproved = state.value === 'approved'
  const ended = isApproved ? null : await endPass(transaction, visit, now)
  const serial = isApproved ? await givePass(transaction, visit, now) : visit.serial
  const changed = { state: state.value, serial, decision, leaveBy: isApproved ? limit : (visit.leaveBy ?? null) }
  await transaction.update('visits', id, changed)
  if (!isApproved) {
    await giveBack(transaction, visit)
  }
  const after = { ...visit, ...changed }
  await transaction.insert('outbox', ...outboxEntry(messageOf(after, await phoneFor(transaction, visit), now), now))
  await recordAction(transaction, call, 'visitor.decide', id, { kind: verdict.kind, ...(reason && { reason }) })
  return ok({ visit: after, ended })
}

// A refused visit takes nothing from the month.
async function giveBack(transaction: Transaction, { digest, day }: Stored<'visits'>): Promise<void> {
  const month = monthKey(digest, day)
  const taken = (await transaction.get('visitMonths', month))?.days ?? []
  await transaction.update('visitMonths', month, { days: taken.filter((each) => each !== day) })
}

async function phoneFor(transaction: Transaction, { application, cardNumber }: Stored<'visits'>): Promise<string> {
  const card = cardNumber === null ? null : await transaction.get('cards', cardNumber)
  const applied = application === null ? null : await transaction.get('applications', application)
  return card ? cardPhoneOf(card) : applied ? phoneOf(applied) : ''
}

function messageOf(
  { _id, state, day, point, language, openid, decision }: Stored<'visits'>,
  phone: string,
  now: number,
) {
  const about = { subject: `${_id}:${now}`, phone, openid, language }
  if (state === 'approved') {
    const gate = findPoint(point)?.name[language] ?? ''
    return { ...about, event: 'visit_approved' as const, parameters: [day, gate] }
  }
  const reason = visitReasonText(decision?.reason ?? 'other', decision?.note ?? '', language)
  return { ...about, event: 'visit_refused' as const, parameters: [day, reason] }
}

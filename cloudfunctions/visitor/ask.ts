/**
 * Asking for a visit. The month of the person is read and written in the same transaction, so that any number of requests at
 * once ends with one visit a day and no more a month than the office allows.
 */
import { type Policies, policiesOf } from '../../domain/office/policies'
import { isDeviceKey } from '../../domain/pass'
import { ok, type Result, refuse } from '../../domain/result'
import { addDays, dayOf, isDay } from '../../domain/time/shanghai'
import { findPoint, university } from '../../domain/university'
import type { VisitorInput } from '../../domain/visitor/api'
import { leaveBy } from '../../domain/visitor/leaving'
import { decideRequest, type VisitMarks, type VisitRefusal } from '../../domain/visitor/rules'
import { countAttempt, forgiveAttempt } from '../_kit/attempts'
import { givePass } from '../_kit/day-pass'
import { bytesOf } from '../_kit/keys'
import { randomId } from '../_kit/random'
import type { VisitRecord } from '../_kit/records/visitor'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import type { Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import { monthKey, monthOf } from '../_kit/visit-month'
import type { Answer } from './answer'
import { pastOf } from './past'
import { type Person, personOf } from './person'
import { visitView } from './view'

/** Visits that one account gets a day, cancelled ones too: each of those puts a serial on the status list. */
const MOST_ATTEMPTS = 10

export async function ask(input: VisitorInput<'ask'>, call: Call): Answer<'ask'> {
  const { openid, now } = call
  if (!isDay(input.day) || !isDeviceKey(bytesOf(input.devicePublicKey))) {
    return refuse('bad_request')
  }
  if (university.visitorSystem !== '') {
    return refuse('visit_elsewhere')
  }
  const [settings, person] = await Promise.all([loadSettings(), personOf(call)])
  if (!settings) {
    return refuse('registration_not_ready')
  }
  const today = dayOf(now)
  const attempt = `visit:${openid}:${today}`
  if (!(await countAttempt(attempt, MOST_ATTEMPTS))) {
    return refuse('visit_attempts', { from: addDays(today, 1) })
  }
  const policies = policiesOf(settings)
  const marks = await marksOf(person)
  const asked = await transact((transaction) => askOnce(transaction, { input, person, policies, marks }, call))
  if (!asked.ok) {
    await forgiveAttempt(attempt)
    return asked
  }
  return ok({ now, visit: visitView(asked.value, input.devicePublicKey, now) })
}

async function marksOf({ identity }: Person): Promise<VisitMarks> {
  const [before] = identity ? await pastOf([identity.digest]) : []
  return before ?? { noShows: 0, overstays: 0 }
}

type Request = { input: VisitorInput<'ask'>; person: Person; policies: Policies; marks: VisitMarks }

async function askOnce(
  transaction: Transaction,
  { input, person: { standing, identity }, policies, marks }: Request,
  { openid, now }: Call,
): Promise<Result<Stored<'visits'>, VisitRefusal>> {
  if (!identity) {
    return refuse('visit_not_known')
  }
  const { day, point, reason, note, devicePublicKey, language } = input
  const month = monthKey(identity.digest, day)
  const before = await transaction.get('visitMonths', month)
  const known = before?.visits[day]
  const sameDay = known === undefined ? null : await transaction.get('visits', known)
  const id = known ?? randomId()
  const taken = before?.days ?? []
  const visitor = { standing, taken, sameDay: sameDay?.state ?? null, marks }
  const gate = findPoint(point)
  const decided = decideRequest({ day, point: gate, reason, note }, visitor, policies, now)
  if (!decided.ok) {
    return decided
  }
  const asked = { openid, ...identity, day, point, reason, note, askedAt: now, language, devicePublicKey }
  const visit: VisitRecord = { ...asked, state: decided.value, outcome: 'open', serial: null, decision: null }
  if (visit.state === 'approved') {
    visit.serial = await givePass(transaction, visit, now)
    visit.leaveBy = gate ? leaveBy(gate, day, policies.visitLeavingMinutes) : null
  }
  await (sameDay ? transaction.update('visits', id, visit) : transaction.insert('visits', id, visit))
  const visits = { ...before?.visits, [day]: id }
  const counted = { month: monthOf(day), days: [...new Set([...taken, day])], visits }
  await (before ? transaction.update('visitMonths', month, counted) : transaction.insert('visitMonths', month, counted))
  return ok({ _id: id, ...visit })
}

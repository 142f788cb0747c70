/**
 * Day passes at the gate: the right day, the wrong one, cancelled, with and without a network; and those whose card is
 * not good.
 */
import { addDays, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, MONDAY, THURSDAY, testCloud } from '../harness/cloud'
import { CardPhone, FRIDAY_MORNING, GuardPhone, setStatus } from '../harness/gate'
import { APPROVE, apply, close, decide, openOffice, REJECT, REVIEWER } from '../harness/office'
import { person } from '../harness/people'
import { ask, asked, codeOf, offline, online } from './visits'

const ecard = testCloud()
const guard = new GuardPhone(ecard)
const TODAY = dayOf(MONDAY)
const TOMORROW = addDays(TODAY, 1)
const [visitor, holder, refused, forger] = [person(1), person(2), person(3), person(4)]
let pass = ''
let cancelled = ''

beforeAll(async () => {
  await openOffice(ecard)
  for (const who of [visitor, holder, refused, forger]) {
    await apply(ecard, who)
  }
  pass = (await asked(ecard, visitor, TOMORROW)).pass.credential
})

test('on the day before, the pass on the phone opens nothing, online and offline', async () => {
  expect(await online(ecard, codeOf(ecard, pass))).toMatchObject({
    verdict: 'not_allowed_here',
    holder: { maskedName: '张*明', class: 2, validUntil: TOMORROW, cardNumber: '' },
  })
  expect(await offline(ecard, guard, codeOf(ecard, pass))).toBe('not_allowed_here')
})

test('a pass that was cancelled is refused online at once and offline from the next list', async () => {
  const other = await asked(ecard, holder, TOMORROW, 2)
  cancelled = other.pass.credential
  await ecard.value(holder.openid, 'visitor', 'cancel', { id: other.id })
  expect(await online(ecard, codeOf(ecard, cancelled, 2))).toMatchObject({ verdict: 'revoked' })
})

test('on the day it lets in, online and offline; the cancelled one does not; another phone cannot show it', async () => {
  await ecard.moveTo(startOf(TOMORROW) + 9 * HOUR)
  await guard.open()
  expect(await online(ecard, codeOf(ecard, pass))).toMatchObject({ verdict: 'admitted' })
  expect(await offline(ecard, guard, codeOf(ecard, pass))).toBe('admitted')
  expect(await offline(ecard, guard, codeOf(ecard, cancelled, 2))).toBe('revoked')
  expect(await online(ecard, codeOf(ecard, pass, 7))).toMatchObject({ verdict: 'forged' })
})

test('the gate still keeps its hours, and the library is not open to visitors', async () => {
  const text = codeOf(ecard, pass)
  const atLibrary = await ecard.value('o-guard', 'gate', 'check', { text, point: 'library', challenge: null })
  expect(atLibrary.verdict).toBe('not_allowed_here')
  await ecard.moveTo(startOf(TOMORROW) + 23 * HOUR)
  expect(await online(ecard, codeOf(ecard, pass))).toMatchObject({ verdict: 'not_allowed_here' })
})

test('after the day it is over', async () => {
  await ecard.moveTo(startOf(addDays(TOMORROW, 1)) + 9 * HOUR)
  expect(await online(ecard, codeOf(ecard, pass))).toMatchObject({ verdict: 'expired' })
  expect(await offline(ecard, guard, codeOf(ecard, pass))).toBe('expired')
})

test('after the review: refused goes by rule, forged goes to staff, a good card needs no pass', async () => {
  await ecard.moveTo(CUT_OFF)
  const verdicts = [APPROVE, APPROVE, REJECT, { kind: 'reject', reason: 'forged' }]
  for (const [index, who] of [visitor, holder, refused, forger].entries()) {
    const { _id } = ecard.records('applications').find(({ openid }) => openid === who.openid)
    await decide(ecard, _id, verdicts[index] as object)
  }
  expect((await close(ecard)).value.done).toBe(true)
  await ecard.moveTo(FRIDAY_MORNING)
  const friday = addDays(THURSDAY, 1)
  expect((await ask(ecard, visitor, friday)).value.visit.state).toBe('approved')
  expect((await ask(ecard, refused, friday)).value.visit.state).toBe('approved')
  expect((await ask(ecard, forger, friday)).value.visit.state).toBe('waiting')
  const phone = await new CardPhone(ecard, holder, 2).activate()
  expect(await ask(ecard, holder, friday)).toEqual({ ok: false, code: 'visit_holds_card' })
  await setStatus(ecard, phone.number, 'suspended', REVIEWER)
  expect((await ask(ecard, holder, friday)).value.visit.state).toBe('waiting')
  const { visits } = await ecard.value(REVIEWER, 'visitor', 'list', { list: 'waiting' })
  const cards = visits.map(({ cardNumber }: { cardNumber: string | null }) => cardNumber)
  expect(cards.sort()).toEqual([null, phone.number].sort())
})

test('an expired card: its holder comes as a visitor in the meantime', async () => {
  const { _id } = ecard.records('cards').find(({ openid }) => openid === holder.openid)
  await setStatus(ecard, _id, 'active', REVIEWER)
  const monday = addDays(THURSDAY, 4)
  expect(await ask(ecard, holder, monday)).toEqual({ ok: false, code: 'visit_holds_card' })
  // Two years pass in the record alone: with the clock they would take minutes.
  await ecard.setRecord('cards', _id, { validUntil: THURSDAY })
  expect((await ask(ecard, holder, monday)).value.visit.state).toBe('approved')
})

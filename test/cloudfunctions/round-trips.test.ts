/**
 * What each action costs: requests to the database, counted and held to a budget. They are what a person waits for (10
 * to 20 ms each on the cloud), and a count is the same on every machine. Reads without an index are forbidden
 * altogether.
 */

import { deviceSigner, fromHex, showPass, stepOf } from '../../domain/pass'
import { addDays, startOf } from '../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from './harness/cloud'
import { addDevice } from './harness/device'
import { APPROVE, activation, close, deviceKey, GUARD, openOffice, REVIEWER, submission } from './harness/office'
import { consent, person } from './harness/people'

const ecard = testCloud()
const [one, two] = [person(1), person(2)]
const counted: Record<string, number> = {}

async function cost(name: string, work: () => Promise<unknown>): Promise<number> {
  await work // nothing before it is counted
  const { database } = await ecard.roundTrips(work)
  counted[name] = database
  return database
}

beforeAll(() => openOffice(ecard))
afterAll(() => {
  // Read by whoever wants the table; a budget that fails names itself.
  if (process.env.SHOW_ROUND_TRIPS) {
    console.log(counted)
  }
})

test('registration', async () => {
  // Settings with the campus identity, and five for the claims and the application.
  expect(
    await cost('submit', () => ecard.value(one.openid, 'registration', 'submit', submission(one))),
  ).toBeLessThanOrEqual(6)
  await ecard.value(two.openid, 'registration', 'submit', submission(two))
  expect(await cost('status', () => ecard.value(one.openid, 'registration', 'status'))).toBeLessThanOrEqual(3)
  expect(await cost('withdraw', () => ecard.value(two.openid, 'registration', 'withdraw'))).toBeLessThanOrEqual(7)
  await ecard.value(two.openid, 'registration', 'submit', submission(two))
})

test('review', async () => {
  await ecard.moveTo(CUT_OFF)
  const { items } = await ecard.value(REVIEWER, 'review', 'queue', { filter: 'undecided' })
  const [first, second] = items
  const call = (action: string, fields: object) => () => ecard.value(REVIEWER, 'review', action, fields)
  // Whoever calls is looked up first: the page, and the counts, are one question each.
  expect(await cost('queue', call('queue', { filter: 'undecided' }))).toBeLessThanOrEqual(2)
  expect(await cost('counts', call('counts', {}))).toBeLessThanOrEqual(2)
  expect(await cost('application', call('application', { id: first.id }))).toBeLessThanOrEqual(3)
  expect(await cost('next', call('next', { inHand: [first.id] }))).toBeLessThanOrEqual(3)
  expect(await cost('hold', call('hold', { ids: [first.id, second.id] }))).toBeLessThanOrEqual(2)
  expect(await cost('release', call('release', { ids: [second.id] }))).toBeLessThanOrEqual(2)
  expect(await cost('search', call('search', { text: first.name }))).toBeLessThanOrEqual(2)
  // It is written down twice: in the log, and for its person.
  expect(await cost('search by document', call('search', { text: one.form.document.number }))).toBeLessThanOrEqual(4)
  // Staff, and five for the decision and its audit entry.
  const decide = { id: first.id, version: 1, verdict: APPROVE }
  expect(await cost('decide', call('decide', decide))).toBeLessThanOrEqual(6)
  await ecard.value(REVIEWER, 'review', 'decide', {
    id: second.id,
    version: 1,
    verdict: { kind: 'return', reason: 'name_differs' },
  })
  expect(await cost('decisions', call('decisions', {}))).toBeLessThanOrEqual(3)
  expect(await cost('round', call('round', {}))).toBeLessThanOrEqual(5)
  // With the messages on their way: what is due, the hours at which it may leave, who agreed to WeChat, two takes, two
  // records. Starting, the lease and finishing cost the same for two as for ten thousand.
  expect(await cost('close (2 applications)', () => close(ecard))).toBeLessThanOrEqual(54)
})

test('amending', async () => {
  const amendment = { form: two.form, consent, language: 'zh' }
  expect(await cost('amend', () => ecard.value(two.openid, 'registration', 'amend', amendment))).toBeLessThanOrEqual(6)
})

test('activation, card and gate', async () => {
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  const request = activation(ecard, one)
  const { secret, devicePublicKey } = deviceKey(1)
  expect(await cost('activate', () => ecard.value(one.openid, 'activation', 'activate', request))).toBeLessThanOrEqual(
    9,
  )
  const show = () => ecard.value(one.openid, 'card', 'show', { devicePublicKey })
  expect(await cost('card.show', show)).toBeLessThanOrEqual(1)
  const credential = fromHex((await show()).credential.credential)!
  const text = showPass({ credential, step: stepOf(ecard.now), challenge: null, sign: deviceSigner(secret) })
  const check = () => ecard.value(GUARD, 'gate', 'check', { text, point: 'gate-east', challenge: null })
  // The guard's role and the binding in one; nothing is read for a stranger, a forged code costs no more.
  expect(await cost('gate.check', check)).toBe(1)
  const device = await addDevice(ecard, 'library')
  const ask = () => device.check(text)
  // Device, binding and earlier admissions in one, and the scan that goes on record.
  expect(await cost('POST /gate/check', ask)).toBe(2)
  expect(await cost('POST /gate/check (replayed)', ask)).toBe(2)
  const again = { ...activation(ecard, one, 2) }
  // Twelve, and five for the status list that follows.
  expect(
    await cost('activate again', () => ecard.value(one.openid, 'activation', 'activate', again)),
  ).toBeLessThanOrEqual(17)
  const sendCode = { document: one.form.document, language: 'zh' }
  expect(await cost('sendCode', () => ecard.value(one.openid, 'activation', 'sendCode', sendCode))).toBeLessThanOrEqual(
    7,
  )
})

test('a shift and its scans', async () => {
  const scans = Array.from({ length: 1000 }, (_, n) => ({
    id: n.toString(16).padStart(32, '0'),
    at: ecard.now,
    point: 'gate-east',
    verdict: 'admitted',
    serial: n,
    step: 1,
    online: false,
  }))
  const call = (action: string, fields: object) => () => ecard.value(GUARD, 'gate', action, fields)
  expect(await cost('gate.open', call('open', { sequence: null }))).toBeLessThanOrEqual(3)
  const { sequence } = ecard.records('statusLists').at(-1)
  expect(await cost('gate.list', call('list', { sequence }))).toBeLessThanOrEqual(2)
  expect(await cost('gate.list (behind)', call('list', { sequence: sequence - 1 }))).toBeLessThanOrEqual(3)
  // Staff, the scans, and two hundred cards a question for the marks.
  expect(await cost('gate.record (1000)', call('record', { scans }))).toBeLessThanOrEqual(7)
  expect(await cost('gate.record (50)', call('record', { scans: fewer(scans) }))).toBeLessThanOrEqual(3)
  const [card] = ecard.records('cards').filter(({ status }) => status === 'active')
  const lookUp = { cardNumber: card._id, last4: card.last4, point: 'gate-east' }
  expect(await cost('gate.lookUp', call('lookUp', lookUp))).toBeLessThanOrEqual(9)
})

test('cards and their status lists', async () => {
  const [{ _id: cardNumber }] = ecard.records('cards').filter(({ status }) => status === 'active')
  const call = (action: string, fields: object) => () => ecard.value(REVIEWER, 'office', action, fields)
  // With its line in the log.
  expect(await cost('office.card', call('card', { cardNumber }))).toBeLessThanOrEqual(7)
  const suspend = { cardNumber, status: 'suspended', reason: 'misuse' }
  // Staff, six for the change, five for the list, the rest for the answer.
  expect(await cost('office.setCardStatus', call('setCardStatus', suspend))).toBeLessThanOrEqual(17)
  expect(await cost('office.marks', call('marks', { state: 'open' }))).toBeLessThanOrEqual(4)
})

/** Other scans of the same shape. */
function fewer<T extends { id: string }>(scans: readonly T[]): T[] {
  return scans.slice(0, 50).map((scan) => ({ ...scan, id: scan.id.replace(/^0/, 'f') }))
}

/** Renewal: every refusal by name, what follows at once, two at a time, and who cannot learn anything from it. */
import { addDays, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { THURSDAY, testCloud } from '../harness/cloud'
import { activation, deviceKey, issueTo, openOffice, phoneProof, saveSettings } from '../harness/office'
import { type Person, person, residentNumber } from '../harness/people'

const ecard = testCloud()
const people = Array.from({ length: 12 }, (_, n) => person(n + 1))
const who = (n: number) => people[n - 1] as Person
const renew = (openid: string, fields: object) => ecard.call(openid, 'renewal', 'renew', fields)
const cardOf = (holder: Person) =>
  ecard.records('cards').find(({ openid, status }) => openid === holder.openid && status !== 'revoked')
const bindingOf = (card: any) => ecard.record('bindings', String(card.binding.serial))
const today = () => dayOf(ecard.now)

/** As if the card had been activated long ago. */
async function endsOn(holder: Person, validUntil: string, fields: object = {}) {
  const card = cardOf(holder)
  await ecard.setRecord('cards', card._id, { validUntil, ...fields })
  await ecard.setRecord('bindings', String(card.binding.serial), { validUntil })
  return card
}

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, people)
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * HOUR)
  for (const holder of people.slice(0, 11)) {
    await ecard.value(holder.openid, 'activation', 'activate', activation(ecard, holder))
  }
}, 120_000)

test('two years from the old last day; binding, credential and message follow at once, the serial stays', async () => {
  const holder = who(1)
  const before = await endsOn(holder, addDays(today(), 10))
  const lists = ecard.records('statusLists').length
  const until = '2029-03-15'
  const { card, credential } = await ecard.value(holder.openid, 'renewal', 'renew', activation(ecard, holder))
  expect(card).toMatchObject({ number: before._id, status: 'active', validUntil: until, renewableFrom: null })
  expect(credential).not.toBeNull()
  expect(cardOf(holder)).toMatchObject({ validUntil: until, binding: before.binding })
  expect(bindingOf(before)).toMatchObject({ validUntil: until, state: 'current', listed: null })
  expect(ecard.records('statusLists')).toHaveLength(lists)
  await ecard.dispatch()
  expect(ecard.texts(holder.phone).at(-1)).toMatchObject({ template: 'card_renewed.zh', params: [before._id, until] })
})

test('an expired card begins anew today, and shows a code again', async () => {
  const holder = who(2)
  await endsOn(holder, addDays(today(), -200))
  const { devicePublicKey } = deviceKey(1)
  const shown = await ecard.value(holder.openid, 'card', 'show', { devicePublicKey })
  expect(shown.credential).toBeNull()
  const reply = await ecard.value(holder.openid, 'renewal', 'renew', activation(ecard, holder))
  expect(reply.card.validUntil).toBe('2029-03-04')
  expect(reply.credential).not.toBeNull()
})

test('on another phone and account the same proof moves the card there; the old phone is on the list', async () => {
  const holder = who(3)
  const before = await endsOn(holder, addDays(today(), -1))
  const elsewhere = activation(ecard, holder, 2, 'o-new-account')
  const { card } = await ecard.value('o-new-account', 'renewal', 'renew', elsewhere)
  expect(card.validUntil).toBe('2029-03-04')
  expect(bindingOf(before)).toMatchObject({ state: 'replaced', listed: 'revoked' })
  expect(ecard.record('claims', 'account:o-new-account')).toMatchObject({ card: before._id })
  expect(await ecard.call(holder.openid, 'card', 'show')).toEqual({ ok: false, code: 'card_none' })
})

test('two renewals at once extend once', async () => {
  const holder = who(4)
  await endsOn(holder, addDays(today(), 3))
  const requests = [1, 2, 3].map(() => activation(ecard, holder))
  const replies = await Promise.all(requests.map((request) => renew(holder.openid, request)))
  const refusals = replies.filter(({ ok }) => !ok).map(({ code }) => code)
  expect(refusals).toEqual(['renewal_too_early', 'renewal_too_early'])
  expect(cardOf(holder).validUntil).toBe('2029-03-08')
  const told = ecard.records('outbox').filter(({ _id }) => _id.startsWith(`card_renewed:${cardOf(holder)._id}`))
  expect(told).toHaveLength(1)
})

test('renewal_too_early says from when; the policy moves the day', async () => {
  const holder = who(5)
  await endsOn(holder, addDays(today(), 61))
  expect(await renew(holder.openid, activation(ecard, holder))).toEqual({
    ok: false,
    code: 'renewal_too_early',
    details: { from: addDays(today(), 1) },
  })
  const { settings } = await ecard.value('o-admin', 'office', 'readSettings')
  await saveSettings(ecard, { ...settings, renewalWindowDays: 90 })
  const { devicePublicKey } = deviceKey(1)
  const { card } = await ecard.value(holder.openid, 'card', 'show', { devicePublicKey })
  expect(card.renewableFrom).toBe(addDays(today(), -29))
  expect(await renew(holder.openid, activation(ecard, holder))).toMatchObject({ ok: true })
  await saveSettings(ecard, { ...settings, renewalWindowDays: 60 })
})

test('card_suspended and card_revoked: a card that staff stopped is not renewed, whatever its days', async () => {
  const holder = who(6)
  const { _id: cardNumber } = await endsOn(holder, addDays(today(), -1))
  const stop = (status: string) =>
    ecard.value('o-reviewer', 'office', 'setCardStatus', { cardNumber, status, reason: 'misuse' })
  await stop('suspended')
  expect(await renew(holder.openid, activation(ecard, holder))).toEqual({ ok: false, code: 'card_suspended' })
  await ecard.setRecord('cards', cardNumber, { status: 'revoked' })
  expect(await renew(holder.openid, activation(ecard, holder))).toEqual({ ok: false, code: 'card_revoked' })
  expect(ecard.record('cards', cardNumber).validUntil).toBe(addDays(today(), -1))
})

test('renewal_not_activated: a card that waits to be activated is not renewed', async () => {
  expect(await renew(who(12).openid, activation(ecard, who(12)))).toEqual({ ok: false, code: 'renewal_not_activated' })
})

test('account_has_other_card: nothing moves, nothing is extended', async () => {
  const [mine, other] = [who(7), who(8)]
  const before = await endsOn(other, addDays(today(), -1))
  const reply = await renew(mine.openid, activation(ecard, other, 2, mine.openid))
  expect(reply).toEqual({ ok: false, code: 'account_has_other_card' })
  expect(cardOf(other)).toMatchObject({ validUntil: addDays(today(), -1), binding: before.binding })
})

test('activation_not_matched: a wrong phone, no card and no such document answer alike and cost the same', async () => {
  const { devicePublicKey } = deviceKey(9)
  const documents = [
    who(9).form.document,
    { type: 'resident_id', country: 'CHN', number: residentNumber(900) },
    { type: 'resident_id', country: 'CHN', number: '321102199001010012' },
  ]
  const answers: string[] = []
  const costs: number[] = []
  for (const document of documents) {
    const proof = phoneProof(ecard, 'o-stranger', '+8613900000000')
    const work = async () =>
      void answers.push(JSON.stringify(await renew('o-stranger', { document, proof, devicePublicKey })))
    costs.push((await ecard.roundTrips(work)).database)
  }
  expect(answers).toEqual(documents.map(() => '{"ok":false,"code":"activation_not_matched"}'))
  expect(costs[0]).toBe(costs[1])
})

test('too_many_attempts: renewal and activation share the day’s attempts of a document', async () => {
  const { devicePublicKey } = deviceKey(8)
  const request = { document: who(10).form.document, proof: { kind: 'sms_code', code: '000000' }, devicePublicKey }
  const guess = (n: number) =>
    ecard.call(`o-net-${n}`, n % 2 ? 'renewal' : 'activation', n % 2 ? 'renew' : 'activate', request)
  const replies = await Promise.all(Array.from({ length: 14 }, (_, n) => guess(n)))
  // Ten a day, of which activating was one.
  expect(replies.filter(({ code }) => code === 'activation_not_matched')).toHaveLength(9)
  expect(await renew(who(10).openid, activation(ecard, who(10)))).toMatchObject({ code: 'too_many_attempts' })
})

test('with a code by text message, which is good for renewing as well', async () => {
  const holder = who(11)
  await endsOn(holder, addDays(today(), -5))
  await ecard.value(holder.openid, 'activation', 'sendCode', { document: holder.form.document, language: 'zh' })
  await ecard.dispatch()
  const code = ecard.texts(holder.phone).at(-1)?.params[0]
  const { devicePublicKey } = deviceKey(1)
  const request = { document: holder.form.document, proof: { kind: 'sms_code', code }, devicePublicKey }
  expect(await renew(holder.openid, request)).toMatchObject({ ok: true, value: { card: { validUntil: '2029-03-04' } } })
})

test('bad_request: a device key of small order, an unknown field', async () => {
  const request = activation(ecard, who(1))
  expect(await renew(who(1).openid, { ...request, devicePublicKey: '01'.padEnd(64, '0') })).toMatchObject({
    code: 'bad_request',
  })
  expect(await renew(who(1).openid, { ...request, years: 20 })).toMatchObject({ code: 'bad_request' })
})

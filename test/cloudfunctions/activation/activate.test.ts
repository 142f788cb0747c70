/**
 * Activation: every refusal by name, the limits, moving to another phone and account, and that nobody learns who
 * exists.
 */
import { addDays, DAY, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from '../harness/cloud'
import { activation, deviceKey, issueTo, openOffice, phoneProof } from '../harness/office'
import { type Person, person, residentNumber } from '../harness/people'

const ecard = testCloud()
const MORNING = startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000
const people = Array.from({ length: 12 }, (_, n) => person(n + 1))
const who = (n: number) => people[n - 1] as Person
const activate = (openid: string, fields: object) => ecard.call(openid, 'activation', 'activate', fields)
const sendCode = (openid: string, document: object) =>
  ecard.call(openid, 'activation', 'sendCode', { document, language: 'zh' })

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, people)
})

test('activation_too_early on the day of the result, told only to somebody who proved the phone', async () => {
  expect(ecard.now).toBeGreaterThanOrEqual(CUT_OFF)
  expect(await activate(who(1).openid, activation(ecard, who(1)))).toEqual({
    ok: false,
    code: 'activation_too_early',
    details: { from: '2027-03-05' },
  })
  await ecard.moveTo(MORNING)
})

test("somebody else's number tells nothing: wrong phone, no card and no such document answer byte for byte alike", async () => {
  const stranger = 'o-stranger'
  const { devicePublicKey } = deviceKey(9)
  const documents = [
    who(1).form.document,
    { type: 'resident_id', country: 'CHN', number: residentNumber(900) },
    { type: 'resident_id', country: 'CHN', number: '321102199001010012' },
  ]
  const answers = []
  for (const document of documents) {
    const proof = phoneProof(ecard, stranger, '+8613900000000')
    answers.push(JSON.stringify(await activate(stranger, { document, proof, devicePublicKey })))
  }
  expect(answers).toEqual(documents.map(() => '{"ok":false,"code":"activation_not_matched"}'))
})

test('a holder and nobody cost the same steps, for activating and for sending a code', async () => {
  const { devicePublicKey } = deviceKey(9)
  const costs = []
  for (const [openid, number] of [
    ['o-s1', who(2).form.document.number],
    ['o-s2', residentNumber(901)],
  ] as const) {
    const document = { type: 'resident_id', country: 'CHN', number }
    const proof = phoneProof(ecard, openid, '+8613900000001')
    costs.push({
      activate: (await ecard.roundTrips(() => activate(openid, { document, proof, devicePublicKey }))).database,
      sendCode: (await ecard.roundTrips(() => sendCode(openid, document))).database,
    })
  }
  expect(costs[0]).toEqual(costs[1])
})

test('sendCode answers alike, and only the registered phone hears of it', async () => {
  const before = ecard.records('outbox').length
  const known = await sendCode('o-s3', who(3).form.document)
  const unknown = await sendCode('o-s3', { type: 'resident_id', country: 'CHN', number: residentNumber(902) })
  expect(Object.keys(known.value)).toEqual(Object.keys(unknown.value))
  expect(known.value.expiresAt - ecard.now).toBeLessThanOrEqual(600_000)
  expect(ecard.records('outbox')).toHaveLength(before + 1)
})

test('with a code by text message; the code is for this account and this document only', async () => {
  const holder = who(4)
  await sendCode(holder.openid, holder.form.document)
  await ecard.dispatch()
  const code = ecard.texts(holder.phone).at(-1)?.params[0]
  expect(code).toMatch(/^\d{6}$/)
  expect(JSON.stringify(ecard.records('outbox'))).not.toContain(code)
  const { devicePublicKey } = deviceKey(4)
  const request = { document: holder.form.document, proof: { kind: 'sms_code', code }, devicePublicKey }
  expect(await activate('o-thief', request)).toEqual({ ok: false, code: 'activation_not_matched' })
  const elsewhere = { ...request, document: who(5).form.document }
  expect(await activate(holder.openid, elsewhere)).toEqual({ ok: false, code: 'activation_not_matched' })
  expect(await activate(holder.openid, request)).toMatchObject({ ok: true, value: { card: { status: 'active' } } })
})

test('a code is over after twenty minutes at most', async () => {
  const holder = who(5)
  await sendCode(holder.openid, holder.form.document)
  await ecard.dispatch()
  const code = ecard.texts(holder.phone).at(-1)?.params[0]
  await ecard.cloud.controls.advanceClock(20 * 60_000)
  const { devicePublicKey } = deviceKey(5)
  const request = { document: holder.form.document, proof: { kind: 'sms_code', code }, devicePublicKey }
  expect(await activate(holder.openid, request)).toEqual({ ok: false, code: 'activation_not_matched' })
})

test('too_many_attempts per account: five a day whatever the document, also all at once; then tomorrow', async () => {
  const { devicePublicKey } = deviceKey(8)
  const attempt = (n: number) => {
    const document = { type: 'resident_id', country: 'CHN', number: residentNumber(910 + n) }
    return activate('o-guesser', { document, proof: { kind: 'sms_code', code: '000000' }, devicePublicKey })
  }
  const replies = await Promise.all(Array.from({ length: 12 }, (_, n) => attempt(n)))
  const codes = replies.map(({ code }) => code)
  expect(codes.filter((code) => code === 'activation_not_matched')).toHaveLength(5)
  expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(7)
  expect(replies.find(({ code }) => code === 'too_many_attempts')?.details).toEqual({ from: '2027-03-06' })
})

test('too_many_attempts per document: ten a day from whatever accounts', async () => {
  const { devicePublicKey } = deviceKey(8)
  const request = { document: who(6).form.document, proof: { kind: 'sms_code', code: '000000' }, devicePublicKey }
  const replies = await Promise.all(Array.from({ length: 14 }, (_, n) => activate(`o-net-${n}`, request)))
  expect(replies.filter(({ code }) => code === 'activation_not_matched')).toHaveLength(10)
  expect(await activate(who(6).openid, activation(ecard, who(6)))).toMatchObject({ code: 'too_many_attempts' })
})

test('the message names the card and its last day; two activations at once bind one phone', async () => {
  const holder = who(7)
  const replies = await Promise.all([1, 2, 3].map((seed) => activate(holder.openid, activation(ecard, holder, seed))))
  expect(replies.some(({ ok }) => ok)).toBe(true)
  const card = ecard.records('cards').find(({ openid }) => openid === holder.openid)
  const bindings = ecard.records('bindings').filter(({ cardNumber }) => cardNumber === card._id)
  expect(bindings.filter(({ state }) => state === 'current').map(({ _id }) => _id)).toEqual([
    String(card.binding.serial),
  ])
  await ecard.dispatch()
  expect(ecard.texts(holder.phone).at(-1)).toMatchObject({
    template: 'card_activated.zh',
    params: [card._id, '2029-03-04'],
  })
})

test('a new phone: a new serial, the old one is replaced, the dates stay', async () => {
  const holder = who(8)
  const first = (await activate(holder.openid, activation(ecard, holder, 1))).value
  const old = ecard.record('cards', first.card.number).binding
  await ecard.cloud.controls.advanceClock(DAY)
  const second = (await activate(holder.openid, activation(ecard, holder, 2))).value
  expect(second.card).toMatchObject({ activatedAt: first.card.activatedAt, validUntil: first.card.validUntil })
  expect(ecard.record('bindings', String(old.serial))).toMatchObject({ state: 'replaced' })
  const shown = await ecard.call(holder.openid, 'card', 'show', deviceKeyOf(1))
  expect(shown).toEqual({ ok: false, code: 'device_changed' })
  expect((await ecard.value(holder.openid, 'card', 'show', deviceKeyOf(2))).credential).not.toBeNull()
})

test('another account of the same person: the card moves, the old account has none', async () => {
  const holder = who(8)
  const reply = await activate('o-new-account', activation(ecard, holder, 3, 'o-new-account'))
  expect(reply).toMatchObject({ ok: true })
  expect(await ecard.call(holder.openid, 'card', 'show')).toEqual({ ok: false, code: 'card_none' })
  expect(ecard.record('claims', `account:${holder.openid}`)).toBeNull()
  expect(ecard.record('claims', 'account:o-new-account')).toMatchObject({ card: reply.value.card.number })
})

test('account_has_other_card: one account, one card; nothing has moved', async () => {
  const [mine, other] = [who(9), who(10)]
  expect(await activate(mine.openid, activation(ecard, mine))).toMatchObject({ ok: true })
  const reply = await activate(mine.openid, activation(ecard, other, 1, mine.openid))
  expect(reply).toEqual({ ok: false, code: 'account_has_other_card' })
  const card = ecard.records('cards').find(({ openid }) => openid === other.openid)
  expect(card).toMatchObject({ status: 'issued', binding: null })
})

test('card_suspended, card_revoked, card_expired', async () => {
  const holder = who(11)
  expect(await activate(holder.openid, activation(ecard, holder))).toMatchObject({ ok: true })
  const { _id } = ecard.records('cards').find(({ openid }) => openid === holder.openid)
  await ecard.setRecord('cards', _id, { status: 'suspended' })
  expect(await activate(holder.openid, activation(ecard, holder))).toEqual({ ok: false, code: 'card_suspended' })
  await ecard.setRecord('cards', _id, { status: 'revoked' })
  expect(await activate(holder.openid, activation(ecard, holder))).toEqual({ ok: false, code: 'card_revoked' })
  await ecard.setRecord('cards', _id, { status: 'active', validUntil: '2027-03-05' })
  expect(await activate(holder.openid, activation(ecard, holder))).toEqual({ ok: false, code: 'card_expired' })
})

test('an imported card without account and application is collected the same way', async () => {
  const holder = person(50)
  const template = ecard.records('cards')[0]
  const { digestOf } = await kitWithTestKeys()
  const digest = digestOf(holder.form.document)
  const imported = {
    ...template,
    _id: '8000000017',
    openid: null,
    application: null,
    status: 'issued',
    activatedAt: null,
    validUntil: null,
    binding: null,
    digest,
    phoneSealed: (await kitWithTestKeys()).sealCardPhone('8000000017', holder.phone),
  }
  await ecard.cloud.world.database.insert('cards', [imported])
  await ecard.cloud.world.database.insert('claims', [
    { _id: `document:${digest}`, application: null, card: '8000000017', openid: null },
  ])
  const reply = await activate(holder.openid, activation(ecard, holder))
  expect(reply).toMatchObject({ ok: true, value: { card: { number: '8000000017', status: 'active' } } })
  expect(ecard.record('claims', `account:${holder.openid}`)).toMatchObject({ card: '8000000017' })
  expect(ecard.record('claims', `document:${digest}`)).toMatchObject({ openid: holder.openid })
})

test('bad_request: a device key that is no point of the curve, or of small order', async () => {
  for (const devicePublicKey of ['ff'.repeat(32), '01'.padEnd(64, '0')]) {
    const request = { ...activation(ecard, who(12)), devicePublicKey }
    expect(await activate(who(12).openid, request)).toEqual({ ok: false, code: 'bad_request' })
  }
})

const deviceKeyOf = (seed: number) => ({ devicePublicKey: deviceKey(seed).devicePublicKey })

async function kitWithTestKeys() {
  const { functionKeys } = await import('../harness/keys')
  Object.assign(process.env, functionKeys)
  const { digestOf } = await import('../../../cloudfunctions/_kit/digest')
  const { sealCardPhone } = await import('../../../cloudfunctions/_kit/sealed-fields')
  return { digestOf, sealCardPhone }
}

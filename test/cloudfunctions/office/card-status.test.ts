/**
 * Suspending, restoring and revoking: what staff see, what the gate and the holder see at once, and what races leave
 * behind.
 */
import { addDays, HOUR, startOf } from '../../../domain/time/shanghai'
import { NEXT_THURSDAY, testCloud } from '../harness/cloud'
import { activated, CardPhone, setStatus } from '../harness/gate'
import {
  ADMIN,
  APPROVE,
  activation,
  apply,
  close,
  decide,
  GUARD,
  openOffice,
  REVIEWER,
  SECOND_REVIEWER,
  submission,
} from '../harness/office'
import { type Person, person } from '../harness/people'

const ecard = testCloud()
let phones: CardPhone[] = []
const set = (number: string, status: string, by = REVIEWER, reason?: string) =>
  setStatus(ecard, number, status, by, reason)
const card = async (number: string) => (await ecard.value(REVIEWER, 'office', 'card', { cardNumber: number })).card
const check = (phone: CardPhone) =>
  ecard.value(GUARD, 'gate', 'check', { text: phone.code(), point: 'gate-east', challenge: null })
const changes = () => ecard.records('audit').filter(({ action }) => action === 'office.setCardStatus')

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 5)
}, 60_000)

test('a card as staff see it: masked, with its phone, its scans, and nothing of the document', async () => {
  const [phone] = phones as [CardPhone]
  const { now } = ecard
  const scans = [
    { id: '1'.padStart(32, '0'), at: now - 1000, point: 'library', verdict: 'admitted', companions: 2 },
    { id: '2'.padStart(32, '0'), at: now, point: 'gate-east', verdict: 'expired', how: 'look_up' },
  ].map((scan) => ({ ...scan, serial: phone.serial, step: 1, online: false }))
  await ecard.value(GUARD, 'gate', 'record', { scans })
  const seen = await card(` ${phone.number.slice(0, 5)} ${phone.number.slice(5)}`)
  expect(seen).toMatchObject({
    number: phone.number,
    status: 'active',
    maskedName: '张*明',
    last4: phone.who.form.document.number.slice(-4),
    boundSince: expect.any(Number),
    change: null,
    openMarks: 0,
  })
  expect(seen.scans).toEqual([
    { at: now, point: 'gate-east', verdict: 'expired', how: 'look_up', companions: 0, online: false },
    { at: now - 1000, point: 'library', verdict: 'admitted', how: 'scan', companions: 2, online: false },
  ])
  const text = JSON.stringify(seen)
  for (const secret of ['张小明', phone.who.form.document.number, phone.who.phone, phone.who.openid]) {
    expect(text).not.toContain(secret)
  }
})

test('card_unknown, also for a text that is no number', async () => {
  for (const cardNumber of ['8000000000', '', 'x']) {
    expect(await ecard.call(REVIEWER, 'office', 'card', { cardNumber })).toEqual({ ok: false, code: 'card_unknown' })
    expect(await set(cardNumber, 'suspended')).toEqual({ ok: false, code: 'card_unknown' })
  }
})

test('suspended: the gate and the phone agree at once; restored, the same phone goes on', async () => {
  const [phone] = phones as [CardPhone]
  const reply = await set(phone.number, 'suspended')
  expect(reply.value.card).toMatchObject({
    status: 'suspended',
    change: { status: 'suspended', reason: 'phone_lost', note: '', by: 'reviewer', at: expect.any(Number) },
  })
  expect((await check(phone)).verdict).toBe('suspended')
  expect(await phone.renew()).toMatchObject({ card: { status: 'suspended' }, credential: null })
  expect((await set(phone.number, 'active', ADMIN)).value.card).toMatchObject({
    status: 'active',
    change: { by: '吴芳' },
  })
  expect((await check(phone)).verdict).toBe('admitted')
  expect((await phone.renew()).credential).not.toBeNull()
})

test('a repeated request changes nothing and is in the audit log once; the log has no note', async () => {
  const [phone] = phones as [CardPhone]
  const before = changes().length
  const request = { cardNumber: phone.number, status: 'suspended', reason: 'other', note: '王先生打来电话' }
  const [first, second] = await Promise.all([
    ecard.call(REVIEWER, 'office', 'setCardStatus', request),
    ecard.call(SECOND_REVIEWER, 'office', 'setCardStatus', request),
  ])
  expect([first.ok, second.ok]).toEqual([true, true])
  expect(first.value.card.change.at).toBe(second.value.card.change.at)
  expect(changes()).toHaveLength(before + 1)
  expect(changes().at(-1)).toMatchObject({ subject: phone.number, details: { status: 'suspended', reason: 'other' } })
  expect(JSON.stringify(changes())).not.toContain('王先生')
})

test('card_reason_missing; a reason that no list has is a bad request', async () => {
  const [phone] = phones as [CardPhone]
  expect(await set(phone.number, 'active', REVIEWER, 'deceased')).toEqual({ ok: false, code: 'card_reason_missing' })
  expect(await set(phone.number, 'active', REVIEWER, 'other')).toEqual({ ok: false, code: 'card_reason_missing' })
  expect(await set(phone.number, 'active', REVIEWER, 'mood')).toEqual({ ok: false, code: 'bad_request' })
  expect(await set(phone.number, 'issued', REVIEWER, 'other')).toEqual({ ok: false, code: 'bad_request' })
})

test('revocation_final: two colleagues at once end with one revoked card, whoever was first', async () => {
  for (const phone of phones.slice(1, 3)) {
    const replies = await Promise.all([
      set(phone.number, 'revoked'),
      set(phone.number, 'suspended', SECOND_REVIEWER),
      set(phone.number, 'revoked', ADMIN),
    ])
    const codes = replies.map(({ ok, code }) => (ok ? 'ok' : code))
    expect([codes[0], codes[2]]).toEqual(['ok', 'ok'])
    expect(['ok', 'revocation_final']).toContain(codes[1])
    expect(await set(phone.number, 'active')).toEqual({ ok: false, code: 'revocation_final' })
    expect(ecard.record('cards', phone.number).status).toBe('revoked')
    expect(ecard.record('bindings', String(phone.serial))).toMatchObject({ cardStatus: 'revoked', listed: 'revoked' })
    expect((await check(phone)).verdict).toBe('revoked')
  }
})

test('a suspension against checks: each check is before it or after it, and none after it is let in', async () => {
  const phone = phones[3]!
  const verdicts: string[] = []
  let done = false
  const guard = (async () => {
    while (!done) {
      verdicts.push((await check(phone)).verdict)
    }
  })()
  await set(phone.number, 'suspended')
  const from = verdicts.length
  await Promise.all(Array.from({ length: 5 }, async () => verdicts.push((await check(phone)).verdict)))
  done = true
  await guard
  expect(new Set(verdicts.slice(0, from))).not.toContain('revoked')
  // One check may have read the card before the change and answered after it.
  expect(verdicts.slice(from + 1).every((verdict) => verdict === 'suspended')).toBe(true)
})

test('a suspension against a move to a new phone: the card ends suspended or the new phone is the one that is', async () => {
  const phone = phones[4]!
  await Promise.all([
    set(phone.number, 'suspended'),
    ecard.call(phone.who.openid, 'activation', 'activate', activation(ecard, phone.who, 70)),
  ])
  const { status, binding } = ecard.record('cards', phone.number)
  const bound = ecard.record('bindings', String(binding.serial))
  expect(status).toBe('suspended')
  expect(bound).toMatchObject({ state: 'current', cardStatus: 'suspended', listed: 'suspended' })
  if (binding.serial !== phone.serial) {
    expect(ecard.record('bindings', String(phone.serial))).toMatchObject({ state: 'replaced', listed: 'revoked' })
  }
})

/** Applies before a Thursday, is approved, and the round closes. @returns the number of the new card */
async function issueOn(thursday: string, who: Person): Promise<string> {
  await ecard.moveTo(startOf(thursday))
  const { id } = await apply(ecard, who)
  await ecard.moveTo(startOf(thursday) + 13 * HOUR)
  await decide(ecard, id, APPROVE)
  await close(ecard, true, thursday)
  return ecard.record('applications', id).result.cardNumber
}

test('card_not_activated: a card that nobody has activated can only be revoked; its holder may apply again', async () => {
  const who = person(50)
  const number = await issueOn(NEXT_THURSDAY, who)
  for (const status of ['active', 'suspended']) {
    expect(await set(number, status)).toEqual({ ok: false, code: 'card_not_activated' })
  }
  expect(await ecard.call(who.openid, 'registration', 'submit', submission(who))).toMatchObject({ code: 'card_exists' })
  expect((await set(number, 'revoked', REVIEWER, 'issued_in_error')).value.card).toMatchObject({ status: 'revoked' })
  expect((await ecard.call(who.openid, 'registration', 'submit', submission(who))).ok).toBe(true)
})

test('after a revocation the holder applies again and shows the new card; the old code stays revoked', async () => {
  const old = phones[1]!
  const oldNumber = old.number
  expect(await old.renew()).toMatchObject({ card: { status: 'revoked', number: oldNumber } })
  const thursday = addDays(NEXT_THURSDAY, 7)
  const number = await issueOn(thursday, old.who)
  await ecard.moveTo(startOf(addDays(thursday, 1)) + 9 * HOUR)
  expect((await check(old)).verdict).toBe('revoked')
  const oldCode = old.code()
  const phone = await new CardPhone(ecard, old.who, 80).activate()
  expect(phone.number).toBe(number)
  expect(await phone.renew()).toMatchObject({ card: { status: 'active', number } })
  expect((await check(phone)).verdict).toBe('admitted')
  const again = await ecard.value(GUARD, 'gate', 'check', { text: oldCode, point: 'gate-east', challenge: null })
  expect(again.verdict).toBe('revoked')
  expect(await set(oldNumber, 'active')).toEqual({ ok: false, code: 'revocation_final' })
})

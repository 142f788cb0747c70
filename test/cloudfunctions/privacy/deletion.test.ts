/**
 * Deleting one's data: proof, days of thinking it over, what ends, what is left; races with reviewers and with itself.
 */
import { addDays, DAY, dayOf } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { activated, type CardPhone } from '../harness/gate'
import { APPROVE, apply, close, decide, GUARD, openOffice, phoneProof, submission } from '../harness/office'
import { officialOf } from '../harness/official'
import { type Person, person } from '../harness/people'
import { ask as askVisit } from '../visitor/visits'

const ecard = testCloud()
const proof = ({ openid, phone }: Person) => ({ proof: phoneProof(ecard, openid, phone) })
const ask = (who: Person) => ecard.call(who.openid, 'privacy', 'askDeletion', proof(who))
const overview = (who: Person) => ecard.value(who.openid, 'privacy', 'overview')
const tend = () => ecard.cloud.controls.fireTimer('privacy')
// Moving the clock by days runs every timer that was due.
jest.setTimeout(120_000)

const collections = [
  ...['applications', 'claims', 'cards', 'bindings', 'outbox', 'consents', 'wishes', 'uploads', 'deletions', 'scans'],
  ...['visits', 'followers', 'officialLinks', 'copies', 'agreements'],
  ...['marks', 'audit'],
]
const everything = () => JSON.stringify(collections.map((name) => ecard.records(name)))
let phones: CardPhone[]

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 4)
}, 240_000)

test('nothing_held, proof_not_matched, too_many_attempts', async () => {
  const stranger = person(50)
  expect(await ask(stranger)).toEqual({ ok: false, code: 'nothing_held' })
  const [{ who }] = phones as [CardPhone]
  const call = (fields: object) => ecard.call(who.openid, 'privacy', 'askDeletion', fields)
  expect(await call({ proof: phoneProof(ecard, who.openid, stranger.phone) })).toMatchObject({
    code: 'proof_not_matched',
  })
  const codes: (string | undefined)[] = []
  for (let attempt = 0; attempt < 10; attempt += 1) {
    codes.push((await call({ proof: { kind: 'sms_code', code: '000000' } })).code)
  }
  expect(codes).toEqual([...Array(9).fill('proof_not_matched'), 'too_many_attempts'])
  expect(ecard.records('deletions')).toEqual([])
})

test('the code by SMS works for this purpose only, and for this account only', async () => {
  const [, { who }, { who: other }] = phones as [CardPhone, CardPhone, CardPhone]
  await ecard.value(who.openid, 'activation', 'sendCode', { document: who.form.document, language: 'zh' })
  await ecard.dispatch()
  const activationCode = ecard.texts(who.phone).at(-1)?.params[0]
  const askWith = (openid: string, code: string | undefined) =>
    ecard.call(openid, 'privacy', 'askDeletion', { proof: { kind: 'sms_code', code } })
  expect(await askWith(who.openid, activationCode)).toMatchObject({ code: 'proof_not_matched' })
  await ecard.value(who.openid, 'privacy', 'sendCode', { language: 'zh' })
  await ecard.dispatch()
  const text = ecard.texts(who.phone).at(-1)
  expect(text?.template).toBe('privacy_code.zh')
  expect(await askWith(other.openid, text?.params[0])).toMatchObject({ code: 'proof_not_matched' })
  const before = ecard.now
  const { value } = await askWith(who.openid, text?.params[0])
  expect(value.due).toBeGreaterThanOrEqual(before + 3 * DAY)
  expect(value.due).toBeLessThanOrEqual(ecard.now + 3 * DAY)
})

test('it waits; asked twice the first day stands; taken back, nothing happens', async () => {
  const [, phone] = phones as [CardPhone, CardPhone]
  const { deletion } = await overview(phone.who)
  expect(deletion).toEqual({ due: expect.any(Number), canKeep: true })
  await ecard.moveTo(ecard.now + DAY)
  expect((await ask(phone.who)).value).toEqual({ due: deletion.due })
  await tend()
  expect((await phone.renew()).card.status).toBe('active')
  expect(await ecard.call(phone.who.openid, 'privacy', 'keepData')).toEqual({ ok: true, value: null })
  await ecard.moveTo(deletion.due + DAY)
  await tend()
  expect((await phone.renew()).card.status).toBe('active')
  expect(await overview(phone.who)).toMatchObject({ held: true, deletion: null })
})

test('when it is due the card ends everywhere and nothing names the person; the digest stays', async () => {
  const phone = phones[2] as CardPhone
  const { who } = phone
  const { digest } = ecard.record('cards', phone.number)
  const scan = { id: '7'.repeat(32), at: ecard.now, point: 'gate-east', verdict: 'admitted', serial: phone.serial }
  await ecard.value(GUARD, 'gate', 'record', { scans: [{ ...scan, step: 1, online: true }] })
  await ecard.value(who.openid, 'notifications', 'agree', { templates: ['review_result'] })
  await officialOf(ecard).follow(who.openid)
  await ecard.value(who.openid, 'binding', 'status')
  expect(ecard.records('officialLinks')).toMatchObject([{ openid: who.openid, follower: expect.any(String) }])
  await ecard.value(who.openid, 'privacy', 'takeCopy', { ...proof(who), language: 'zh' })
  const { value } = await ask(who)
  await ecard.moveTo(value.due)
  // Two workers at once, and one afterwards.
  await Promise.all([tend(), tend()])
  await tend()
  for (const secret of [who.openid, phone.who.form.document.number.slice(-4), `··· ${who.phone.slice(-4)}`]) {
    expect([secret, everything().includes(secret)]).toEqual([secret, false])
  }
  expect(ecard.record('cards', phone.number)).toMatchObject({
    status: 'revoked',
    digest,
    nameChinese: '',
    phoneSealed: '',
  })
  expect(ecard.record('bindings', String(phone.serial))).toMatchObject({ listed: 'revoked', maskedName: '' })
  expect(ecard.records('scans')).toHaveLength(1)
  expect([ecard.records('officialLinks'), ecard.records('followers')]).toEqual([[], []])
  expect(ecard.records('copies').map(({ openid, state }) => [openid, state])).toEqual([['', 'removed']])
  expect(await overview(who)).toMatchObject({ held: false, deletion: null, views: [], consents: [] })
  const check = { text: phone.code(), point: 'gate-east', challenge: null }
  expect((await ecard.value(GUARD, 'gate', 'check', check)).verdict).toBe('revoked')
})

test('the same person may register again, and never has two cards', async () => {
  const again = { ...phones[2]!.who }
  const { state } = await ecard.value(again.openid, 'registration', 'status')
  if (!state.open) {
    await close(ecard, false, state.round)
  }
  await apply(ecard, again)
  expect(await ecard.call('o-other-account', 'registration', 'submit', submission(again))).toMatchObject({
    code: 'document_in_use',
  })
})

test('deletion_begun; a decision that was made becomes no card', async () => {
  const { who } = phones[2] as CardPhone
  const { value: visited } = await askVisit(ecard, who, addDays(dayOf(ecard.now), 12))
  await ask(who)
  const [{ _id: id, digest, reviewFrom, round }] = ecard
    .records('applications')
    .filter(({ openid }) => openid === who.openid)
  await ecard.setRecord('deletions', who.openid, { state: 'running', due: reviewFrom + DAY })
  expect(await ecard.call(who.openid, 'privacy', 'keepData')).toEqual({ ok: false, code: 'deletion_begun' })
  await ecard.moveTo(reviewFrom)
  await decide(ecard, id, APPROVE)
  await ecard.setRecord('deletions', who.openid, { due: reviewFrom })
  await Promise.all([tend(), close(ecard, true, round)])
  await tend()
  const cards = ecard.records('cards').filter((card) => card.digest === digest)
  expect(cards.map(({ status }) => status)).not.toContain('issued')
  expect(ecard.records('claims').filter((claim) => claim.application === id)).toEqual([])
  const { state, openid, serial } = ecard.record('visits', visited.visit.id)
  expect([state, openid, ecard.record('bindings', String(serial)).state]).toEqual(['cancelled', '', 'replaced'])
  expect(everything().includes(who.openid)).toBe(false)
})

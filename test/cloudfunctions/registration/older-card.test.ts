/**
 * Older cards without a phone number: asked for by an application, decided by reviewers, handed over when the round
 * closes. Two cards never come of it, whatever is asked, withdrawn, rejected, revoked or imported meanwhile.
 */
import { addDays, HOUR, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from '../harness/cloud'
import { importFile } from '../harness/import'
import { APPROVE, activation, apply, close, decide, openOffice, REJECT, REVIEWER, submission } from '../harness/office'
import { type Person, person } from '../harness/people'
import { csv } from '../harness/spreadsheet'

const ecard = testCloud()
const HEADERS = ['卡号', '姓名', '身份证号', '手机号', '发卡日期', '有效期至']
const numberOf = (n: number) => `80000000${String(n).padStart(2, '0')}`
const row = (n: number, phone = '') => [
  numberOf(n),
  person(n).form.nameChinese,
  person(n).form.document.number,
  phone,
  '2019-05-01',
  '',
]
const load = (...rows: string[][]) => importFile(ecard, { kind: 'cards', bytes: csv([HEADERS, ...rows]) })
const cardsOf = (who: Person) =>
  ecard
    .records('cards')
    .filter(
      ({ last4, nameChinese }) => last4 === who.form.document.number.slice(-4) && nameChinese === who.form.nameChinese,
    )
const submit = (who: Person, openid = who.openid, fields: object = {}) =>
  ecard.call(openid, 'registration', 'submit', { ...submission(who), ...fields })

beforeAll(async () => {
  await openOffice(ecard)
  await load(...[1, 2, 3, 4, 5, 6].map((n) => row(n)), row(7, person(7).phone.slice(3)))
}, 120_000)

test('its holder cannot prove a phone, and learns no more than anybody', async () => {
  const who = person(1)
  expect(await ecard.call(who.openid, 'activation', 'activate', activation(ecard, who))).toEqual({
    ok: false,
    code: 'activation_not_matched',
  })
})

test('the application is taken, names the card to reviewers, and needs the proof photo', async () => {
  const who = person(1)
  expect(await submit(who, who.openid, { form: { ...who.form, proof: '' } })).toMatchObject({
    code: 'form_invalid',
    details: { proof: 'photo_missing' },
  })
  const { id } = await apply(ecard, who)
  expect(ecard.record('cards', numberOf(1))).toMatchObject({ askedFor: id, openid: null, status: 'issued' })
  const view = await ecard.value(REVIEWER, 'review', 'application', { id })
  expect(view.collects).toBe(numberOf(1))
  expect(await submit(who)).toEqual({ ok: false, code: 'already_applied' })
})

test('of many at once exactly one is taken', async () => {
  const who = person(2)
  const replies = await Promise.all(['o-a', 'o-b', 'o-c', who.openid].map((openid) => submit(who, openid)))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(Array(3).fill('card_exists'))
  const asking = ecard.records('applications').filter(({ collects }) => collects === numberOf(2))
  expect(asking).toHaveLength(1)
  expect(ecard.record('cards', numberOf(2)).askedFor).toBe(asking[0]._id)
})

test('a file that brings a phone number meanwhile leaves a card that is asked for alone', async () => {
  const done = await load(row(1, person(1).phone.slice(3)))
  expect(done.counts).toMatchObject({ changed: 0, unchanged: 1, bad: 0 })
  expect(ecard.record('cards', numberOf(1)).phoneSealed).toBe('')
})

test('withdrawn, the card waits as before and can be asked for again', async () => {
  const who = person(3)
  await apply(ecard, who)
  await ecard.value(who.openid, 'registration', 'withdraw')
  expect(ecard.record('cards', numberOf(3))).toMatchObject({ askedFor: null, status: 'issued' })
  const claims = ecard.records('claims').filter(({ card }) => card === numberOf(3))
  expect(claims).toMatchObject([{ application: null, openid: null }])
  expect(ecard.record('claims', `account:${who.openid}`)).toBeNull()
  expect(await submit(who)).toMatchObject({ ok: true })
})

test('card_exists: an older card with a phone number is activated, not asked for', async () => {
  expect(await submit(person(7))).toMatchObject({ code: 'card_exists' })
})

test('a card revoked meanwhile: the application goes on as one for a new card', async () => {
  const who = person(5)
  const { id } = await apply(ecard, who)
  const revoke = { cardNumber: numberOf(5), status: 'revoked', reason: 'issued_in_error' }
  await ecard.value(REVIEWER, 'office', 'setCardStatus', revoke)
  expect(ecard.record('applications', id).collects).toBeNull()
  expect(await submit(who, 'o-other')).toMatchObject({ code: 'document_in_use' })
})

test('the round closes: approved hands the older card over, rejected leaves it, revoked becomes a new one', async () => {
  const { id: rejected } = await apply(ecard, person(4))
  await ecard.moveTo(CUT_OFF)
  const applications = ecard.records('applications').filter(({ status }) => status === 'submitted')
  for (const { _id } of applications) {
    await decide(ecard, _id, _id === rejected ? REJECT : APPROVE)
  }
  expect((await close(ecard)).value).toMatchObject({ done: true })
  for (const n of [1, 2, 3]) {
    expect(ecard.record('cards', numberOf(n))).toMatchObject({
      askedFor: null,
      status: 'issued',
      portrait: person(n).form.portrait,
    })
    expect(cardsOf(person(n))).toHaveLength(1)
  }
  expect(ecard.record('cards', numberOf(4))).toMatchObject({ askedFor: null, openid: null, phoneSealed: '' })
  const renewed = cardsOf(person(5)).filter(({ status }) => status === 'issued')
  expect(renewed).toHaveLength(1)
  expect(renewed[0]._id).not.toBe(numberOf(5))
})

test('the message names the old number; from the next day it is activated with the phone of the application', async () => {
  const who = person(1)
  await ecard.dispatch()
  expect(ecard.texts(who.phone).at(-1)).toMatchObject({
    template: 'review_approved.zh',
    params: [numberOf(1), addDays(THURSDAY, 1)],
  })
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * HOUR)
  const { card } = await ecard.value(who.openid, 'activation', 'activate', activation(ecard, who))
  expect(card).toMatchObject({ number: numberOf(1), status: 'active', validUntil: '2029-03-04' })
  expect(await submit(who, 'o-second-try')).toMatchObject({ code: 'card_exists' })
  expect(cardsOf(who)).toHaveLength(1)
})

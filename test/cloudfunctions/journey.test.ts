/** One person's whole way through the functions: apply, be approved, activate, show, be admitted. */
import { deviceSigner, fromHex, showPass, stepOf } from '../../domain/pass'
import { addDays, startOf } from '../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from './harness/cloud'
import { APPROVE, activation, apply, close, decide, deviceKey, GUARD, openOffice, REVIEWER } from './harness/office'
import { person } from './harness/people'

const ecard = testCloud()

beforeAll(() => openOffice(ecard))

test('from the form to the gate', async () => {
  const who = person(1)
  const application = await apply(ecard, who)
  expect(application).toMatchObject({ stage: 'submitted', round: THURSDAY, cutOff: CUT_OFF, canWithdraw: true })
  expect(application.form.document.number).toBe('')
  expect(application.form.phone).toBe(who.phone)

  await ecard.moveTo(CUT_OFF)
  const queue = await ecard.value(REVIEWER, 'review', 'queue', { filter: 'undecided' })
  expect(queue.items).toHaveLength(1)
  const { counts } = await ecard.value(REVIEWER, 'review', 'counts')
  expect(counts).toMatchObject({ undecided: 1, approve: 0, waiting: 0 })
  await decide(ecard, application.id, APPROVE)
  const hidden = await ecard.value(who.openid, 'registration', 'status')
  expect(hidden.application.stage).toBe('in_review')
  expect(hidden.application.result).toBeUndefined()

  const closed = await close(ecard)
  expect(closed.value).toMatchObject({ done: true, handled: 1, left: 0, summary: { approved: 1, carriedOver: 0 } })
  const told = await ecard.value(who.openid, 'registration', 'status')
  expect(told.state).toMatchObject({ open: true })
  expect(told.application.stage).toBe('approved')
  const { cardNumber } = told
  expect(cardNumber).toMatch(/^8\d{9}$/)
  expect(ecard.texts(who.phone).map(({ text }) => text)).toEqual([expect.stringContaining(cardNumber)])

  expect(await ecard.call(who.openid, 'card', 'show')).toEqual({ ok: false, code: 'card_none' })
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 8 * 3_600_000)
  const active = await ecard.value(who.openid, 'activation', 'activate', activation(ecard, who))
  expect(active.card).toMatchObject({ number: cardNumber, status: 'active', validUntil: '2029-03-04' })

  const { secret, devicePublicKey } = deviceKey(1)
  const shown = await ecard.value(who.openid, 'card', 'show', { devicePublicKey })
  expect(shown.card).toMatchObject({ number: cardNumber, nameChinese: '张小明' })
  const credential = fromHex(shown.credential.credential)
  const text = showPass({
    credential: credential!,
    step: stepOf(ecard.now),
    challenge: null,
    sign: deviceSigner(secret),
  })
  const checked = await ecard.value(GUARD, 'gate', 'check', { text, point: 'gate-east', challenge: null })
  expect(checked).toMatchObject({
    verdict: 'admitted',
    holder: { maskedName: '张*明', last4: who.form.document.number.slice(-4), cardNumber, validUntil: '2029-03-04' },
  })
})

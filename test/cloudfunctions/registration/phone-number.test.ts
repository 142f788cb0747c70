/** The number that WeChat vouches for. */
import { MOST_EXCHANGES } from '../../../domain/registration/phone'
import { DAY } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'

const ecard = testCloud()
const exchange = (code: string) => ecard.call('o-li', 'registration', 'phoneNumber', { code })

test.each(['+8613800000001', '+447700900123'])('a code becomes %s, once', async (number) => {
  ecard.cloud.world.phones.register('o-li', number)
  const code = ecard.cloud.world.phones.createCode('o-li')!
  expect(await exchange(code)).toEqual({ ok: true, value: { phone: number } })
  expect(await exchange(code)).toEqual({ ok: false, code: 'phone_code_invalid' })
})

test('phone_code_invalid: an invented code, and one older than five minutes', async () => {
  expect(await exchange('invented')).toEqual({ ok: false, code: 'phone_code_invalid' })
  const code = ecard.cloud.world.phones.createCode('o-li')!
  await ecard.cloud.controls.advanceClock(6 * 60_000)
  expect(await exchange(code)).toEqual({ ok: false, code: 'phone_code_invalid' })
})

test('internal, with a reference, when WeChat breaks the connection; the log names it', async () => {
  ecard.cloud.world.faults.plan('openapi', { kind: 'drop' }, 5)
  const reply = await exchange(ecard.cloud.world.phones.createCode('o-li')!)
  ecard.cloud.world.faults.clear()
  expect(reply).toEqual({ ok: false, code: 'internal', details: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) } })
  expect(ecard.lastLog()).toContain(reply.details?.reference)
})

test('too_many_attempts: ten exchanges a day for an account, right or wrong; the next day again, and others at once', async () => {
  const often = (openid: string, code: string) => ecard.call(openid, 'registration', 'phoneNumber', { code })
  const replies = await Promise.all(Array.from({ length: 14 }, () => often('o-guesser', 'guess')))
  const codes = replies.map(({ code }) => code).sort()
  expect(codes.filter((code) => code === 'phone_code_invalid')).toHaveLength(MOST_EXCHANGES)
  expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(14 - MOST_EXCHANGES)
  expect(await often('o-other', 'guess')).toMatchObject({ code: 'phone_code_invalid' })
  await ecard.moveTo(ecard.now + DAY)
  expect(await often('o-guesser', 'guess')).toMatchObject({ code: 'phone_code_invalid' })
})

/** The number that WeChat vouches for. */
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

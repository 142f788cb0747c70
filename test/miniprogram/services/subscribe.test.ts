/** WeChat's question about notices: asked in passing it leaves in peace who declined, and never stops anybody. */
import { ok, Phone } from '../harness/phone'

let phone: Phone
let subscribe: typeof import('../../../miniprogram/services/subscribe')
const NOW = Date.parse('2026-11-24T08:00:00+08:00')
const DAY = 24 * 3_600_000

beforeEach(() => {
  jest.resetModules()
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  phone = new Phone().install()
  subscribe = require('../../../miniprogram/services/subscribe')
})
afterEach(() => jest.restoreAllMocks())

test('what was allowed comes back, and is told to the server', async () => {
  phone.answers['notifications.agree'] = ok({})
  const allowed = await subscribe.offerNotices(['review_result', 'activation_open'])
  expect(phone.noticesAsked).toEqual([['review-result', 'activation-open']])
  expect(allowed).toEqual(['review_result', 'activation_open'])
  await subscribe.keepNotices(allowed)
  expect(phone.asked('notifications', 'agree')[0]?.data).toEqual({ templates: allowed })
})

test('nothing allowed: the server is not troubled', async () => {
  await subscribe.keepNotices([])
  expect(phone.calls).toEqual([])
})

test('who declined is asked again after a month, not before', async () => {
  phone.notices = 'reject'
  expect(await subscribe.offerNotices(['review_result'])).toEqual([])
  jest.spyOn(Date, 'now').mockReturnValue(NOW + 29 * DAY)
  await subscribe.offerNotices(['review_result'])
  expect(phone.noticesAsked).toHaveLength(1)
  jest.spyOn(Date, 'now').mockReturnValue(NOW + 31 * DAY)
  await subscribe.offerNotices(['review_result'])
  expect(phone.noticesAsked).toHaveLength(2)
})

test('a WeChat that cannot ask, or refuses to, allows nothing and breaks nothing', async () => {
  phone.notices = null
  expect(await subscribe.askForNotices(['registration_open'])).toEqual([])
  Reflect.deleteProperty((globalThis as any).wx, 'requestSubscribeMessage')
  expect(await subscribe.askForNotices(['registration_open'])).toEqual([])
})

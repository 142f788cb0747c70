import { type Addressed, PARCEL_LIMIT, parcelsOf } from '../../../domain/notifications/parcels'

const message = (n: number, changed: Partial<Addressed> = {}): Addressed => ({
  channel: 'sms',
  event: 'activation_open',
  language: 'zh',
  region: 'mainland',
  parameters: [],
  phone: `+8613800000${String(n).padStart(3, '0')}`,
  ...changed,
})
const sizes = (messages: Addressed[]) => parcelsOf(messages).map(({ length }) => length)

test('one text for many is one call, up to the limit', () => {
  const many = Array.from({ length: PARCEL_LIMIT * 2 + 1 }, (_, n) => message(n))
  expect(sizes(many)).toEqual([PARCEL_LIMIT, PARCEL_LIMIT, 1])
  expect(parcelsOf(many).flat()).toEqual(many)
})

test.each([
  ['another text', { event: 'registration_open' as const }],
  ['another language', { language: 'en' as const }],
  ['overseas', { region: 'overseas' as const }],
  ['other words in it', { parameters: ['x'] }],
  ['WeChat', { channel: 'wechat' as const }],
  ['the same number again', { phone: message(1).phone }],
])('%s is a call of its own', (_, changed) => {
  expect(sizes([message(1), message(2, changed)])).toEqual([1, 1])
})

test('WeChat takes one at a time', () => {
  expect(sizes([message(1, { channel: 'wechat' }), message(2, { channel: 'wechat' })])).toEqual([1, 1])
})

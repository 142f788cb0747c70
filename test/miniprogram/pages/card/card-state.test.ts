/** When a card shows no code, and why; places and words around it. */
import { blockedBy } from '../../../../miniprogram/pages/card/card-state'
import { cardView, sayClock } from '../../../../miniprogram/pages/card/card-view'
import { placesFor } from '../../../../miniprogram/pages/card/places'
import { Phone } from '../../harness/phone'
import { at, card, credential, tuesday } from '../../harness/samples'

beforeEach(() => {
  new Phone().install()
})

test('an active card with a credential shows its code', () => {
  expect(blockedBy({ card, credential }, tuesday)).toBeNull()
})

test.each([
  ['suspended', { card: { ...card, status: 'suspended' as const }, credential }],
  ['revoked', { card: { ...card, status: 'revoked' as const }, credential }],
  ['moved', { card, credential: null }],
  ['stale', { card, credential: { ...credential, expires: '2026-11-23' } }],
])('%s: no code', (why, stored) => {
  expect(blockedBy(stored, tuesday)).toBe(why)
})

test('the last day still counts, the day after does not', () => {
  expect(
    blockedBy({ card, credential: { ...credential, expires: card.validUntil } }, at('2028-11-19T23:59')),
  ).toBeNull()
  expect(blockedBy({ card, credential }, at('2028-11-20T00:00'))).toBe('expired')
})

test('a suspended card says so even when it has expired as well, and an expired one before it says "moved"', () => {
  expect(
    blockedBy({ card: { ...card, status: 'suspended', validUntil: '2026-01-01' }, credential: null }, tuesday),
  ).toBe('suspended')
  expect(blockedBy({ card: { ...card, validUntil: '2026-01-01' }, credential: null }, tuesday)).toBe('expired')
})

test('the view carries names, number and days in both languages', () => {
  expect(cardView({ card, credential }, 'zh', tuesday)).toMatchObject({
    name: '张小明',
    otherName: 'ZHANG XIAOMING',
    grouped: '8123 456 786',
    className: '校友',
    valid: '有效期至 2028年11月19日',
    blocked: null,
  })
  expect(cardView({ card, credential }, 'en', tuesday)).toMatchObject({ name: 'ZHANG XIAOMING', otherName: '张小明' })
})

test('an expired card names its day', () => {
  const { blocked } = cardView({ card: { ...card, validUntil: '2026-11-01' }, credential }, 'zh', tuesday)
  expect(blocked).toMatchObject({ why: 'expired', text: expect.stringContaining('2026年11月1日') })
})

test('the clock shows Shanghai seconds', () => {
  expect(sayClock(at('2026-11-24T09:05') + 7_000)).toBe('09:05:07')
})

test('places are open by their hours and shown by class', () => {
  const morning = placesFor(1, 'zh', at('2026-11-24T07:30'))
  const library = morning.find((group) => group.kind === 'library')
  expect(library?.places[0]).toMatchObject({ open: false, hours: '08:00–22:00' })
  expect(morning.find((group) => group.kind === 'gate')?.places.every((place) => place.open)).toBe(true)
  expect(placesFor(1, 'zh', at('2026-11-24T22:30')).find((group) => group.kind === 'gate')?.places[0]?.open).toBe(false)
  // Visitors do not read in the library.
  expect(placesFor(2, 'zh', tuesday).map((group) => group.kind)).toEqual(['gate', 'canteen', 'shuttle'])
})

import { decideJoin, type IdentitySide } from '../../../domain/identity/aliases'

const side = (digest: string, card: string | null = null, applying = false): IdentitySide => ({
  digest,
  card,
  applying,
})

test('the identity with the card remains, whichever was named first', () => {
  const [card, bare] = [side('a', '8000000001'), side('b')]
  for (const decision of [decideJoin(card, bare, null), decideJoin(bare, card, null)]) {
    expect(decision).toEqual({ ok: true, value: { remains: card, joins: bare, revoke: null } })
  }
})

test('without cards the one with an application remains, else the first', () => {
  const applying = side('b', null, true)
  expect(decideJoin(side('a'), applying, null)).toMatchObject({ value: { remains: { digest: 'b' } } })
  expect(decideJoin(side('a'), side('b'), null)).toMatchObject({ value: { remains: { digest: 'a' } } })
})

test('identity_joined: nothing is joined twice, or to itself', () => {
  expect(decideJoin(side('a', '8000000001'), side('a', '8000000001'), null)).toMatchObject({ code: 'identity_joined' })
})

test('identity_two_cards until it is said which is revoked; then the other remains', () => {
  const [one, other] = [side('a', '8000000001'), side('b', '8000000002')]
  const details = { one: '8000000001', other: '8000000002' }
  expect(decideJoin(one, other, null)).toEqual({ ok: false, code: 'identity_two_cards', details })
  expect(decideJoin(one, other, '8000000003')).toMatchObject({ code: 'identity_two_cards' })
  expect(decideJoin(one, other, '8000000001')).toEqual({
    ok: true,
    value: { remains: other, joins: one, revoke: '8000000001' },
  })
})

test('identity_applying: an application is never left without its claim', () => {
  expect(decideJoin(side('a', '8000000001'), side('b', null, true), null)).toMatchObject({ code: 'identity_applying' })
  expect(decideJoin(side('a', null, true), side('b', null, true), null)).toMatchObject({ code: 'identity_applying' })
})

test('a card is revoked only when there are two', () => {
  expect(decideJoin(side('a', '8000000001'), side('b'), '8000000001')).toMatchObject({ value: { revoke: null } })
})

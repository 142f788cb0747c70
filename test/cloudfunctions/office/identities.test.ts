/** One person with several documents: joined by staff, one card for all of them, separated again by an admin. */
import { addDays, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import {
  ADMIN,
  APPROVE,
  activation,
  apply,
  close,
  decide,
  issueTo,
  openOffice,
  phoneProof,
  REVIEWER,
  submission,
} from '../harness/office'
import { foreigner, type Person, person } from '../harness/people'

const ecard = testCloud()
const [zhang, passport, permit, second, stranger] = [person(1), foreigner(2), person(3), person(4), person(5)]
const of = (who: Person) => ({ document: who.form.document })
const call = (action: string, fields: object, by = REVIEWER) => ecard.call(by, 'office', action, fields)
const join = (one: object, other: object, changed: object = {}) =>
  call('joinIdentities', { one, other, reason: 'other_document', ...changed })
const lookUp = { of: of(zhang), why: 'holder_asks' }
const view = async (who: Person) =>
  (await ecard.value(REVIEWER, 'office', 'identity', { ...lookUp, of: of(who) })).identity
/** The person of a card with another document in hand. */
const withDocument = (who: Person, other: Person): Person => {
  const nameLatin = who.form.nameLatin || 'ZHANG XIAOMING'
  return { ...who, form: { ...who.form, nameLatin, document: other.form.document } }
}
let card: string

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, [zhang, second])
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  card = (await ecard.value(zhang.openid, 'registration', 'status')).cardNumber
})

test('document_invalid, card_unknown, and a reason that needs words', async () => {
  const typo = { document: { ...zhang.form.document, number: '321102199001010012' } }
  expect(await join(typo, of(passport))).toMatchObject({
    code: 'document_invalid',
    details: { why: 'document_check_digit' },
  })
  expect((await join({ cardNumber: '8999999999' }, of(passport))).code).toBe('card_unknown')
  expect((await join({ cardNumber: card }, of(passport), { reason: 'other' })).code).toBe('card_reason_missing')
})

test('before: the other document is nobody, and could register', async () => {
  expect(await view(passport)).toEqual({ card: null, applying: false, aliases: [] })
  expect(await view(zhang)).toMatchObject({ card: { number: card, maskedName: expect.any(String) }, aliases: [] })
})

test('joined: both lead to the one card, masked, with reason and colleague', async () => {
  const { value } = await join({ cardNumber: card }, of(passport), { note: '毕业后换了国籍' })
  expect(value.identity.card.number).toBe(card)
  expect(value.identity.aliases).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      type: 'passport',
      masked: expect.stringMatching(/^A\*+\d\d$/),
      reason: 'other_document',
      note: '毕业后换了国籍',
      at: expect.any(Number),
      by: 'reviewer',
    },
  ])
  expect(await view(passport)).toEqual(value.identity)
})

test('registration with the other document: you have a card', async () => {
  const reply = await ecard.call(
    stranger.openid,
    'registration',
    'submit',
    submission(withDocument(stranger, passport)),
  )
  expect(reply.code).toBe('card_exists')
})

test('activation with the other document gives the one card', async () => {
  const request = activation(ecard, withDocument(zhang, passport))
  const shown = await ecard.value(zhang.openid, 'activation', 'activate', request)
  expect(shown.card.number).toBe(card)
  // And somebody who knows it without the phone gets what everybody gets.
  const proof = phoneProof(ecard, stranger.openid, stranger.phone)
  const stolen = await ecard.call(stranger.openid, 'activation', 'activate', { ...request, proof })
  expect(stolen.code).toBe('activation_not_matched')
})

test('identity_joined: not twice, not the other way round, not to itself', async () => {
  for (const [one, other] of [
    [of(zhang), of(passport)],
    [of(passport), of(zhang)],
    [of(zhang), of(zhang)],
  ] as const) {
    expect((await join(one, other)).code).toBe('identity_joined')
  }
})

test('a third document joined through the alias joins the identity: no alias of an alias, no circle', async () => {
  expect((await join(of(passport), of(permit))).ok).toBe(true)
  expect((await view(permit)).aliases).toHaveLength(2)
  expect((await join(of(permit), of(zhang))).code).toBe('identity_joined')
  const aliases = ecard.records('claims').filter(({ aliasOf }) => aliasOf)
  expect(new Set(aliases.map(({ aliasOf }) => aliasOf)).size).toBe(1)
})

test('identity_two_cards: found and named; revoked in the same act, the other one remains', async () => {
  const other = (await ecard.value(second.openid, 'registration', 'status')).cardNumber
  const refused = await join(of(permit), of(second))
  expect(refused).toMatchObject({ code: 'identity_two_cards', details: { one: card, other } })
  expect(ecard.record('cards', other).status).toBe('issued')
  const { value } = await join(of(permit), of(second), { reason: 'registered_twice', revoke: other })
  expect(value.identity).toMatchObject({ card: { number: card } })
  expect(value.identity.aliases).toHaveLength(3)
  expect(ecard.record('cards', other)).toMatchObject({ status: 'revoked', change: { reason: 'issued_in_error' } })
  const again = await ecard.call(second.openid, 'registration', 'submit', submission(second))
  expect(again.code).toBe('card_exists')
})

test('identity_applying: an application is decided before its document is joined', async () => {
  await apply(ecard, stranger)
  expect((await join({ cardNumber: card }, of(stranger))).code).toBe('identity_applying')
})

test('two colleagues at once join a document once', async () => {
  const [one, other] = [person(11), person(12)]
  const replies = await Promise.all(Array.from({ length: 4 }, () => join(of(one), of(other))))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(replies.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(new Set(['identity_joined']))
  expect((await view(one)).aliases).toHaveLength(1)
})

test('identities that were joined before anybody applied: registration by either document is one identity', async () => {
  const [one, other] = [person(11), person(12)]
  await apply(ecard, withDocument(one, other))
  const reply = await ecard.call('o-somebody', 'registration', 'submit', submission({ ...one, openid: 'o-somebody' }))
  expect(reply.code).toBe('document_in_use')
  expect((await ecard.call(one.openid, 'registration', 'withdraw')).ok).toBe(true)
  expect((await apply(ecard, one)).stage).toBe('submitted')
})

test('its card, issued for the one document, is activated with the other', async () => {
  const [one, other] = [person(11), person(12)]
  await ecard.moveTo(CUT_OFF + 7 * 24 * 3_600_000)
  const { application } = await ecard.value(one.openid, 'registration', 'status')
  await decide(ecard, application.id, APPROVE)
  expect((await close(ecard, true, NEXT_THURSDAY)).value).toMatchObject({ done: true })
  await ecard.moveTo(startOf(addDays(NEXT_THURSDAY, 1)))
  const shown = await ecard.value(one.openid, 'activation', 'activate', activation(ecard, withDocument(one, other)))
  expect(shown.card.status).toBe('active')
})

test('alias_unknown; separated by an admin only, the document is free again', async () => {
  const { aliases } = await view(zhang)
  const [alias] = aliases
  const separate = (id: string, by = ADMIN) => call('separateIdentity', { of: of(zhang), id }, by)
  expect((await separate(alias.id, REVIEWER)).code).toBe('not_allowed')
  expect((await separate('0'.repeat(32))).code).toBe('alias_unknown')
  expect((await separate(alias.id)).value.identity.aliases).toHaveLength(aliases.length - 1)
  expect((await separate(alias.id)).code).toBe('alias_unknown')
  expect(await view(passport)).toEqual({ card: null, applying: false, aliases: [] })
})

test('all of it stands in the audit log, and no document number anywhere', async () => {
  const entries = ecard.records('audit').filter(({ action }) => /Identit/.test(action))
  expect(new Set(entries.map(({ action }) => action))).toEqual(
    new Set(['office.joinIdentities', 'office.separateIdentity']),
  )
  const all = JSON.stringify(ecard.records('audit'))
  const stored = JSON.stringify([entries, ecard.records('identities'), ecard.records('claims')])
  for (const who of [zhang, passport, permit, second]) {
    expect(stored + all).not.toContain(who.form.document.number)
  }
})

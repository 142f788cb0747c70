/** Opening a resource: for whom, what the link says, and what it never says. */
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { LINKS_PER_DAY } from '../../../domain/library/reader'
import { addDays, DAY, dayOf, startOf } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { activated, type CardPhone } from '../harness/gate'
import { functionKeys } from '../harness/keys'
import { DOOR, doorKeys, EZPROXY, ezproxyAdmits } from '../harness/library'
import { openOffice } from '../harness/office'

const ecard = testCloud({ ...functionKeys, ...doorKeys })
let first: CardPhone
let second: CardPhone
const open = (phone: CardPhone, resource = 'cnki') => ecard.call(phone.who.openid, 'library', 'open', { resource })
const linkOf = async (phone: CardPhone, resource = 'cnki') => new URL((await open(phone, resource)).value.url)
const claimsOf = async (phone: CardPhone) => decodeJwt((await linkOf(phone)).searchParams.get('ticket')!)

beforeAll(async () => {
  await openOffice(ecard)
  ;[first, second] = (await activated(ecard, 2)) as [CardPhone, CardPhone]
}, 60_000)

test('a ticket says that somebody holds a card, where to and until when', async () => {
  const { value } = await open(first)
  const link = new URL(value.url)
  const ticket = link.searchParams.get('ticket')!
  expect(link.origin).toBe(DOOR)
  expect(decodeProtectedHeader(ticket)).toEqual({
    alg: 'EdDSA',
    typ: 'library-ticket+jwt',
    kid: expect.stringMatching(/^[\w-]{43}$/),
  })
  const iat = Math.floor(value.now / 1000)
  expect(decodeJwt(ticket)).toEqual({
    iss: 'https://card.example/library',
    aud: DOOR,
    sub: expect.stringMatching(/^[0-9a-f]{32}$/),
    iat,
    exp: iat + 120,
    jti: expect.stringMatching(/^[0-9a-f]{32}$/),
    class: 1,
    target: 'https://www.cnki.net/',
  })
  expect(value.expires).toBe(value.now + 120_000)
})

test('neither name, card number, document, phone nor account stands in a link', async () => {
  for (const resource of ['cnki', 'ieee-xplore']) {
    const link = await linkOf(first, resource)
    const ticket = link.searchParams.get('ticket')!
    const text = `${decodeURIComponent(link.href)} ${JSON.stringify(resource === 'cnki' ? decodeJwt(ticket) : '')}`
    const { form, phone, openid } = first.who
    for (const secret of [first.number, form.document.number, form.nameChinese, phone.slice(3), openid]) {
      expect(text).not.toContain(secret)
    }
  }
})

test('one reader has one pseudonym at a library, another one at the next; no two tickets have one name', async () => {
  const [one, again, other] = [await claimsOf(first), await claimsOf(first), await claimsOf(second)]
  expect(again.sub).toBe(one.sub)
  expect(other.sub).not.toBe(one.sub)
  expect(again.jti).not.toBe(one.jti)
  expect((await linkOf(first, 'ieee-xplore')).searchParams.get('user')).not.toBe(one.sub)
})

test('an EZproxy accepts the link while it is young, and not a changed one', async () => {
  const link = await linkOf(first, 'web-of-science')
  expect(link.origin).toBe(EZPROXY.server)
  expect(link.searchParams.get('url')).toBe('https://www.webofscience.com/')
  expect(ezproxyAdmits(link.href, ecard.now, 2)).toBe(link.searchParams.get('user'))
  expect(ezproxyAdmits(link.href, ecard.now + 180_000, 2)).toBeNull()
  expect(ezproxyAdmits(link.href.replace('user=', 'user=a'), ecard.now, 2)).toBeNull()
  expect(ezproxyAdmits(link.href.replace('alumni', 'staff'), ecard.now, 2)).toBeNull()
})

test('card_none for somebody without a card, resource_unknown for what is not in the list', async () => {
  expect(await ecard.call('o-nobody', 'library', 'open', { resource: 'cnki' })).toEqual({
    ok: false,
    code: 'card_none',
  })
  expect(await open(first, 'sci-hub')).toEqual({ ok: false, code: 'resource_unknown' })
})

test.each([
  ['reader_suspended', { status: 'suspended' }, { status: 'active' }],
  ['reader_revoked', { status: 'revoked' }, { status: 'active' }],
  ['reader_visitor', { class: 2 }, { class: 1 }],
  ['card_none', { activatedAt: null }, { activatedAt: 1 }],
])('%s', async (code, fields, before) => {
  await ecard.setRecord('cards', first.number, fields)
  expect(await open(first)).toEqual({ ok: false, code })
  await ecard.setRecord('cards', first.number, before)
})

test('the account that held the card before opens nothing any more', async () => {
  await ecard.setRecord('cards', second.number, { openid: 'o-new-account' })
  expect(await open(second)).toEqual({ ok: false, code: 'card_none' })
  expect((await ecard.call('o-new-account', 'library', 'open', { resource: 'cnki' })).ok).toBe(true)
  await ecard.setRecord('cards', second.number, { openid: second.who.openid })
})

test('many at once never get more links than a day has; tomorrow there are new ones', async () => {
  const day = dayOf(ecard.now)
  const key = `library:${second.number}:${day}`
  await ecard.setRecord('attempts', key, { count: LINKS_PER_DAY - 2 })
  const replies = await Promise.all(Array.from({ length: 6 }, () => open(second)))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(2)
  expect(replies.find(({ ok }) => !ok)).toEqual({
    ok: false,
    code: 'library_limit',
    details: { from: addDays(day, 1) },
  })
  await ecard.moveTo(startOf(addDays(day, 1)))
  expect((await open(second)).ok).toBe(true)
})

test('reader_expired after the last day', async () => {
  await ecard.moveTo(startOf(ecard.record('cards', first.number).validUntil) + DAY)
  expect(await open(first)).toEqual({ ok: false, code: 'reader_expired' })
})

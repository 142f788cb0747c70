/**
 * The example door against the running cloud, over HTTP: lets a reader in once, and nobody else; keys change under it.
 */
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { testCloud } from '../harness/cloud'
import { activated, type CardPhone } from '../harness/gate'
import { functionKeys } from '../harness/keys'
import { DOOR, doorKeys, LibraryDoor } from '../harness/library'
import { openOffice } from '../harness/office'

const NEXT_KEY = Buffer.alloc(32, 12).toString('base64')
const keys = { ...functionKeys, ...doorKeys, LIBRARY_SIGNING_KEYS: `${functionKeys.LIBRARY_SIGNING_KEYS} ${NEXT_KEY}` }
const ecard = testCloud(keys)
const doors: LibraryDoor[] = []
let phone: CardPhone

const openDoor = (ahead = 0, { age, ...env }: { age?: number; [name: string]: string | number | undefined } = {}) => {
  const door = new LibraryDoor(ecard, env as Record<string, string>)
  doors.push(door)
  return door.open(ahead, age)
}
const link = async () => (await ecard.value(phone.who.openid, 'library', 'open', { resource: 'cnki' })).url as string
const ticketOf = (url: string) => new URL(url).searchParams.get('ticket')!
const keySet = () => fetch(`${ecard.cloud.url}/http/library/.well-known/jwks.json`)

beforeAll(async () => {
  await openOffice(ecard)
  ;[phone] = (await activated(ecard, 1)) as [CardPhone]
}, 60_000)

afterAll(() => Promise.all(doors.map((door) => door.close())))

test('the keys are published without their secrets, and may be kept for a while', async () => {
  const response = await keySet()
  expect(response.headers.get('cache-control')).toBe('public, max-age=600')
  const set = (await response.json()) as { keys: object[] }
  expect(set.keys).toHaveLength(2)
  for (const key of set.keys) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  }
})

test('any other path and method is refused', async () => {
  const base = `${ecard.cloud.url}/http/library`
  expect((await fetch(`${base}/`)).status).toBe(404)
  const posted = await fetch(`${base}/.well-known/jwks.json`, { method: 'POST', body: '{}' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('lets a reader in once; the same link again is refused, also when two arrive at once', async () => {
  const door = await openDoor()
  const url = await link()
  expect(await door.enter(url)).toEqual({ status: 303, location: 'https://www.cnki.net/', refusal: null })
  expect(await door.enter(url)).toEqual({ status: 403, location: null, refusal: 'TICKET_USED' })
  const another = await link()
  const both = await Promise.all([door.enter(another), door.enter(another)])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 403])
  expect(door.said).not.toContain(phone.number)
})

test('clocks may be half a minute apart, either way', async () => {
  for (const ahead of [-25_000, 25_000]) {
    const door = await openDoor(ahead)
    expect((await door.enter(await link())).status).toBe(303)
  }
})

test('too old, too far ahead, and from before the door was opened', async () => {
  const url = await link()
  const late = await openDoor(200_000)
  expect((await late.enter(url)).refusal).toBe('ERR_JWT_EXPIRED')
  const early = await openDoor(-200_000)
  expect((await early.enter(url)).refusal).toBe('ERR_JWT_CLAIM_VALIDATION_FAILED')
  expect((await (await openDoor(0, { age: 0 })).enter(url)).refusal).toBe('DOOR_RESTARTED')
})

test('a ticket for another library, of another issuer, torn, changed or signed by a stranger', async () => {
  const url = await link()
  const elsewhere = await openDoor(0, { AUDIENCE: 'https://other.example' })
  expect((await elsewhere.enter(url)).refusal).toBe('ERR_JWT_CLAIM_VALIDATION_FAILED')
  const door = await openDoor()
  const ticket = ticketOf(await link())
  const [header, payload, signature] = ticket.split('.') as [string, string, string]
  const claims: JWTPayload = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const changed = Buffer.from(JSON.stringify({ ...claims, target: 'https://evil.example/' })).toString('base64url')
  const none = Buffer.from('{"alg":"none","typ":"library-ticket+jwt"}').toString('base64url')
  const { privateKey } = await generateKeyPair('EdDSA')
  const forged = await new SignJWT(claims)
    .setProtectedHeader(JSON.parse(Buffer.from(header, 'base64url').toString()))
    .sign(privateKey)
  for (const bad of [
    '',
    'x',
    ticket.slice(0, -9),
    `${header}.${changed}.${signature}`,
    `${none}.${payload}.`,
    forged,
  ]) {
    const { status, location } = await door.enter(`${DOOR}/?ticket=${bad}`)
    expect([status, location]).toEqual([403, null])
  }
  expect((await door.enter(`${DOOR}/?ticket=${ticket}`)).status).toBe(303)
})

test('a ticket of either key verifies while both are published, and a stranger’s never', async () => {
  const set = createLocalJWKSet((await (await keySet()).json()) as never)
  const ticket = ticketOf(await link())
  const options = { currentDate: new Date(ecard.now), audience: DOOR }
  expect((await jwtVerify(ticket, set, options)).protectedHeader.kid).toBe(keysOf(await (await keySet()).json())[0])
  const { publicKey } = await generateKeyPair('EdDSA')
  const stranger = createLocalJWKSet({ keys: [await exportJWK(publicKey)] })
  await expect(jwtVerify(ticket, stranger, options)).rejects.toThrow()
})

test('without its settings the door does not begin', async () => {
  await expect(openDoor(0, { ISSUER: '' })).rejects.toThrow('Set ISSUER and AUDIENCE.')
})

const keysOf = (set: unknown) => (set as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)

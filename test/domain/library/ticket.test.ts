/** The claims of a ticket and the links, by the letter: times in whole seconds, nothing lost in an address. */
import { createHash } from 'node:crypto'
import { ezproxyLink, ezproxyPacket } from '../../../domain/library/ezproxy'
import { TICKET_LIFE_MS, ticketClaims, ticketLink } from '../../../domain/library/ticket'

const facts = { iss: 'https://a', aud: 'https://b', sub: 'p', jti: 'j', class: 1, target: 'https://c/' }

test('a ticket lives between one and two minutes, counted from a whole second that has begun', () => {
  const { iat, exp } = ticketClaims(facts, 1_800_000_000_999)
  expect([iat, exp]).toEqual([1_800_000_000, 1_800_000_120])
  expect(TICKET_LIFE_MS).toBeGreaterThanOrEqual(60_000)
  expect(TICKET_LIFE_MS).toBeLessThanOrEqual(120_000)
})

test('the link keeps the door’s own query', () => {
  expect(ticketLink('https://b/in', 'x.y-_')).toBe('https://b/in?ticket=x.y-_')
  expect(ticketLink('https://b/in?site=main', 'x')).toBe('https://b/in?site=main&ticket=x')
})

test('an EZproxy link reads as OCLC describes it, and its parts survive the address', () => {
  const packet = ezproxyPacket('alumni', 1_800_000_000_500)
  expect(packet).toBe('$u1800000000$galumni$e')
  const digest = createHash('md5').update(`shhhrdoe${packet}`).digest('hex')
  const target = 'https://db.example/find?a=1&b=2'
  const link = ezproxyLink({ server: 'https://ez.example:2048/', user: 'rdoe', packet, digest, target })
  expect(link.startsWith('https://ez.example:2048/login?user=rdoe&ticket=')).toBe(true)
  expect(link).not.toContain('$')
  expect(Object.fromEntries(new URL(link).searchParams)).toEqual({ user: 'rdoe', ticket: digest + packet, url: target })
})

/**
 * The ticket that the library's proxy checks: a JWT (RFC 7519) whose claims say that somebody holds a valid card, and nothing
 * about who it is. Bytes and signature: cloudfunctions/library/sign.ts. For the library: docs/library.md.
 */
import type { Instant } from '../time/shanghai'

/** How long a ticket is valid: enough to paste a link into a browser, too short to pass it round. */
export const TICKET_LIFE_MS = 120_000

/** The `typ` of its header, so that no other token of this issuer is ever taken for one (RFC 8725, 3.11). */
export const TICKET_TYPE = 'library-ticket+jwt'

export type TicketClaims = {
  iss: string
  aud: string
  /** Pairwise pseudonym: the same reader at the same library, unrelated anywhere else. */
  sub: string
  /** Seconds since 1970. */
  iat: number
  exp: number
  /** Used once. */
  jti: string
  /** Card class (domain/pass). */
  class: number
  /** Where the reader wanted to go; signed, so that a proxy that follows it is no open redirect. */
  target: string
}

type TicketFacts = Omit<TicketClaims, 'iat' | 'exp'>

/** The claims of a ticket made now. `iat` is rounded down, and `exp` counts from it. */
export function ticketClaims(facts: TicketFacts, now: Instant): TicketClaims {
  const iat = Math.floor(now / 1000)
  return { ...facts, iat, exp: iat + TICKET_LIFE_MS / 1000 }
}

/** The link that hands a ticket to the library's door. @param door an address, perhaps with a query of its own */
export function ticketLink(door: string, ticket: string): string {
  const separator = door.includes('?') ? '&' : '?'
  return `${door}${separator}ticket=${encodeURIComponent(ticket)}`
}

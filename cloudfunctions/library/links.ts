/** The link that opens a resource, by the door that it lies behind. */
import { createHash } from 'node:crypto'
import { ezproxyLink, ezproxyPacket } from '../../domain/library/ezproxy'
import { ticketClaims, ticketLink } from '../../domain/library/ticket'
import type { Instant } from '../../domain/time/shanghai'
import { type LibraryResource, university } from '../../domain/university'
import { randomId } from '../_kit/random'
import type { Stored } from '../_kit/store'
import { audienceOf, ezproxy, issuer, ticketDoor } from './doors'
import { pseudonymOf } from './pseudonym'
import { signTicket } from './sign'

/** Makes a link for a card. */
export type MakeLink = (card: Stored<'cards'>, now: Instant) => Promise<string>

/** How links to a resource are made, or null when its door is not there. */
export function linkTo({ door, target }: LibraryResource): MakeLink | null {
  return door === 'ticket' ? byTicket(target) : byEzproxy(target)
}

function byTicket(target: string): MakeLink | null {
  if (!ticketDoor) {
    return null
  }
  const door = ticketDoor
  return async (card, now) => {
    const aud = audienceOf(door)
    const sub = pseudonymOf(card._id, aud)
    const facts = { iss: issuer, aud, sub, jti: randomId(), class: card.class, target }
    return ticketLink(door, await signTicket(ticketClaims(facts, now)))
  }
}

function byEzproxy(target: string): MakeLink | null {
  if (!ezproxy) {
    return null
  }
  const { server, secret, digest } = ezproxy
  return async (card, now) => {
    const user = pseudonymOf(card._id, audienceOf(server))
    const packet = ezproxyPacket(university.library.group, now)
    const hex = createHash(digest).update(`${secret}${user}${packet}`).digest('hex')
    return ezproxyLink({ server, user, packet, digest: hex, target })
  }
}

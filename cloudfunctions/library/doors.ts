/**
 * The library's entrances, from the environment, because they belong to a deployment: LIBRARY_DOOR takes our JWT,
 * LIBRARY_EZPROXY is an EZproxy with LIBRARY_EZPROXY_SECRET (and LIBRARY_EZPROXY_DIGEST, sha512 unless said otherwise). A library
 * has one or both; a resource behind one that is missing is not ready.
 */
import { type EzproxyDigest, ezproxyDigests } from '../../domain/library/ezproxy'
import { secretText } from '../_kit/keys'

const LEAST_SECRET = 16

/** Who signs, as tickets say it: the address of this function's HTTP access, without a slash at the end. */
export const issuer = addressOf('LIBRARY_ISSUER').replace(/\/+$/, '')

/** The door for tickets, or null. */
export const ticketDoor = process.env.LIBRARY_DOOR ? addressOf('LIBRARY_DOOR') : null

/** The EZproxy, or null. */
export const ezproxy = process.env.LIBRARY_EZPROXY ? readEzproxy() : null

/** Who a ticket is for: the origin of the door that it opens. */
export const audienceOf = (door: string) => new URL(door).origin

function readEzproxy() {
  const digest = process.env.LIBRARY_EZPROXY_DIGEST || 'sha512'
  if (!isDigest(digest)) {
    throw new Error(`The environment variable LIBRARY_EZPROXY_DIGEST must be one of ${ezproxyDigests.join(', ')}.`)
  }
  return { server: addressOf('LIBRARY_EZPROXY'), secret: secretText('LIBRARY_EZPROXY_SECRET', LEAST_SECRET), digest }
}

function isDigest(text: string): text is EzproxyDigest {
  return ezproxyDigests.some((digest) => digest === text)
}

// Tickets in a link must not cross the network in the clear; this machine's own addresses are for trying things out.
function addressOf(name: string): string {
  const text = secretText(name)
  const url = URL.canParse(text) ? new URL(text) : null
  const isOwn = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost'
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwn))) {
    throw new Error(`The environment variable ${name} must be an address that begins with https://.`)
  }
  return text
}

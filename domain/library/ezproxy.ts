/**
 * The ticket of EZproxy's own "ticket authentication", for libraries whose proxy knows no JWT. The packet is `$u` and the Unix
 * time in seconds, `$g` and the groups, and `$e`; the ticket is the hex digest of secret, user and packet, followed by the packet.
 * EZproxy compares digest and age; it does not notice a second use. Checked against OCLC's description; docs/library.md.
 */
import type { Instant } from '../time/shanghai'

/** What EZproxy can be told to compare with; the directive in its user.txt has the same name in capitals. */
export const ezproxyDigests = ['md5', 'sha256', 'sha512'] as const
export type EzproxyDigest = (typeof ezproxyDigests)[number]

/** The signed part that says when and for which group. */
export function ezproxyPacket(group: string, now: Instant): string {
  return `$u${Math.floor(now / 1000)}$g${group}$e`
}

export type EzproxyLink = {
  /** The proxy's address without a path. */
  server: string
  user: string
  packet: string
  /** Hex digest of secret, user and packet, one after the other. */
  digest: string
  target: string
}

/** The link that logs in at the proxy and goes on to the resource. */
export function ezproxyLink({ server, user, packet, digest, target }: EzproxyLink): string {
  const query = { user, ticket: `${digest}${packet}`, url: target }
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${server.replace(/\/+$/, '')}/login?${pairs.join('&')}`
}

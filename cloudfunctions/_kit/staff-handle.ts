/**
 * What names a member of staff outside the server: OPENIDs never leave it. An OPENID is long and random, so its hash
 * cannot be turned back by trying.
 */
import { createHash } from 'node:crypto'

const LENGTH = 32

/** The handle of an account, 32 hex digits; the same one for ever. */
export function staffHandle(openid: string): string {
  return createHash('sha256').update(`alumni-ecard/staff/1\0${openid}`).digest('hex').slice(0, LENGTH)
}

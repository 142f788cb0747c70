/**
 * Where things stand in a status list and in a difference of two; big-endian, times in whole seconds since 1970. The list
 * says which bindings no longer open a gate although their credentials are genuine. A list has its own key, used for nothing
 * else, and its own tag, so that no signature of a pass can be taken for one of a list.
 *
 *   list (ECSL)                            difference (ECSD)
 *    0   4  magic "ECSL"                     0   4  magic "ECSD"
 *    4   1  version 1                        4   1  version 1
 *    5   4  issued                           5   4  sequence of the list that it changes
 *    9   4  not after                        9   4  issued     ┐
 *   13   4  sequence                        13   4  not after  │ of the list that results
 *   17   …  revoked (golomb-rice.ts)        17   4  sequence   ┘
 *        …  suspended                       21   …  revoked: added, removed; suspended: added, removed
 *       64  Ed25519 over LIST_TAG ‖ all         64  the signature of the list that results
 *           bytes before
 *
 * Every list that is signed has a higher sequence than the one before, also when nothing but its time has changed. A serial
 * stands in one section at most: revoked wins. One list has one encoding; readers refuse any other. A change to any of this
 * is a new version. test/vectors/status-list.json pins it.
 */
import { utf8Encode } from '../pass'
import type { Instant } from '../time/shanghai'
import type { Serials } from './golomb-rice'

export const LIST_MAGIC = utf8Encode('ECSL')
export const DIFFERENCE_MAGIC = utf8Encode('ECSD')
export const LIST_VERSION = 1
export const LIST_TAG = utf8Encode('alumni-ecard/status-list/1\0')

export const MAGIC_BYTES = 4
export const LIST_OFFSET = { version: 4, issued: 5, notAfter: 9, sequence: 13, sections: 17 } as const
export const DIFFERENCE_OFFSET = { version: 4, base: 5, issued: 9, notAfter: 13, sequence: 17, sections: 21 } as const

/**
 * The longest list that is made or read, 256 KiB: about 290,000 of 14 million serials. As hex it stays below WeChat's limit
 * of 1 MB for a stored value.
 */
export const MAX_LIST_BYTES = 262_144

/** What a list says, without who says it. */
export type ListState = {
  /** 0 to 4,294,967,295. */
  readonly sequence: number
  /** Whole seconds, as epoch milliseconds. */
  readonly issued: Instant
  /** The last instant at which the list may be used; whole seconds, as epoch milliseconds. */
  readonly notAfter: Instant
  readonly revoked: Serials
  readonly suspended: Serials
}

/** A list whose signature has been verified, with the bytes to store or pass on. */
export type StatusList = ListState & { readonly bytes: Uint8Array }

/** Why a list, or a difference, is not taken. None is for people: the phone keeps the list it has, whose age it shows. */
export const statusListRefusals = [
  'list_malformed', // not a list, or not the one encoding of it
  'list_forged', // not signed by a list key that is known here
  'list_rolled_back', // older than one that was already here
  'list_expired', // past its not-after
  'list_other_base', // a difference from a list that is not the one held: ask for the whole
] as const
export type StatusListRefusal = (typeof statusListRefusals)[number]

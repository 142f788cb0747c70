/**
 * Who the pass is of, in one AES-128 block that only holders of the view key can read; a stranger who scans the code learns
 * nothing about the person. Single-block encryption is a permutation and every block differs in its serial, so two holders
 * never look alike. The block says nothing about being genuine: the issuer signature covers it.
 *
 * Big-endian: serial 3 (of the binding, not of the person: a new phone gets a new one), class 1, expiry day 2 (days since
 * 1970, valid through that day in Shanghai), last four of the document 3 (base 37: 0-9 A-Z -), masked name 7 (UTF-8, padded
 * with zeros).
 */
import { ecb } from '@noble/ciphers/aes.js'
import { fitsUint, readUint, writeUint } from './bytes'
import { HOLDER_BYTES } from './layout'
import { utf8Decode, utf8Encode } from './utf8'

export type Holder = {
  /** 0 to 16,777,215. */
  readonly serial: number
  /** 0 to 255; see passClass. */
  readonly class: number
  /** Days since 1970-01-01 (domain/time dayNumber); the pass is valid through this day. */
  readonly expiryDay: number
  /** Four characters of 0-9, A-Z and '-'. */
  readonly last4: string
  /** At most seven bytes of UTF-8. */
  readonly maskedName: string
}

const BASE_37 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'
const LAST4_LENGTH = 4
const LAST4_LIMIT = 37 ** LAST4_LENGTH
const NAME_OFFSET = 9
const NAME_BYTES = 7

const VIEW_KEY_BYTES = 16

/** The sealed block, or null when a field does not fit or the key is not one of AES-128. */
export function sealHolder(viewKey: Uint8Array, holder: Holder): Uint8Array | null {
  const block = viewKey.length === VIEW_KEY_BYTES ? packHolder(holder) : null
  return block && ecb(viewKey, { disablePadding: true }).encrypt(block)
}

/** The holder in a sealed block, or null when the view key is not the one that sealed it. */
export function openHolder(viewKey: Uint8Array, sealed: Uint8Array): Holder | null {
  if (viewKey.length !== VIEW_KEY_BYTES) {
    return null
  }
  return unpackHolder(ecb(viewKey, { disablePadding: true }).decrypt(sealed))
}

/** The block in clear (16 bytes), or null when a field does not fit. */
export function packHolder(holder: Holder): Uint8Array | null {
  const last4 = packLast4(holder.last4)
  const name = utf8Encode(holder.maskedName)
  const fits = fitsUint(holder.serial, 3) && fitsUint(holder.class, 1) && fitsUint(holder.expiryDay, 2)
  if (!fits || last4 === null || name.length > NAME_BYTES || name.includes(0)) {
    return null
  }
  const block = new Uint8Array(HOLDER_BYTES)
  writeUint(block, 0, 3, holder.serial)
  writeUint(block, 3, 1, holder.class)
  writeUint(block, 4, 2, holder.expiryDay)
  writeUint(block, 6, 3, last4)
  block.set(name, NAME_OFFSET)
  return block
}

/** The fields of a block in clear, or null when it is not what {@link packHolder} writes. */
export function unpackHolder(block: Uint8Array): Holder | null {
  const last4 = readUint(block, 6, 3)
  const maskedName = unpackName(block.subarray(NAME_OFFSET, HOLDER_BYTES))
  if (block.length !== HOLDER_BYTES || last4 >= LAST4_LIMIT || maskedName === null) {
    return null
  }
  return {
    serial: readUint(block, 0, 3),
    class: readUint(block, 3, 1),
    expiryDay: readUint(block, 4, 2),
    last4: unpackLast4(last4),
    maskedName,
  }
}

function packLast4(text: string): number | null {
  if (text.length !== LAST4_LENGTH) {
    return null
  }
  let value = 0
  for (const character of text) {
    const digit = BASE_37.indexOf(character)
    if (digit < 0) {
      return null
    }
    value = value * 37 + digit
  }
  return value
}

function unpackLast4(value: number): string {
  let text = ''
  let rest = value
  for (let index = 0; index < LAST4_LENGTH; index++) {
    text = BASE_37.charAt(rest % 37) + text
    rest = Math.floor(rest / 37)
  }
  return text
}

// Zeros stand only at the end, as padding.
function unpackName(bytes: Uint8Array): string | null {
  const end = bytes.indexOf(0)
  const name = end < 0 ? bytes : bytes.subarray(0, end)
  const padding = end < 0 ? [] : bytes.subarray(end)
  return padding.every((byte) => byte === 0) ? utf8Decode(name) : null
}

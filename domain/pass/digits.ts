/**
 * Bytes as decimal digits, for the numeric mode of a QR code (3⅓ bits a digit, the densest that survives trimming, case
 * changes and links). Every 7 bytes, read as one big-endian number, become 17 digits, padded on the left with zeros; 1 to 6
 * bytes left over become 3, 5, 8, 10, 13 or 15 digits. 182 bytes become 442 digits.
 *
 * A group of 17 digits can hold more than 7 bytes can: numbers of 2^56 and above are refused, so a code has one text only.
 * 2^56 exceeds the exact integers of a double, so a group is handled as its first 9 and its last 8 digits.
 */
import { readUint, writeUint } from './bytes'

const GROUP_BYTES = 7
const GROUP_DIGITS = 17
/** Digits for 0 to 6 bytes left over. */
const TAIL_DIGITS = [0, 3, 5, 8, 10, 13, 15]

const TEN_TO_8 = 100_000_000
const TWO_TO_24 = 0x1000000
const TWO_TO_32 = 0x100000000

/** The digits of any number of bytes. */
export function encodeDigits(bytes: Uint8Array): string {
  const tailBytes = bytes.length % GROUP_BYTES
  const tailStart = bytes.length - tailBytes
  let text = ''
  for (let offset = 0; offset < tailStart; offset += GROUP_BYTES) {
    text += encodeGroup(bytes, offset)
  }
  if (tailBytes > 0) {
    text += String(readUint(bytes, tailStart, tailBytes)).padStart(TAIL_DIGITS[tailBytes] ?? 0, '0')
  }
  return text
}

// With the group as high × 2^24 + low (4 and 3 bytes), divides by 10^8 in two steps, each exact below 2^53.
function encodeGroup(bytes: Uint8Array, offset: number): string {
  const high = readUint(bytes, offset, 4)
  const low = readUint(bytes, offset + 4, 3)
  const highQuotient = Math.floor(high / TEN_TO_8)
  const carried = (high % TEN_TO_8) * TWO_TO_24 + low
  const quotient = highQuotient * TWO_TO_24 + Math.floor(carried / TEN_TO_8)
  return String(quotient).padStart(9, '0') + String(carried % TEN_TO_8).padStart(8, '0')
}

/** The bytes, or null when the text is not what {@link encodeDigits} writes: another character, length or range. */
export function decodeDigits(text: string): Uint8Array | null {
  const groups = Math.floor(text.length / GROUP_DIGITS)
  const tailBytes = TAIL_DIGITS.indexOf(text.length % GROUP_DIGITS)
  if (tailBytes < 0 || !/^[0-9]*$/.test(text)) {
    return null
  }
  const bytes = new Uint8Array(groups * GROUP_BYTES + tailBytes)
  for (let group = 0; group < groups; group++) {
    const start = group * GROUP_DIGITS
    if (!decodeGroup(text.slice(start, start + GROUP_DIGITS), bytes, group * GROUP_BYTES)) {
      return null
    }
  }
  const tail = Number(text.slice(groups * GROUP_DIGITS))
  if (tail >= 256 ** tailBytes && tailBytes > 0) {
    return null
  }
  writeUint(bytes, groups * GROUP_BYTES, tailBytes, tail)
  return bytes
}

// The same two steps backwards: first × 10^8 + last, carried over 2^24.
function decodeGroup(digits: string, bytes: Uint8Array, offset: number): boolean {
  const first = Number(digits.slice(0, 9))
  const last = Number(digits.slice(9))
  const carried = (first % TWO_TO_24) * TEN_TO_8 + last
  const high = Math.floor(first / TWO_TO_24) * TEN_TO_8 + Math.floor(carried / TWO_TO_24)
  if (high >= TWO_TO_32) {
    return false
  }
  writeUint(bytes, offset, 4, high)
  writeUint(bytes, offset + 4, 3, carried % TWO_TO_24)
  return true
}

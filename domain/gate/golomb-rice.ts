/**
 * A set of serials in few bytes: the gaps between them, Golomb–Rice coded (Golomb 1966, Rice 1979), which for serials that
 * are scattered by chance comes within 1 or 2 % of what any code could do. Exact: nobody innocent is ever on the list.
 *
 *   1  parameter k, 0 to 23
 *   3  count n, big-endian
 *   …  n codes, most significant bit first: the gap g = serial − previous − 1 (the first counts from −1) as ⌊g / 2^k⌋ ones, a
 *      zero, and the k low bits of g
 *   …  zero bits up to the next whole byte
 *
 * One set has one encoding: k is the smallest of those that need the fewest bits, padding is zero, and a reader refuses
 * anything else. Reading looks at each bit once, so no input, however hostile, costs more than its length.
 */
import { fitsUint, readUint, writeUint } from '../pass/bytes'

/** Serials in ascending order, none twice. */
export type Serials = Uint32Array

/** The room of a serial: three bytes, as in the pass. */
export const SERIAL_BYTES = 3
const MAX_SERIAL = 256 ** SERIAL_BYTES - 1
const MAX_PARAMETER = 23
const HEADER_BYTES = 4

/** The serials in order, each once; null when one is not an integer of 0 to 16,777,215. */
export function serialsOf(numbers: Iterable<number>): Serials | null {
  const unique = [...new Set(numbers)]
  return unique.every((number) => fitsUint(number, SERIAL_BYTES)) ? Uint32Array.from(unique).sort() : null
}

/** True when the serial is among them. */
export function hasSerial(serials: Serials, serial: number): boolean {
  let low = 0
  let high = serials.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (serials[middle]! < serial) {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return serials[low] === serial
}

/** The section of a set of at most 16,777,215 serials. */
export function encodeSerials(serials: Serials): Uint8Array {
  const gaps = gapsOf(serials)
  const parameter = bestParameter(gaps)
  const bits = gaps.reduce((total, gap) => total + (gap >>> parameter), gaps.length * (parameter + 1))
  const section = new Uint8Array(HEADER_BYTES + Math.ceil(bits / 8))
  section[0] = parameter
  writeUint(section, 1, 3, serials.length)
  let position = HEADER_BYTES * 8
  const write = (bit: number) => {
    section[position >> 3]! |= bit << (7 - (position & 7))
    position += 1
  }
  for (const gap of gaps) {
    for (let ones = gap >>> parameter; ones > 0; ones--) {
      write(1)
    }
    write(0)
    for (let index = parameter - 1; index >= 0; index--) {
      write((gap >>> index) & 1)
    }
  }
  return section
}

/**
 * The set in the section that begins at `offset`, and where the next thing begins; null when it is not exactly what
 * {@link encodeSerials} writes or reaches beyond `end`.
 */
export function decodeSerials(
  bytes: Uint8Array,
  offset: number,
  end: number,
): { serials: Serials; next: number } | null {
  const body = offset + HEADER_BYTES
  if (body > end) {
    return null
  }
  const parameter = readUint(bytes, offset, 1)
  const count = readUint(bytes, offset + 1, 3)
  // A code has at least k + 1 bits: a count beyond the bytes that are there must not reserve memory.
  if (parameter > MAX_PARAMETER || count * (parameter + 1) > (end - body) * 8) {
    return null
  }
  const reader = new BitReader(bytes, body, end)
  const serials = readSerials(reader, parameter, count)
  const next = serials && reader.finish()
  if (!serials || !next || bestParameter(gapsOf(serials)) !== parameter) {
    return null
  }
  return { serials, next }
}

function readSerials(reader: BitReader, parameter: number, count: number): Serials | null {
  const serials = new Uint32Array(count)
  let previous = -1
  for (let index = 0; index < count; index++) {
    const room = MAX_SERIAL - previous - 1
    const high = reader.ones(Math.floor(room / 2 ** parameter))
    const low = high < 0 ? -1 : reader.bits(parameter)
    const gap = high * 2 ** parameter + low
    if (low < 0 || gap > room) {
      return null
    }
    previous += gap + 1
    serials[index] = previous
  }
  return serials
}

function gapsOf(serials: Serials): Uint32Array {
  return serials.map((serial, index) => serial - (index === 0 ? 0 : serials[index - 1]! + 1))
}

// From k to k + 1 every code grows by a bit and the ones of a gap go from x to ⌊x / 2⌋. What is saved, ⌈x / 2⌉ in all, only
// falls as k grows, so the first k at which it no longer exceeds the count is the best.
function bestParameter(gaps: Uint32Array): number {
  let parameter = 0
  while (gaps.reduce((saved, gap) => saved + (((gap >>> parameter) + 1) >>> 1), 0) > gaps.length) {
    parameter += 1
  }
  return parameter
}

/** Bits of bytes[start…end), most significant first; −1 tells that there are not enough. */
class BitReader {
  private position: number

  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    private readonly end: number,
  ) {
    this.position = start * 8
  }

  /** How many ones stand before the next zero, which is taken as well; −1 when they are more than `limit`. */
  ones(limit: number): number {
    for (let count = 0; count <= limit; count++) {
      const bit = this.next()
      if (bit !== 1) {
        return bit === 0 ? count : -1
      }
    }
    return -1
  }

  /** The next `count` bits (at most 23) as a number. */
  bits(count: number): number {
    let value = 0
    for (let index = 0; index < count; index++) {
      const bit = this.next()
      if (bit < 0) {
        return -1
      }
      value = value * 2 + bit
    }
    return value
  }

  /** The offset of the next whole byte, or null when a bit before it is not zero. */
  finish(): number | null {
    while (this.position % 8 !== 0) {
      if (this.next() !== 0) {
        return null
      }
    }
    return this.position / 8
  }

  private next(): number {
    if (this.position >= this.end * 8) {
      return -1
    }
    const bit = (this.bytes[this.position >> 3]! >> (7 - (this.position & 7))) & 1
    this.position += 1
    return bit
  }
}

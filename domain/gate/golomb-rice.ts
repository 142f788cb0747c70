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
import { BitReader, BitWriter } from './golomb-rice-bits'

/** Serials in ascending order, none twice. */
export type Serials = Uint32Array

/** The room of a serial: three bytes, as in the pass. */
export const SERIAL_BYTES = 3
const MAX_SERIAL = 256 ** SERIAL_BYTES - 1
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
  const writer = new BitWriter(section, HEADER_BYTES)
  for (const gap of gaps) {
    writer.ones(gap >>> parameter)
    writer.bits(gap, parameter)
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
  const parameter = readUint(bytes, offset, 1)
  const count = readUint(bytes, offset + 1, 3)
  if (body > end) {
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
  // Grows with what is read: a count beyond the bytes that are there reserves nothing.
  const serials: number[] = []
  let previous = -1
  while (serials.length < count) {
    const room = MAX_SERIAL - previous - 1
    const high = reader.ones(Math.floor(room / 2 ** parameter))
    const low = high < 0 ? -1 : reader.bits(parameter)
    const gap = high * 2 ** parameter + low
    if (low < 0 || gap > room) {
      return null
    }
    previous += gap + 1
    serials.push(previous)
  }
  return Uint32Array.from(serials)
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

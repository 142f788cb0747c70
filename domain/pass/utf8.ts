/**
 * UTF-8 (RFC 3629) for the phone, whose JavaScript has no TextEncoder. Decoding is strict: what an encoder would not have
 * written (overlong forms, surrogates, cut characters) is refused, so that one text has one encoding.
 */

/** Unpaired surrogates become U+FFFD, as TextEncoder does. */
export function utf8Encode(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    pushPoint(bytes, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point)
  }
  return Uint8Array.from(bytes)
}

function pushPoint(bytes: number[], point: number): void {
  if (point < 0x80) {
    bytes.push(point)
  } else if (point < 0x800) {
    bytes.push(0xc0 | (point >> 6), tail(point))
  } else if (point < 0x10000) {
    bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point))
  } else {
    bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point))
  }
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

/** The text, or null when the bytes are not well-formed UTF-8. */
export function utf8Decode(bytes: Uint8Array): string | null {
  let text = ''
  let index = 0
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0
    const length = sequenceLength(lead)
    const point = length === 0 ? null : readPoint(bytes, index, lead, length)
    if (point === null) {
      return null
    }
    text += String.fromCodePoint(point)
    index += length
  }
  return text
}

/** Bytes of the character that begins with `lead`; 0 when none does. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) {
    return 1
  }
  if (lead < 0xc2 || lead > 0xf4) {
    return 0
  }
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

const SMALLEST = [0, 0, 0x80, 0x800, 0x10000]

function readPoint(bytes: Uint8Array, start: number, lead: number, length: number): number | null {
  if (length === 1) {
    return lead
  }
  let point = lead & (0x7f >> length)
  for (let index = start + 1; index < start + length; index++) {
    const byte = bytes[index]
    if (byte === undefined || (byte & 0xc0) !== 0x80) {
      return null
    }
    point = point * 64 + (byte & 0x3f)
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return point < (SMALLEST[length] ?? 0) || point > 0x10ffff || surrogate ? null : point
}

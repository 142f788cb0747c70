/** Big-endian integers and byte strings: the few operations that the pass formats share. */

/** Reads `length` bytes (1 to 6) at `offset` as an unsigned integer. */
export function readUint(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0
  for (let index = offset; index < offset + length; index++) {
    value = value * 256 + (bytes[index] ?? 0)
  }
  return value
}

/** Writes an unsigned integer into `length` bytes (1 to 6) at `offset`; the caller has checked that it fits. */
export function writeUint(bytes: Uint8Array, offset: number, length: number, value: number): void {
  let rest = value
  for (let index = offset + length - 1; index >= offset; index--) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
}

/** True for an integer that fits into `length` bytes. */
export function fitsUint(value: number, length: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 256 ** length
}

/** The parts one after another. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** True when both hold the same bytes. Not constant-time: everything compared here is public. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Lower-case hex, the form in which keys and credentials travel and are stored. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes of a hex text, or null when it is not one. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^([0-9a-fA-F]{2})*$/.test(text)) {
    return null
  }
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => parseInt(text.slice(index * 2, index * 2 + 2), 16))
}

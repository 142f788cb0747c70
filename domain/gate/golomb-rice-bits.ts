/** Bits one by one, most significant first, as the Golomb–Rice codes need them (golomb-rice.ts). */

/** Writes into bytes that are zero. */
export class BitWriter {
  private position: number

  /** @param start the byte to begin with */
  constructor(
    private readonly bytes: Uint8Array,
    start: number,
  ) {
    this.position = start * 8
  }

  /** `count` ones and a zero. */
  ones(count: number): void {
    for (let left = count; left > 0; left--) {
      this.bytes[this.position >> 3]! |= 0x80 >> (this.position & 7)
      this.position += 1
    }
    this.position += 1
  }

  /** The low `count` bits of a number (at most 31). */
  bits(value: number, count: number): void {
    for (let index = count - 1; index >= 0; index--) {
      const bit = (value >>> index) & 1
      this.bytes[this.position >> 3]! |= bit << (7 - (this.position & 7))
      this.position += 1
    }
  }
}

/** Reads bytes[start…end); −1 tells that there are not enough. */
export class BitReader {
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

  /** The next `count` bits as a number, exact up to 53 of them. */
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

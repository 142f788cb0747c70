/** Chance that is the same in every run: sfc32 (Chris Doty-Humphrey's small fast counter), fast and of a long period. */

// Taken once: looking up a global is slow inside jest.
const { floor } = Math

export type Chance = {
  /** An integer of 0 to `below` − 1. */
  below(below: number): number
  /** One of them. */
  of<T>(items: readonly T[]): T
  /** Random bytes. */
  bytes(count: number): Uint8Array
}

/** @param seed any integer; the same seed gives the same chances */
export function chanceOf(seed: number): Chance {
  let [a, b, c, counter] = [seed | 0, ~seed, 0x9e3779b9 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 20; warm++) {
    next()
  }
  const below = (limit: number) => floor((next() / 2 ** 32) * limit)
  return {
    below,
    of: (items) => items[below(items.length)]!,
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}

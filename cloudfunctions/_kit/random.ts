/** Random names and numbers. */
import { randomBytes, randomInt } from 'node:crypto'

const ID_BYTES = 16

/** A key for a record that has no natural one; says nothing about what it names. */
export function randomId(): string {
  return randomBytes(ID_BYTES).toString('hex')
}

/** A serial of a binding: 24 bits, the room that the pass has. */
export function randomSerial(): number {
  return randomInt(2 ** 24)
}

/** Different places below `total`, at most `count` of them, each as likely as any other. */
export function randomPlaces(total: number, count: number): number[] {
  const places = new Set<number>()
  while (places.size < Math.min(total, count)) {
    places.add(randomInt(total))
  }
  return [...places]
}

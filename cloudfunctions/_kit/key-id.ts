/** The name of a key: says which one made a text, and nothing about the key. */
import { createHash } from 'node:crypto'

const LENGTH = 8

/** 8 hex digits. */
export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('alumni-ecard/key-id/1\0').update(key).digest('hex').slice(0, LENGTH)
}

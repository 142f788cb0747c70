/** A list key, lists and chance with fixed seeds, for the tests of the status list and for the published vectors. */
import { createHash } from 'node:crypto'
import { encodeStatusList, openStatusList, type StatusListRequest } from '../../../domain/gate/status-list'
import type { StatusList } from '../../../domain/gate/status-list-layout'
import { devicePublicKey } from '../../../domain/pass'
import { bytes, opensslSigner } from '../pass/scene'

export const listSecret = bytes('53'.repeat(32))
export const listPublic = devicePublicKey(listSecret)
export const listSigner = opensslSigner(listSecret)

/** 2026-11-20 14:13:20 in Shanghai. */
export const ISSUED = 1_795_155_200_000
export const DAY = 86_400_000

export const calm: StatusListRequest = {
  sequence: 41,
  issued: ISSUED,
  notAfter: ISSUED + 7 * DAY,
  revoked: [0, 5, 6, 7, 1_000, 299_999],
  suspended: [8, 16_777_215],
  sign: listSigner,
}

/** The bytes of a list; fields can be replaced. */
export function listBytes(changes: Partial<StatusListRequest> = {}): Uint8Array {
  const made = encodeStatusList({ ...calm, ...changes })
  if (!made) {
    throw new Error('this list does not fit')
  }
  return made
}

/** A list as a phone holds it. */
export function listOf(changes: Partial<StatusListRequest> = {}): StatusList {
  const opened = openStatusList(listBytes(changes), [listPublic])
  if (!opened.ok) {
    throw new Error(opened.code)
  }
  return opened.value
}

/** Chance that is the same in every run: 32 bits a call. */
export function chance(seed: string): () => number {
  let pool = Buffer.alloc(0)
  let round = 0
  return () => {
    if (pool.length === 0) {
      pool = createHash('sha256').update(`${seed}/${round}`).digest()
      round += 1
    }
    const value = pool.readUInt32BE(0)
    pool = pool.subarray(4)
    return value
  }
}

/** `count` different serials below `space`. */
export function scattered(count: number, space: number, seed = 'scattered'): number[] {
  const next = chance(`${seed}/${count}/${space}`)
  const serials = new Set<number>()
  while (serials.size < count) {
    serials.add(next() % space)
  }
  return [...serials]
}

/** The fewest bytes that can tell any `count` of `space` serials from one another: log2 of their number, over 8. */
export function shannonBytes(count: number, space: number): number {
  let bits = 0
  for (let index = 1; index <= count; index++) {
    bits += Math.log2((space - count + index) / index)
  }
  return bits / 8
}

/** A body signed as it is, whatever it says: what only the holder of the list key could send. */
export function signedAnyway(body: Uint8Array, tag = 'alumni-ecard/status-list/1\0', sign = listSigner): Uint8Array {
  return new Uint8Array(Buffer.concat([body, sign(Buffer.concat([Buffer.from(tag), body]))]))
}

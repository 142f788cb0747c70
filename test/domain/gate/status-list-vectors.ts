/**
 * The published vectors of the status list, test/vectors/status-list.json, built from a fixed synthetic key. Expected codes
 * and statuses are written here by hand; status-list-vectors.test.ts holds the product and an independent reader to them. To
 * write the file anew:
 *   npx esbuild test/domain/gate/status-list-write-vectors.ts --bundle --platform=node --log-level=error |
 *     node - test/vectors/status-list.json
 */
import { encodeSerials } from '../../../domain/gate/golomb-rice'
import { listMessage } from '../../../domain/gate/status-list'
import { encodeListBody } from '../../../domain/gate/status-list-body'
import { differenceOf } from '../../../domain/gate/status-list-difference'
import type { StatusListRefusal } from '../../../domain/gate/status-list-layout'
import { emptySignature, smallOrderKeys, withLargeS } from '../pass/crafted'
import { bytes, hex, issuerSigner } from '../pass/scene'
import * as scene from './status-list-scene'

const { calm, DAY, ISSUED, listBytes, listOf, scattered, signedAnyway } = scene

type Case = {
  name: string
  code: StatusListRefusal | 'ok'
  bytes: string
  /** Keys in force, hex. */
  keys: string[]
  lastSequence: number
  now: number
}

const listPublic = hex(scene.listPublic)
const list = listBytes()
const body = list.subarray(0, -64)

const of = (code: Case['code'], name: string, data: Uint8Array, changes: Partial<Case> = {}): Case => ({
  name,
  code,
  bytes: hex(data),
  keys: [listPublic],
  lastSequence: 41,
  now: ISSUED,
  ...changes,
})

const section = (...serials: number[]) => hex(encodeSerials(Uint32Array.from(serials)))
const withSections = (...parts: string[]) =>
  signedAnyway(Uint8Array.from([...body.subarray(0, 17), ...bytes(parts.join(''))]))

function flipped(data: Uint8Array, offset: number): Uint8Array {
  const changed = data.slice()
  changed[offset] = (changed[offset] ?? 0) ^ 1
  return changed
}

function cases(): Case[] {
  const smallOrder = smallOrderKeys[4]
  return [
    of('ok', 'a list', list),
    of('ok', 'at its not-after', list, { now: calm.notAfter }),
    of('ok', 'the second of two keys', list, { keys: ['11'.repeat(32), listPublic] }),
    of('ok', 'an empty list', listBytes({ revoked: [], suspended: [] })),
    of('list_malformed', 'nothing', new Uint8Array()),
    of('list_malformed', 'another magic', flipped(list, 0)),
    of('list_malformed', 'another version', flipped(list, 4)),
    of('list_malformed', 'a difference', differenceOf(listOf(), listOf({ sequence: 42 }))),
    of('list_malformed', 'signed, a section is missing', withSections(section(4))),
    of('list_malformed', 'signed, a byte too many', withSections(section(4), section(5), '00')),
    of('list_malformed', 'signed, padding that is not zero', withSections('0000000101', section())),
    of('list_malformed', 'signed, k = 1 where k = 0 is as short', withSections('0100000100', section())),
    of('list_malformed', 'signed, k = 0 where a larger one is shorter', withSections('00000001ffffff00', section())),
    of('list_malformed', 'signed, a count beyond the bytes', withSections('00ffffff00', section())),
    of('list_malformed', 'signed, ones without end', withSections('00000001', 'ff'.repeat(40))),
    of('list_malformed', 'signed, a serial beyond three bytes', withSections('17000002bfffff8000000000', section())),
    of('list_malformed', 'signed, a serial in both sections', withSections(section(4, 9), section(9))),
    of(
      'list_malformed',
      'signed, not-after before issued',
      signedAnyway(encodeListBody({ ...listOf(), notAfter: ISSUED - 1000 })),
    ),
    of('list_forged', 'a serial changed', flipped(list, 22)),
    of('list_forged', 'the sequence changed', flipped(list, 16)),
    of('list_forged', 'the signature changed', flipped(list, list.length - 1)),
    of('list_forged', 'a byte too few', list.subarray(0, -1)),
    of('list_forged', 's plus group order', Uint8Array.from([...body, ...withLargeS(list.subarray(-64))])),
    of('list_forged', 'a key of small order', listBytes({ sign: emptySignature }), { keys: [smallOrder] }),
    of('list_forged', 'signed by an issuer of passes', listBytes({ sign: issuerSigner })),
    of('list_forged', 'signed under the tag of a credential', signedAnyway(body, 'alumni-ecard/pass/1/credential\0')),
    of('list_forged', 'no key known', list, { keys: [] }),
    of('list_rolled_back', 'older than the last one', list, { lastSequence: 42 }),
    of('list_rolled_back', 'before list_expired', list, { lastSequence: 42, now: calm.notAfter + 1 }),
    of('list_expired', 'past its not-after', list, { now: calm.notAfter + 1 }),
  ]
}

function listVector(
  name: string,
  data: Uint8Array,
  state: { revoked: readonly number[]; suspended: readonly number[] },
) {
  const { sequence, issued, notAfter } = listOf()
  return {
    name,
    sequence,
    issued,
    notAfter,
    ...state,
    signed: hex(listMessage(data.subarray(0, -64))),
    bytes: hex(data),
  }
}

function lists() {
  const ascending = (serials: Iterable<number>) => [...serials].sort((a, b) => a - b)
  return [
    { name: 'empty', revoked: [], suspended: [] },
    { name: 'the first and the last serial', revoked: [0], suspended: [16_777_215] },
    { name: 'in a row', revoked: [4, 5, 6, 7, 8, 9, 10, 11, 12], suspended: [13, 14] },
    { name: 'of two powers', revoked: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024], suspended: [3, 9, 27, 81, 243] },
    { name: 'ordinary', revoked: ascending(calm.revoked), suspended: ascending(calm.suspended) },
    { name: '60 of 3,000', revoked: ascending(scattered(60, 3_000)), suspended: [] },
  ].map(({ name, ...state }) => listVector(name, listBytes(state), state))
}

function differences() {
  const newer = listOf({
    sequence: 44,
    issued: ISSUED + DAY,
    notAfter: ISSUED + 8 * DAY,
    revoked: [0, 5, 6, 8, 1_000, 299_999, 400_000],
    suspended: [7, 9],
  })
  const older = listOf()
  const renewed = listOf({ sequence: 42, issued: ISSUED + 3_600_000 })
  return [
    { name: 'serials came, went and changed sides', to: newer },
    { name: 'only the time has changed', to: renewed },
  ].map(({ name, to }) => ({
    name,
    from: hex(older.bytes),
    bytes: hex(differenceOf(older, to)),
    to: hex(to.bytes),
  }))
}

/** The content of test/vectors/status-list.json. */
export function statusListVectors() {
  return {
    note: 'Alumni e-card status list, version 1. Synthetic key. Format: domain/gate/status-list-layout.ts and golomb-rice.ts. Bytes in hex, times in ms.',
    keys: { listSecret: hex(scene.listSecret), listPublic },
    lists: lists(),
    differences: differences(),
    cases: cases(),
  }
}

import fc from 'fast-check'
import { encodeSerials } from '../../../domain/gate/golomb-rice'
import { encodeStatusList, openStatusList, readStatusList, statusOf } from '../../../domain/gate/status-list'
import { encodeListBody } from '../../../domain/gate/status-list-body'
import { MAX_LIST_BYTES } from '../../../domain/gate/status-list-layout'
import { emptySignature, mixedOrderKey, mixedOrderSigner, smallOrderKeys, withLargeS } from '../pass/crafted'
import { bytes, hex, issuerPublic, issuerSigner } from '../pass/scene'
import {
  calm,
  DAY,
  ISSUED,
  listBytes,
  listOf,
  listPublic,
  scattered,
  shannonBytes,
  signedAnyway,
} from './status-list-scene'

const MAX_U32 = 4_294_967_295
const list = listBytes()
const body = list.subarray(0, -64)

/** The code of a reading, 'ok' when it was taken. */
function codeOf(data: Uint8Array, { keys = [listPublic], lastSequence = 0, now = ISSUED } = {}): string {
  const result = readStatusList(data, keys, { lastSequence, now })
  return result.ok ? 'ok' : result.code
}

describe('a list', () => {
  test('says what was put in', () => {
    const { bytes: whole, ...state } = listOf()
    expect(state).toEqual({
      sequence: 41,
      issued: ISSUED,
      notAfter: ISSUED + 7 * DAY,
      revoked: Uint32Array.from([0, 5, 6, 7, 1_000, 299_999]),
      suspended: Uint32Array.from([8, 16_777_215]),
    })
    expect(whole).toEqual(list)
  })

  test('tells revoked, suspended and everybody else apart', () => {
    const held = listOf()
    for (const serial of calm.revoked) {
      expect(statusOf(held, serial)).toBe('revoked')
    }
    for (const serial of calm.suspended) {
      expect(statusOf(held, serial)).toBe('suspended')
    }
    for (const serial of [1, 4, 9, 999, 1_001, 299_998, 300_000, 16_777_214]) {
      expect(statusOf(held, serial)).toBe('live')
    }
  })

  test('may be empty', () => {
    const empty = listBytes({ revoked: [], suspended: [] })
    expect(empty).toHaveLength(89)
    expect(codeOf(empty)).toBe('ok')
  })

  test('is the same whatever the order and however often a serial is named; revoked wins', () => {
    const shuffled = listBytes({ revoked: [299_999, 7, 6, 5, 0, 1_000, 7], suspended: [16_777_215, 8, 5, 0] })
    expect(hex(shuffled)).toBe(hex(list))
  })

  test('keeps whole seconds', () => {
    expect(hex(listBytes({ issued: ISSUED + 999, notAfter: calm.notAfter + 1 }))).toBe(hex(list))
  })

  test('of any serials comes back', () => {
    const some = (bits: number) => fc.uniqueArray(fc.integer({ min: 0, max: 2 ** bits - 1 }), { maxLength: 300 })
    const sets = fc.integer({ min: 1, max: 24 }).chain((bits) => fc.tuple(some(bits), some(bits)))
    fc.assert(
      fc.property(sets, fc.nat(MAX_U32), ([revoked, suspended], sequence) => {
        const held = listOf({ revoked, suspended, sequence })
        const expected = (serial: number) =>
          revoked.includes(serial) ? 'revoked' : suspended.includes(serial) ? 'suspended' : 'live'
        const asked = [...revoked, ...suspended].flatMap((serial) => [serial - 1, serial, serial + 1])
        return held.sequence === sequence && asked.every((serial) => statusOf(held, serial) === expected(serial))
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  test.each([
    ['a serial of four bytes', { revoked: [16_777_216] }],
    ['a serial that is no integer', { suspended: [1.5] }],
    ['a negative serial', { revoked: [-1] }],
    ['a sequence of five bytes', { sequence: MAX_U32 + 1 }],
    ['a negative sequence', { sequence: -1 }],
    ['a time before 1970', { issued: -1000 }],
    ['a time after 2106', { notAfter: (MAX_U32 + 1) * 1000 }],
    ['an end before the beginning', { notAfter: ISSUED - 1000 }],
    ['more than the longest list holds', { revoked: Array.from({ length: 500_000 }, (_, index) => index * 33) }],
  ])('is not made with %s', (_, changes) => {
    expect(encodeStatusList({ ...calm, ...changes })).toBeNull()
  })
})

describe('sizes', () => {
  // The whole file against the fewest bytes that could hold the same sets without header and signature.
  test.each([
    ['6,000 revoked of 300,000', 6_000, 0],
    ['5,700 revoked and 300 suspended of 300,000', 5_700, 300],
  ])('%s: header and signature included, at most 1.05 of the Shannon bound', (_, revoked, suspended) => {
    const serials = scattered(revoked + suspended, 300_000)
    const made = listBytes({ revoked: serials.slice(0, revoked), suspended: serials.slice(revoked) })
    const bound = shannonBytes(revoked, 300_000) + shannonBytes(suspended, 300_000 - revoked)
    expect(made.length / bound).toBeLessThanOrEqual(1.05)
    expect(made.length / bound).toBeGreaterThan(1)
  })
})

describe('list_malformed', () => {
  const otherHead = (at: number, value: number) => list.map((byte, index) => (index === at ? value : byte))
  test.each([
    ['nothing', new Uint8Array()],
    ['another magic', otherHead(3, 0x44)],
    ['another version', otherHead(4, 2)],
    ['a signature and no list', list.subarray(-64)],
  ])('%s', (_, data) => {
    expect(codeOf(data)).toBe('list_malformed')
  })

  test('more than the longest list, though it is genuine', () => {
    const revoked = Uint32Array.from({ length: 500_000 }, (_, index) => index * 33)
    const long = signedAnyway(encodeListBody({ ...listOf(), revoked, suspended: new Uint32Array() }))
    expect(long.length).toBeGreaterThan(MAX_LIST_BYTES)
    expect(codeOf(long)).toBe('list_malformed')
  })

  const header = body.subarray(0, 17)
  const sections = (...parts: string[]) => signedAnyway(Uint8Array.from([...header, ...bytes(parts.join(''))]))
  const section = (...serials: number[]) => hex(encodeSerials(Uint32Array.from(serials)))
  test.each([
    ['no sections', sections()],
    ['one section', sections(section(4))],
    ['three sections', sections(section(4), section(5), section())],
    ['a byte behind the sections', sections(section(4), section(5), '00')],
    ['a section that is cut', sections(section(4), section(5_000_000).slice(0, -2))],
    ['another parameter', sections('0100000100', section())],
    ['padding that is not zero', sections('0000000101', section())],
    ['a count that reserves memory', sections('00ffffff', section())],
    ['ones without end', sections('00000001', 'ff'.repeat(260_000))],
    ['a serial in both sections', sections(section(4, 9), section(9, 12))],
    ['an end before the beginning', signedAnyway(encodeListBody({ ...listOf(), notAfter: ISSUED - 1000 }))],
    ['a cut header', signedAnyway(body.subarray(0, 12))],
  ])('signed by the list key, but with %s', (_, data) => {
    expect(codeOf(data)).toBe('list_malformed')
  })

  test('signed bytes of every kind are refused or read, never more', () => {
    const noise = fc.array(fc.constantFrom('00', 'ff', '01', '17', '80', '05'), { maxLength: 60 })
    fc.assert(
      fc.property(noise, (parts) => {
        const opened = openStatusList(sections(...parts), [listPublic])
        return opened.ok ? hex(encodeListBody(opened.value)) === hex(opened.value.bytes.subarray(0, -64)) : true
      }),
      { numRuns: 300, seed: 2 },
    )
  })
})

describe('list_forged', () => {
  test('every single-bit change is refused', () => {
    const codes = new Map<string, number>()
    for (let bit = 0; bit < list.length * 8; bit++) {
      const changed = list.slice()
      changed[bit >> 3]! ^= 0x80 >> (bit & 7)
      const code = codeOf(changed)
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    // Magic and version are 40 bits; all others are covered by the signature or are the signature.
    expect(Object.fromEntries(codes)).toEqual({ list_malformed: 40, list_forged: list.length * 8 - 40 })
  })

  test('every cut, and every byte too many, is refused', () => {
    for (let length = 0; length < list.length; length++) {
      expect(codeOf(list.subarray(0, length))).toBe(length < 64 ? 'list_malformed' : 'list_forged')
      expect(codeOf(list.subarray(list.length - length))).toBe('list_malformed')
    }
    expect(codeOf(Uint8Array.from([...list, 0]))).toBe('list_forged')
  })

  test.each([
    ['signed by the issuer of passes', listBytes({ sign: issuerSigner })],
    ['signed without the tag', signedAnyway(body, '')],
    ['signed as a credential', signedAnyway(body, 'alumni-ecard/pass/1/credential\0')],
    ['s beyond the group order', Uint8Array.from([...body, ...withLargeS(list.subarray(-64))])],
    ['no signature', Uint8Array.from([...body, ...new Uint8Array(64)])],
  ])('%s', (_, data) => {
    expect(codeOf(data)).toBe('list_forged')
  })

  test('by keys that loose readers take', () => {
    const empty = listBytes({ sign: emptySignature })
    for (const key of smallOrderKeys) {
      expect(codeOf(empty, { keys: [bytes(key)] })).toBe('list_forged')
    }
    expect(codeOf(listBytes({ sign: mixedOrderSigner }), { keys: [mixedOrderKey] })).toBe('list_forged')
  })

  test('when no key is known, or one that is not a key', () => {
    expect(codeOf(list, { keys: [] })).toBe('list_forged')
    expect(codeOf(list, { keys: [new Uint8Array(31)] })).toBe('list_forged')
    expect(codeOf(list, { keys: [issuerPublic] })).toBe('list_forged')
  })

  test('while a key takes over, both are in force', () => {
    expect(codeOf(list, { keys: [issuerPublic, listPublic] })).toBe('ok')
    expect(codeOf(listBytes({ sign: issuerSigner }), { keys: [issuerPublic, listPublic] })).toBe('ok')
  })

  test('comes before what the list says: its age tells a forger nothing', () => {
    const changed = list.slice()
    changed[20]! ^= 1
    expect(codeOf(changed, { lastSequence: 99, now: ISSUED + 99 * DAY })).toBe('list_forged')
  })
})

describe('list_rolled_back', () => {
  test.each([
    [0, 'ok'],
    [40, 'ok'],
    [41, 'ok'],
    [42, 'list_rolled_back'],
    [MAX_U32, 'list_rolled_back'],
  ])('after sequence %d the list of sequence 41 is %s', (lastSequence, code) => {
    expect(codeOf(list, { lastSequence })).toBe(code)
  })

  test('comes before list_expired', () => {
    expect(codeOf(list, { lastSequence: 42, now: calm.notAfter + 1 })).toBe('list_rolled_back')
  })
})

describe('list_expired', () => {
  test.each([
    [-1, 'ok'],
    [0, 'ok'],
    [1, 'list_expired'],
    [DAY, 'list_expired'],
  ])('%d ms after not-after it is %s', (late, code) => {
    expect(codeOf(list, { now: calm.notAfter + late })).toBe(code)
  })

  test('from the own storage it can be opened all the same', () => {
    expect(openStatusList(list, [listPublic]).ok).toBe(true)
  })
})

test('the bytes that were read can change without changing the list', () => {
  const arrived = list.slice()
  const opened = openStatusList(arrived, [listPublic])
  arrived.fill(0)
  expect(opened.ok && hex(opened.value.bytes)).toBe(hex(list))
})

test('signing gets the tag and the body, nothing else', () => {
  const seen: Uint8Array[] = []
  const sign = (message: Uint8Array) => {
    seen.push(message)
    return new Uint8Array(64)
  }
  listBytes({ sign })
  expect(seen).toHaveLength(1)
  expect(hex(seen[0]!)).toBe(hex(Buffer.from('alumni-ecard/status-list/1\0')) + hex(body))
})

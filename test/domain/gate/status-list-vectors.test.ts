import { openStatusList, readStatusList, statusOf } from '../../../domain/gate/status-list'
import { applyDifference, differenceOf } from '../../../domain/gate/status-list-difference'
import { type StatusList, statusListRefusals } from '../../../domain/gate/status-list-layout'
import vectors from '../../vectors/status-list.json'
import { isSigned } from '../pass/independent'
import { bytes, hex, opensslSigner } from '../pass/scene'
import { body, follow, read } from './status-list-independent'
import { listBytes } from './status-list-scene'
import { statusListVectors } from './status-list-vectors'

const { keys } = vectors
const buffer = (text: string) => Buffer.from(text, 'hex')
const listPublic = bytes(keys.listPublic)

function opened(text: string): StatusList {
  const list = openStatusList(bytes(text), [listPublic])
  if (!list.ok) {
    throw new Error(list.code)
  }
  return list.value
}

test('test/vectors/status-list.json is what status-list-vectors.ts makes', () => {
  expect(vectors).toEqual(JSON.parse(JSON.stringify(statusListVectors())))
})

describe.each(vectors.lists)('the list "$name"', ({ bytes: whole, signed, name: _, ...state }) => {
  test('is what both writers make and OpenSSL signs', () => {
    expect(hex(listBytes(state))).toBe(whole)
    expect(hex(body(state))).toBe(whole.slice(0, -128))
    expect(signed).toBe(hex(Buffer.from('alumni-ecard/status-list/1\0')) + whole.slice(0, -128))
    expect(hex(opensslSigner(bytes(keys.listSecret))(bytes(signed)))).toBe(whole.slice(-128))
    expect(isSigned(buffer(keys.listPublic), buffer(signed), buffer(whole).subarray(-64))).toBe(true)
  })

  test('says the same to both readers', () => {
    expect(read(buffer(whole), [buffer(keys.listPublic)], 0, state.issued)).toEqual({ code: 'ok', state })
    const list = opened(whole)
    const { sequence, issued, notAfter } = list
    const found = { sequence, issued, notAfter, revoked: [...list.revoked], suspended: [...list.suspended] }
    expect(found).toEqual(state)
  })

  test('tells every serial around', () => {
    const list = opened(whole)
    const around = [...state.revoked, ...state.suspended].flatMap((serial) => [serial - 1, serial, serial + 1])
    for (const serial of around) {
      const expected = (state.revoked as number[]).includes(serial)
        ? 'revoked'
        : (state.suspended as number[]).includes(serial)
          ? 'suspended'
          : 'live'
      expect(statusOf(list, serial)).toBe(expected)
    }
  })
})

test.each(vectors.differences)('the difference "$name"', ({ from, to, bytes: change }) => {
  expect(hex(differenceOf(opened(from), opened(to)))).toBe(change)
  expect(applyDifference(opened(from), bytes(change))).toEqual({ ok: true, value: bytes(to) })
  const older = read(buffer(from), [buffer(keys.listPublic)], 0, 0)
  expect('state' in older && hex(follow(older.state, buffer(change)))).toBe(to)
})

describe('the cases', () => {
  test.each(vectors.cases)('$code: $name', ({ code, bytes: data, keys: known, lastSequence, now }) => {
    expect(read(buffer(data), known.map(buffer), lastSequence, now).code).toBe(code)
    const result = readStatusList(bytes(data), known.map(bytes), { lastSequence, now })
    expect(result.ok ? 'ok' : result.code).toBe(code)
  })

  test('every code that a whole list can get has a case', () => {
    const codes = ['ok', ...statusListRefusals.filter((code) => code !== 'list_other_base')]
    expect(new Set(vectors.cases.map(({ code }) => code))).toEqual(new Set(codes))
  })
})

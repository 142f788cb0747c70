/** @jest-environment node */
import { HeldList } from '../../../miniprogram/guard/held-list'
import { DAY, difference, listKeys, whole } from './lists'
import { MemoryStore } from './memory-store'

const NOW = Date.parse('2026-11-19T14:32:00+08:00')
const serials = Array.from({ length: 40 }, (_, index) => index * 1_000 + 7)
const first = { sequence: 4, issued: NOW, revoked: serials }
const second = { sequence: 5, issued: NOW + 60_000, revoked: [...serials, 99] }

function phone(store = new MemoryStore()) {
  return { store, held: new HeldList(store, listKeys) }
}

test('a phone that never had a list asks for the whole', () => {
  const { held } = phone()
  expect(held.list).toBeNull()
  expect(held.sequence).toBeNull()
})

test('a list that was taken is there again after WeChat was closed', () => {
  const { store, held } = phone()
  expect(held.take(whole(first), listKeys, NOW).ok).toBe(true)
  const again = new HeldList(store, listKeys)
  expect(again.sequence).toBe(4)
  expect([...(again.list?.revoked ?? [])]).toEqual(serials)
})

test('a difference leads to the later list, stored whole', () => {
  const { store, held } = phone()
  held.take(whole(first), listKeys, NOW)
  expect(held.take(difference(first, second), listKeys, NOW).ok).toBe(true)
  expect(store.read('guard.list')).toBe(whole(second))
  expect(new HeldList(store, listKeys).sequence).toBe(5)
})

describe('is not taken, said, and the list stays what it was:', () => {
  const strangers = { ...second, secret: new Uint8Array(32).fill(66) }
  const cases = [
    ['one that a stranger signed', whole(strangers), 'list_forged'],
    ['an older one', whole({ ...first, sequence: 3 }), 'list_rolled_back'],
    ['one past its last day', whole({ ...second, issued: NOW - 3 * DAY, lives: DAY }), 'list_expired'],
    ['rubbish', 'AAAA', 'list_malformed'],
    ['what is no base64', '!', 'list_malformed'],
    ['a difference from another list', difference({ ...first, sequence: 2 }, second), 'list_other_base'],
  ] as const

  test.each(cases)('%s', (_, update, code) => {
    const { store, held } = phone()
    held.take(whole(first), listKeys, NOW)
    expect(held.take(update, listKeys, NOW)).toMatchObject({ ok: false, code })
    expect(held.refusal).toBe(code)
    expect(held.sequence).toBe(4)
    expect(new HeldList(store, listKeys).sequence).toBe(4)
    held.take(whole(second), listKeys, NOW)
    expect(held.refusal).toBeNull()
  })
})

test('losing the list does not open the door to an older one', () => {
  const { store, held } = phone()
  held.take(whole(second), listKeys, NOW)
  store.remove('guard.list')
  const again = new HeldList(store, listKeys)
  expect(again.list).toBeNull()
  expect(again.take(whole(first), listKeys, NOW)).toMatchObject({ code: 'list_rolled_back' })
})

test('what stands in storage is not trusted: a changed byte, or another key, and it is no list', () => {
  const { store, held } = phone()
  held.take(whole(first), listKeys, NOW)
  const stored = String(store.read('guard.list'))
  store.write('guard.list', `${stored.slice(0, 40)}${stored[40] === 'A' ? 'B' : 'A'}${stored.slice(41)}`)
  expect(new HeldList(store, listKeys).list).toBeNull()
  store.write('guard.list', stored)
  expect(new HeldList(store, ['00'.repeat(32)]).list).toBeNull()
})

test('on a full phone the list works from memory, and says so', () => {
  const { store, held } = phone()
  store.full = true
  held.take(whole(first), listKeys, NOW)
  expect(held.sequence).toBe(4)
  expect(held.unsaved).toBe(true)
})

test.each([0, 1])('cut off after %d writes, the next list can still be taken', (writes) => {
  const { store, held } = phone()
  held.take(whole(first), listKeys, NOW)
  store.writesLeft = writes
  held.take(whole(second), listKeys, NOW)
  store.writesLeft = Number.POSITIVE_INFINITY
  const again = new HeldList(store, listKeys)
  expect(again.sequence).toBe(4)
  expect(again.take(difference(first, second), listKeys, NOW).ok).toBe(true)
})

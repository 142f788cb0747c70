/** @jest-environment node */
/** A guard whose role has ended: the phone hears it with the next refused call, and keeps nothing but what it still owes. */
import { Duty, type DutyPorts } from '../../../miniprogram/guard/duty'
import { leaveDuty } from '../../../miniprogram/guard/farewell'
import { keepOfficeData } from '../../../miniprogram/guard/office-data'
import { startShift } from '../../../miniprogram/guard/shift'
import type { RefusalCode, Scan } from '../../../miniprogram/lib/domain'
import { opened, whole } from './lists'
import { MemoryStore } from './memory-store'
import { eastGate, phoneOf, zhang } from './passes'

const NOW = Date.parse('2026-11-19T14:32:05+08:00')
const refused = (code: RefusalCode) => ({ ok: false, code }) as const
let store: MemoryStore
let recorded: Scan[]
let listRefusal: RefusalCode
let recordRefusal: RefusalCode | null
let random = 0

const ports: DutyPorts = {
  now: () => NOW,
  isOnline: () => true,
  wait: () => new Promise(() => undefined),
  random: async (count) => Uint8Array.from({ length: count }, () => (random += 1)),
  ask: async () => refused('not_allowed'),
  lookUp: async () => refused('not_allowed'),
  list: async () => refused(listRefusal),
  open: async () => refused(listRefusal),
  record: async (scans) => {
    if (recordRefusal) {
      return refused(recordRefusal)
    }
    recorded.push(...scans)
    return { ok: true, value: { stored: scans.length } }
  },
}

function begin(): Duty {
  keepOfficeData(store, opened(NOW))
  store.write('guard.list', whole({ sequence: 1, issued: NOW }))
  store.write('guard.list.highest', 1)
  startShift(store, eastGate.id, NOW)
  const duty = Duty.open(store, ports)
  if (!duty) {
    throw new Error('no duty')
  }
  return duty
}

const held = () => ['guard.office', 'guard.list', 'guard.shift'].filter((key) => store.read(key))

beforeEach(() => {
  store = new MemoryStore()
  recorded = []
  listRefusal = 'not_allowed'
  recordRefusal = null
})

test('a refused check is enough: the next tidying up asks, delivers, and removes keys, list and shift', async () => {
  const duty = begin()
  await duty.scan(phoneOf(zhang).show(NOW))
  await duty.tidy('full')
  expect(duty.ended).toBe(true)
  expect(duty.refusal).toBe('not_allowed')
  expect(held()).toEqual([])
  expect(recorded).toHaveLength(1)
  expect(Duty.open(store, ports)).toBeNull()
  // No older list is taken here later.
  expect(store.read('guard.list.highest')).toBe(1)
})

test('a refused look-up is enough, too', async () => {
  const duty = begin()
  await duty.lookUp('8123456780', '0011')
  await duty.tidy('full')
  expect(held()).toEqual([])
})

test('scans that cannot be delivered now stay, and leave when the page opens again', async () => {
  recordRefusal = 'no_answer'
  const duty = begin()
  await duty.scan(phoneOf(zhang).show(NOW))
  await duty.tidy('full')
  expect(held()).toEqual([])
  expect(recorded).toEqual([])
  recordRefusal = null
  await leaveDuty(store, ports.record)
  expect(recorded).toHaveLength(1)
})

test('no answer, or another refusal, ends nothing', async () => {
  for (const code of ['no_answer', 'busy', 'internal'] as const) {
    listRefusal = code
    const duty = begin()
    await duty.scan(phoneOf(zhang).show(NOW))
    await duty.tidy('list')
    expect(duty.ended).toBe(false)
    expect(held()).toHaveLength(3)
  }
})

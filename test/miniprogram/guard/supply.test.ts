/** @jest-environment node */
import { LIST_EVERY_MS, OFFICE_EVERY_MS, Supply } from '../../../miniprogram/guard/supply'
import type { GateReplies } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { difference, opened, whole } from './lists'
import { MemoryStore } from './memory-store'

const NOW = Date.parse('2026-11-19T14:32:00+08:00')
const serials = Array.from({ length: 40 }, (_, index) => index * 1_000 + 7)
const first = { sequence: 4, issued: NOW, revoked: serials }
const second = { sequence: 5, issued: NOW, revoked: [...serials, 99] }

class Office {
  now = NOW
  readonly asked: string[] = []
  update: string | null = whole(first)
  wholeList: string | null = whole(second)
  silent = false
  readonly store = new MemoryStore()
  supply = this.phone()

  phone(): Supply {
    return new Supply(this.store, {
      now: () => this.now,
      open: async (sequence) => this.answer('open', sequence, opened(this.now, { update: this.update })),
      list: async (sequence) =>
        this.answer('list', sequence, { now: this.now, update: sequence === null ? this.wholeList : this.update }),
    })
  }

  private answer<T extends GateReplies['open'] | GateReplies['list']>(
    name: string,
    sequence: number | null,
    value: T,
  ): Reply<T> {
    this.asked.push(`${name} ${sequence}`)
    return this.silent ? { ok: false, code: 'no_answer' } : { ok: true, value }
  }
}

test('a shift starts with everything: keys, points, policy and the list, and keeps it', async () => {
  const office = new Office()
  expect((await office.supply.open()).ok).toBe(true)
  expect(office.asked).toEqual(['open null'])
  const again = office.phone()
  expect(again.office).toMatchObject({ openedAt: NOW, companions: 0 })
  expect(again.held.sequence).toBe(4)
})

test('without an answer everything stays', async () => {
  const office = new Office()
  await office.supply.open()
  office.silent = true
  expect(await office.supply.open()).toMatchObject({ code: 'no_answer' })
  expect(office.supply.held.sequence).toBe(4)
  expect(office.supply.office?.openedAt).toBe(NOW)
})

test('the list is asked for every few minutes, by the sequence held here; the rest less often', async () => {
  const office = new Office()
  await office.supply.open()
  office.update = null
  await office.supply.refresh(false)
  expect(office.asked).toEqual(['open null'])
  office.now += LIST_EVERY_MS
  await office.supply.refresh(false)
  await office.supply.refresh(false)
  expect(office.asked).toEqual(['open null', 'list 4'])
  office.now = NOW + OFFICE_EVERY_MS
  await office.supply.refresh(false)
  expect(office.asked).toEqual(['open null', 'list 4', 'open 4'])
})

test('a network that comes back is asked at once', async () => {
  const office = new Office()
  await office.supply.open()
  office.update = difference(first, second)
  await office.supply.refresh(true)
  expect(office.asked.at(-1)).toBe('list 4')
  expect(office.supply.held.sequence).toBe(5)
})

test('a question that was not answered is repeated at the next occasion', async () => {
  const office = new Office()
  await office.supply.open()
  office.now += LIST_EVERY_MS
  office.silent = true
  await office.supply.refresh(false)
  office.silent = false
  office.update = difference(first, second)
  await office.supply.refresh(false)
  expect(office.supply.held.sequence).toBe(5)
})

test('a difference that does not fit is followed by the whole list', async () => {
  const office = new Office()
  await office.supply.open()
  office.update = difference({ ...first, sequence: 3 }, second)
  await office.supply.refresh(true)
  expect(office.asked.slice(-2)).toEqual(['list 4', 'list null'])
  expect(office.supply.held).toMatchObject({ sequence: 5, refusal: null })
})

test('and when that cannot be taken either, it is said once and not asked for ever', async () => {
  const office = new Office()
  await office.supply.open()
  office.update = whole({ ...first, sequence: 2 })
  office.wholeList = office.update
  await office.supply.refresh(true)
  expect(office.supply.held.refusal).toBe('list_rolled_back')
  expect(office.asked).toHaveLength(3)
})

test('what an earlier version stored is read: no list keys, nobody may come along', () => {
  const office = new Office()
  office.store.write('guard.office', { openedAt: NOW, keys: [], points: [], maxListAge: 1 })
  expect(office.phone().office).toMatchObject({ listKeys: [], companions: 0 })
})

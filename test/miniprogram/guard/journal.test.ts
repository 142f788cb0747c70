/** @jest-environment node */
import fc from 'fast-check'
import { type Deliver, Journal } from '../../../miniprogram/guard/journal'
import { JournalQueue, SEGMENT_SCANS } from '../../../miniprogram/guard/journal-queue'
import { MOST_SCANS } from '../../../miniprogram/guard/lib/domain'
import type { Scan } from '../../../miniprogram/lib/domain'
import { MemoryStore } from './memory-store'

const scan = (number: number): Scan => ({
  id: number.toString(16).padStart(32, '0'),
  at: number,
  point: 'gate-east',
  verdict: 'admitted',
  serial: number % 100,
  step: number,
  online: true,
})

/** The office: stores an id once, whatever is delivered. */
class Office {
  readonly scans = new Map<string, Scan>()
  deliveries = 0
  /** What happens to the next deliveries: 'lost' is stored, but its answer is not heard. */
  readonly weather: ('ok' | 'lost' | 'offline' | 'busy')[] = []
  unreadable = ''

  readonly deliver: Deliver = async (scans) => {
    this.deliveries += 1
    const weather = this.weather.shift() ?? 'ok'
    if (weather === 'offline' || weather === 'busy') {
      return { ok: false, code: weather }
    }
    if (scans.some(({ id }) => id === this.unreadable)) {
      return { ok: false, code: 'bad_request' }
    }
    for (const one of scans) {
      if (!this.scans.has(one.id)) {
        this.scans.set(one.id, one)
      }
    }
    return weather === 'lost' ? { ok: false, code: 'no_answer' } : { ok: true, value: { stored: scans.length } }
  }
}

function filled(count: number, store = new MemoryStore()) {
  const journal = new Journal(store)
  for (let number = 0; number < count; number += 1) {
    journal.append(scan(number))
  }
  return { store, journal }
}

test('a scan is in storage when append returns', () => {
  const { store } = filled(1)
  expect(new Journal(store).pending).toBe(1)
})

test('everything is delivered, oldest first, and then forgotten', async () => {
  const { store, journal } = filled(SEGMENT_SCANS * 2 + 7)
  const office = new Office()
  expect(await journal.send(office.deliver)).toBe('all')
  expect([...office.scans.values()].map(({ at }) => at)).toEqual(Array.from({ length: 107 }, (_, index) => index))
  expect(office.deliveries).toBe(1)
  expect(journal.pending).toBe(0)
  expect(new Journal(store).pending).toBe(0)
})

test('a lost answer repeats the batch; the office has each scan once', async () => {
  const { journal } = filled(3)
  const office = new Office()
  office.weather.push('lost')
  expect(await journal.send(office.deliver)).toBe('no_answer')
  expect(journal.pending).toBe(3)
  expect(await journal.send(office.deliver)).toBe('all')
  expect(office.deliveries).toBe(2)
  expect(office.scans.size).toBe(3)
})

test('a scan made while a delivery is on its way stays and goes with the next', async () => {
  const { journal } = filled(2)
  const office = new Office()
  const sending = journal.send(async (scans) => {
    journal.append(scan(2))
    return office.deliver(scans)
  })
  expect(await sending).toBe('all')
  expect(office.scans.size).toBe(3)
  expect(journal.pending).toBe(0)
})

test('two senders at once deliver once', async () => {
  const { journal } = filled(5)
  const office = new Office()
  const outcomes = await Promise.all([journal.send(office.deliver), journal.send(office.deliver)])
  expect(outcomes).toEqual(['all', 'all'])
  expect(office.deliveries).toBe(1)
})

test('a scan that the office cannot read is put aside and holds up nobody', async () => {
  const { store, journal } = filled(4)
  const office = new Office()
  office.unreadable = scan(1).id
  expect(await journal.send(office.deliver)).toBe('all')
  expect([...office.scans.values()].map(({ at }) => at)).toEqual([0, 2, 3])
  expect(new Journal(store).refused.map(({ at }) => at)).toEqual([1])
  expect(journal.pending).toBe(0)
})

test('a day of 10,000 scans is ten deliveries', async () => {
  const { journal } = filled(10_000)
  expect(journal.pending).toBe(10_000)
  const office = new Office()
  expect(await journal.send(office.deliver)).toBe('all')
  expect(office.scans.size).toBe(10_000)
  expect(office.deliveries).toBe(10)
})

test('what is put aside can be sent again, and is gone when the office takes it', async () => {
  const { store, journal } = filled(130)
  const office = new Office()
  office.unreadable = scan(77).id
  await journal.send(office.deliver)
  expect(office.scans.size).toBe(129)
  journal.retryRefused()
  expect(journal.refused).toEqual([])
  expect(journal.pending).toBe(1)
  await journal.send(office.deliver)
  expect(new Journal(store).refused.map(({ at }) => at)).toEqual([77])
  office.unreadable = ''
  journal.retryRefused()
  await journal.send(office.deliver)
  expect(journal.refused).toEqual([])
  expect(office.scans.size).toBe(130)
})

describe('a scan that the guard may still add to', () => {
  test('does not leave, nor do those behind it; let go, everything leaves once', async () => {
    const { journal } = filled(3)
    const office = new Office()
    journal.hold(scan(1).id)
    expect(await journal.send(office.deliver)).toBe('all')
    expect([...office.scans.keys()]).toEqual([scan(0).id])
    expect(journal.amend(scan(1).id, { companions: 2 })).toBe(true)
    journal.hold(null)
    await journal.send(office.deliver)
    expect(office.scans.get(scan(1).id)?.companions).toBe(2)
    expect(office.scans.size).toBe(3)
    expect(journal.amend(scan(1).id, { companions: 3 })).toBe(false)
  })

  test('leaves with what it has when the app was killed meanwhile', async () => {
    const { store, journal } = filled(1)
    journal.hold(scan(0).id)
    journal.amend(scan(0).id, { companions: 1 })
    const office = new Office()
    await new Journal(store).send(office.deliver)
    expect(office.scans.get(scan(0).id)?.companions).toBe(1)
  })
})

test('a refusal stops and says why', async () => {
  const { journal } = filled(MOST_SCANS + 1)
  const office = new Office()
  office.weather.push('ok', 'busy')
  expect(await journal.send(office.deliver)).toBe('busy')
  expect(journal.pending).toBe(1)
})

describe('a late word of the office', () => {
  test('corrects the entry that has not gone yet', async () => {
    const { journal } = filled(SEGMENT_SCANS + 1)
    expect(journal.amend(scan(0).id, { verdict: 'revoked', online: true })).toBe(true)
    const office = new Office()
    await journal.send(office.deliver)
    expect(office.scans.get(scan(0).id)).toMatchObject({ verdict: 'revoked', online: true })
  })

  test('leaves alone what is on its way or gone', async () => {
    const { journal } = filled(1)
    const office = new Office()
    let during: boolean | undefined
    await journal.send(async (scans) => {
      during = journal.amend(scan(0).id, { verdict: 'revoked', online: true })
      return office.deliver(scans)
    })
    expect(during).toBe(false)
    expect(journal.amend(scan(0).id, { verdict: 'revoked', online: true })).toBe(false)
  })
})

describe('a full phone', () => {
  function full(stored: number, more: number) {
    const { store, journal } = filled(stored)
    store.full = true
    const kept = Array.from({ length: more }, (_, index) => journal.append(scan(stored + index)))
    return { store, journal, kept }
  }

  test('says so, keeps the scan in memory and loses nothing that was there', () => {
    const { store, journal, kept } = full(2, 2)
    expect(kept).toEqual([false, false])
    expect(journal).toMatchObject({ pending: 4, inMemory: 2 })
    expect(new Journal(store).pending).toBe(2)
  })

  test('writes it with the next scan for which there is room, in order', async () => {
    const { store, journal } = full(2, 2)
    store.full = false
    expect(journal.append(scan(4))).toBe(true)
    expect(journal.inMemory).toBe(0)
    const office = new Office()
    await new Journal(store).send(office.deliver)
    expect([...office.scans.values()].map(({ at }) => at)).toEqual([0, 1, 2, 3, 4])
  })

  test('delivers from memory when there is a network, and can still be corrected there', async () => {
    const { journal } = full(SEGMENT_SCANS, 3)
    expect(journal.amend(scan(SEGMENT_SCANS).id, { companions: 1 })).toBe(true)
    const office = new Office()
    expect(await journal.send(office.deliver)).toBe('all')
    expect(office.scans.size).toBe(SEGMENT_SCANS + 3)
    expect(office.scans.get(scan(SEGMENT_SCANS).id)?.companions).toBe(1)
    expect(journal).toMatchObject({ pending: 0, inMemory: 0 })
  })
})

test('exactly once: whatever the weather, and whenever the phone dies', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('scan' as const), count: fc.integer({ min: 1, max: 70 }) }),
    fc.record({
      do: fc.constant('send' as const),
      weather: fc.array(fc.constantFrom('ok', 'lost', 'offline'), { maxLength: 3 }),
    }),
    fc.record({ do: fc.constant('die' as const), writes: fc.integer({ min: 0, max: 5 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      const store = new MemoryStore()
      const office = new Office()
      const written = new Set<string>()
      let journal = new Journal(store)
      let next = 0
      const append = (count: number) => {
        for (let made = 0; made < count; made += 1, next += 1) {
          if (journal.append(scan(next))) {
            written.add(scan(next).id)
          }
        }
      }
      for (const one of steps) {
        if (one.do === 'scan') {
          append(one.count)
        } else if (one.do === 'send') {
          office.weather.splice(0, 9, ...(one.weather as 'ok'[]))
          await journal.send(office.deliver)
        } else {
          // The phone dies in the middle of delivering or of writing; whatever append had returned must still be there.
          store.writesLeft = one.writes
          await journal.send(office.deliver).catch(() => undefined)
          append(60)
          store.writesLeft = Number.POSITIVE_INFINITY
          journal = new Journal(store)
        }
        expect(new JournalQueue(store).length).toBe(new JournalQueue(store).first(100_000).length)
      }
      office.weather.length = 0
      expect(await journal.send(office.deliver)).toBe('all')
      const missing = [...written].filter((id) => !office.scans.has(id))
      expect(missing).toEqual([])
      expect(journal.pending).toBe(0)
      expect(office.scans.size).toBeLessThanOrEqual(next)
    }),
    { numRuns: 60 },
  )
})

/** @jest-environment node */

import { Duty, type DutyPorts } from '../../../miniprogram/guard/duty'
import { fetchOfficeData, readOfficeData } from '../../../miniprogram/guard/office-data'
import {
  LONGEST_SHIFT,
  noteScan,
  RECENT_SHOWN,
  readShift,
  seenSteps,
  startShift,
} from '../../../miniprogram/guard/shift'
import type { GateReplies, Scan } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { MemoryStore } from './memory-store'
import { eastGate, passKeys, phoneOf, zhang } from './passes'

const NOW = Date.parse('2026-11-19T14:32:05+08:00')
const DAY = 86_400_000
const opened = (now: number): Reply<GateReplies['open']> => ({
  ok: true,
  value: { now, keys: [passKeys], points: [eastGate], maxListAge: DAY },
})

/** A guard's phone and its office. */
class World {
  readonly store = new MemoryStore()
  now = NOW
  online = false
  recorded: Scan[] = []
  check: Reply<GateReplies['check']> = { ok: false, code: 'no_answer' }
  recordReply: Reply<{ stored: number }> | null = null
  openReply: Reply<GateReplies['open']> | null = null
  private random = 0

  readonly ports: DutyPorts = {
    now: () => this.now,
    isOnline: () => this.online,
    wait: () => new Promise(() => undefined),
    random: async (count) => Uint8Array.from({ length: count }, () => (this.random += 1)),
    ask: async () => this.check,
    record: async (scans) => {
      if (this.recordReply) {
        return this.recordReply
      }
      this.recorded.push(...scans)
      return { ok: true, value: { stored: scans.length } }
    },
    open: async () => this.openReply ?? opened(this.now),
  }

  async begin(): Promise<Duty> {
    await fetchOfficeData(this.store, async () => opened(this.now))
    startShift(this.store, eastGate.id, this.now)
    return this.resume()
  }

  /** The app starts again with what the phone kept. */
  resume(): Duty {
    const duty = Duty.open(this.store, this.ports)
    if (!duty) {
      throw new Error('no duty')
    }
    return duty
  }
}

describe('opening', () => {
  test('needs a point and the office’s data once; afterwards it works with no network at all', async () => {
    const world = new World()
    expect(Duty.open(world.store, world.ports)).toBeNull()
    await world.begin()
    expect(world.resume().point).toEqual(eastGate)
  })

  test('asks for the point again when the shift began long ago', async () => {
    const world = new World()
    await world.begin()
    world.now += LONGEST_SHIFT
    expect(Duty.open(world.store, world.ports)).toBeNull()
  })

  test('asks for the point again when the office no longer has it', async () => {
    const world = new World()
    await world.begin()
    startShift(world.store, 'gate-closed', NOW)
    expect(Duty.open(world.store, world.ports)).toBeNull()
  })

  test('keeps the stored data when the office does not answer', async () => {
    const world = new World()
    await world.begin()
    const reply = await fetchOfficeData(world.store, async () => ({ ok: false, code: 'offline' }))
    expect(reply.ok).toBe(false)
    expect(readOfficeData(world.store)?.openedAt).toBe(NOW)
  })
})

describe('a scan', () => {
  test('is written down before its verdict is known to anybody', async () => {
    const world = new World()
    const duty = await world.begin()
    const scanning = duty.scan(phoneOf(zhang).show(NOW))
    const { shown } = await scanning
    const kept = world.store.read('guard.journal.0') as Scan[]
    expect(kept).toEqual([
      {
        id: shown.id,
        at: NOW,
        point: 'gate-east',
        verdict: 'list_stale',
        serial: zhang.serial,
        step: Math.floor(NOW / 10_000),
        online: false,
      },
    ])
    expect(shown.id).toMatch(/^[0-9a-f]{32}$/)
  })

  test('of rubbish is written down as well, with nobody’s serial', async () => {
    const world = new World()
    const duty = await world.begin()
    await duty.scan('hello')
    expect(world.store.read('guard.journal.0')).toMatchObject([{ verdict: 'malformed', serial: null, step: null }])
  })

  test('leaves no name in storage', async () => {
    const world = new World()
    const duty = await world.begin()
    await duty.scan(phoneOf(zhang).show(NOW))
    const stored = [...world.store.values.values()].join()
    expect(stored).not.toContain('张')
    expect(stored).not.toContain(zhang.last4)
    expect([...duty.names.values()]).toEqual(['张*明'])
  })

  test('is shown even when the phone is full, and the screen says so', async () => {
    const world = new World()
    const duty = await world.begin()
    world.store.full = true
    const { shown } = await duty.scan(phoneOf(zhang).show(NOW))
    expect(shown.face.name).toBe('list_stale')
    expect(duty.status(NOW).storageFull).toBe(true)
    world.store.full = false
    world.now += 10_000
    await duty.scan(phoneOf(zhang).show(world.now))
    expect(duty.status(NOW).storageFull).toBe(false)
  })

  test('stays used after the app was killed', async () => {
    const world = new World()
    const text = phoneOf(zhang).show(NOW)
    await (await world.begin()).scan(text)
    const { shown } = await world.resume().scan(text)
    expect(shown.face.name).toBe('replayed')
  })

  test('stays used when the guard changes to the same point again, not at another one', async () => {
    const world = new World()
    await (await world.begin()).scan(phoneOf(zhang).show(NOW))
    expect(seenSteps(startShift(world.store, eastGate.id, NOW)).size).toBe(1)
    expect(seenSteps(startShift(world.store, 'library', NOW)).size).toBe(0)
  })
})

describe('a late word of the office', () => {
  async function scanSlowly(world: World, verdict: 'revoked' | 'admitted') {
    const waiting: ((reply: Reply<GateReplies['check']>) => void)[] = []
    world.online = true
    world.ports.ask = () => new Promise((resolve) => waiting.push(resolve))
    world.ports.wait = async () => undefined
    const duty = await world.begin()
    const scanned = await duty.scan(phoneOf(zhang).show(NOW))
    waiting[0]?.({ ok: true, value: { now: NOW, verdict, holder: null } })
    return { duty, scanned, late: await scanned.late }
  }

  test('changes face, journal and list, and counts once', async () => {
    const world = new World()
    const { duty, scanned, late } = await scanSlowly(world, 'revoked')
    expect(scanned.shown.face.name).toBe('list_stale')
    expect(late).toMatchObject({ id: scanned.shown.id, face: { name: 'revoked', colour: 'red' } })
    expect(world.store.read('guard.journal.0')).toMatchObject([{ verdict: 'revoked', online: true }])
    expect(duty.shift.count).toBe(1)
    expect(duty.shift.recent.map(({ face }) => face)).toEqual(['revoked'])
  })

  test('that confirms turns amber into green', async () => {
    const { late } = await scanSlowly(new World(), 'admitted')
    expect(late?.face.colour).toBe('green')
  })
})

describe('challenge mode', () => {
  test('one number, one answer: the second scan of it needs a new number', async () => {
    const world = new World()
    const duty = await world.begin()
    const phone = phoneOf(zhang)
    const { number } = await duty.askNumber()
    const wrong = NOW - 3_600_000
    expect((await duty.scan(phone.answer(wrong, number))).shown.face.name).toBe('list_stale')
    expect(duty.challenge).toBeNull()
    expect((await duty.scan(phone.answer(wrong, number))).shown.face.name).toBe('number_old')
  })

  test('a wrong number is used up, too', async () => {
    const world = new World()
    const duty = await world.begin()
    const { number } = await duty.askNumber()
    const other = (number + 1) % 10_000
    expect((await duty.scan(phoneOf(zhang).answer(NOW, other))).shown.face.name).toBe('number_wrong')
    expect(duty.challenge).toBeNull()
  })

  test('a number that is a minute old is not taken', async () => {
    const world = new World()
    const duty = await world.begin()
    const { number } = await duty.askNumber()
    world.now += 60_000
    expect((await duty.scan(phoneOf(zhang).answer(world.now, number))).shown.face.name).toBe('number_old')
  })

  test('an ordinary code with a wrong clock keeps the number on the screen', async () => {
    const world = new World()
    const duty = await world.begin()
    await duty.askNumber()
    const { shown } = await duty.scan(phoneOf(zhang).show(NOW - 3_600_000))
    expect(shown.numberStillOpen).toBe(true)
    expect(duty.challenge).not.toBeNull()
  })

  test('every number is fresh', async () => {
    const duty = await new World().begin()
    const first = await duty.askNumber()
    const second = await duty.askNumber()
    expect(second.number).not.toBe(first.number)
    expect(duty.challenge).toEqual(second)
  })
})

describe('the last scans', () => {
  test('are ten on the screen, newest first, and more in memory for replays', async () => {
    const world = new World()
    let shift = startShift(world.store, eastGate.id, NOW)
    for (let number = 0; number < 60; number += 1) {
      shift = noteScan(world.store, shift, { id: `${number}`, at: NOW, face: 'admitted', serial: number, used: number })
    }
    expect(RECENT_SHOWN).toBe(10)
    expect(shift.count).toBe(60)
    expect(shift.recent).toHaveLength(40)
    expect(shift.recent[0]?.id).toBe('59')
    expect(readShift(world.store)).toEqual(shift)
  })
})

describe('upkeep', () => {
  test('delivers when the network is back, and says what waits until then', async () => {
    const world = new World()
    const duty = await world.begin()
    await duty.scan('one')
    await duty.scan('two')
    await duty.tidy()
    expect(duty.status(NOW).waiting).toBe(2)
    world.online = true
    await duty.tidy()
    expect(world.recorded).toHaveLength(2)
    expect(duty.status(NOW).waiting).toBe(0)
  })

  test('does not disturb the office after every scan, only with a full batch', async () => {
    const world = new World()
    const duty = await world.begin()
    world.online = true
    await duty.scan('one')
    await duty.tidy('full')
    expect(world.recorded).toHaveLength(0)
    for (let number = 0; number < 19; number += 1) {
      await duty.scan('more')
    }
    await duty.tidy('full')
    expect(world.recorded).toHaveLength(20)
  })

  test('fetches keys when they are ten minutes old, and uses new ones from the next scan', async () => {
    const world = new World()
    const duty = await world.begin()
    world.online = true
    world.now += 11 * 60_000
    world.openReply = { ok: true, value: { now: world.now, keys: [], points: [eastGate], maxListAge: DAY } }
    await duty.tidy()
    world.online = false
    const { shown } = await duty.scan(phoneOf(zhang).show(world.now))
    expect(shown.face.name).toBe('unknown_key')
    expect(duty.status(world.now).keysAge).toBe(0)
  })

  test('remembers used codes across new keys', async () => {
    const world = new World()
    const duty = await world.begin()
    const text = phoneOf(zhang).show(NOW)
    await duty.scan(text)
    world.online = true
    world.now += 11 * 60_000
    world.openReply = {
      ok: true,
      value: { now: world.now, keys: [passKeys, { ...passKeys, keyId: 2 }], points: [eastGate], maxListAge: DAY },
    }
    await duty.tidy()
    world.online = false
    world.now = NOW
    expect((await duty.scan(text)).shown.face.name).toBe('replayed')
  })

  test('says that the keys are old beyond policy', async () => {
    const world = new World()
    const duty = await world.begin()
    expect(duty.status(NOW + DAY)).toMatchObject({ keysOld: false, keysAge: DAY })
    expect(duty.status(NOW + DAY + 1)).toMatchObject({ keysOld: true })
  })

  test('tells the guard when the role has ended, and keeps the scans', async () => {
    const world = new World()
    const duty = await world.begin()
    world.online = true
    world.recordReply = { ok: false, code: 'not_allowed' }
    await duty.scan('one')
    await duty.tidy()
    expect(duty.refusal).toBe('not_allowed')
    expect(duty.status(NOW).waiting).toBe(1)
    world.recordReply = null
    await duty.tidy()
    expect(duty.refusal).toBeNull()
  })

  test('an answer that is missing is nothing to worry the guard with', async () => {
    const world = new World()
    const duty = await world.begin()
    world.online = true
    world.recordReply = { ok: false, code: 'no_answer' }
    await duty.scan('one')
    await duty.tidy()
    expect(duty.refusal).toBeNull()
  })
})

/** @jest-environment node */

import { Duty, type DutyPorts } from '../../../miniprogram/guard/duty'
import { keepOfficeData } from '../../../miniprogram/guard/office-data'
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
import { base64, listBytes, opened as openedWith, whole } from './lists'
import { MemoryStore } from './memory-store'
import { eastGate, passKeys, phoneOf, zhang } from './passes'

const NOW = Date.parse('2026-11-19T14:32:05+08:00')
const DAY = 86_400_000
const opened = (now: number): Reply<GateReplies['open']> => ({
  ok: true,
  value: openedWith(now),
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
  lookUpReply: Reply<GateReplies['lookUp']> = { ok: false, code: 'look_up_not_matched' }
  update: string | null = null
  readonly asked: string[] = []
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
    lookUp: async (...asked) => {
      this.asked.push(asked.join(' '))
      return this.lookUpReply
    },
    list: async () => ({ ok: true, value: { now: this.now, update: this.update } }),
    open: async () => this.openReply ?? opened(this.now),
  }

  async begin(changed: Partial<GateReplies['open']> = {}): Promise<Duty> {
    keepOfficeData(this.store, openedWith(this.now, changed))
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
    expect(world.resume().session.point).toEqual(eastGate)
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
        companions: 0,
        how: 'scan',
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
    expect(duty.status(NOW)).toMatchObject({ storageFull: true, inMemory: 1, waiting: 1 })
    world.store.full = false
    world.now += 10_000
    await duty.scan(phoneOf(zhang).show(world.now))
    expect(duty.status(NOW)).toMatchObject({ storageFull: false, inMemory: 0, waiting: 2 })
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
    const { number } = await duty.session.ask()
    const wrong = NOW - 3_600_000
    expect((await duty.scan(phone.answer(wrong, number))).shown.face.name).toBe('list_stale')
    expect(duty.session.challenge).toBeNull()
    expect((await duty.scan(phone.answer(wrong, number))).shown.face.name).toBe('number_old')
  })

  test('a wrong number is used up, too', async () => {
    const world = new World()
    const duty = await world.begin()
    const { number } = await duty.session.ask()
    const other = (number + 1) % 10_000
    expect((await duty.scan(phoneOf(zhang).answer(NOW, other))).shown.face.name).toBe('number_wrong')
    expect(duty.session.challenge).toBeNull()
  })

  test('a number that is a minute old is not taken', async () => {
    const world = new World()
    const duty = await world.begin()
    const { number } = await duty.session.ask()
    world.now += 60_000
    expect((await duty.scan(phoneOf(zhang).answer(world.now, number))).shown.face.name).toBe('number_old')
  })

  test('an ordinary code with a wrong clock keeps the number on the screen', async () => {
    const world = new World()
    const duty = await world.begin()
    await duty.session.ask()
    const { shown } = await duty.scan(phoneOf(zhang).show(NOW - 3_600_000))
    expect(shown.numberStillOpen).toBe(true)
    expect(duty.session.challenge).not.toBeNull()
  })

  test('every number is fresh', async () => {
    const duty = await new World().begin()
    const first = await duty.session.ask()
    const second = await duty.session.ask()
    expect(second.number).not.toBe(first.number)
    expect(duty.session.challenge).toEqual(second)
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
    await duty.tidy('clock')
    expect(duty.status(NOW).waiting).toBe(2)
    world.online = true
    await duty.tidy('clock')
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
    world.openReply = { ok: true, value: openedWith(world.now, { keys: [] }) }
    await duty.tidy('clock')
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
      value: openedWith(world.now, { keys: [passKeys, { ...passKeys, keyId: 2 }] }),
    }
    await duty.tidy('clock')
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
    await duty.tidy('clock')
    expect(duty.refusal).toBe('not_allowed')
    expect(duty.status(NOW).waiting).toBe(1)
    world.recordReply = null
    await duty.tidy('clock')
    expect(duty.refusal).toBeNull()
  })

  test('an answer that is missing is nothing to worry the guard with', async () => {
    const world = new World()
    const duty = await world.begin()
    world.online = true
    world.recordReply = { ok: false, code: 'no_answer' }
    await duty.scan('one')
    await duty.tidy('clock')
    expect(duty.refusal).toBeNull()
  })
})

describe('the status list', () => {
  const stopped = (changed: object = {}) => whole({ sequence: 1, issued: NOW, revoked: [zhang.serial], ...changed })

  test('comes with the upkeep, decides at once, and is there after WeChat was closed', async () => {
    const world = new World()
    const duty = await world.begin()
    expect(duty.status(NOW)).toMatchObject({ listAge: null, listOld: true })
    world.online = true
    world.update = stopped()
    await duty.tidy('clock')
    world.online = false
    world.now += 60_000
    for (const phone of [duty, world.resume()]) {
      expect((await phone.scan(phoneOf(zhang).show(world.now))).shown.face.name).toBe('revoked')
      expect((await phone.scan(phoneOf({ ...zhang, serial: 6 }).show(world.now))).shown.face.colour).not.toBe('amber')
      expect(phone.status(world.now)).toMatchObject({ listAge: 60_000, listOld: false, listRefusal: null })
    }
  })

  test('is old beyond policy, and says so', async () => {
    const world = new World()
    const duty = await world.begin()
    world.online = true
    world.update = stopped()
    await duty.tidy('clock')
    expect(duty.status(NOW + DAY).listOld).toBe(false)
    expect(duty.status(NOW + DAY + 1)).toMatchObject({ listOld: true, listAge: DAY + 1 })
  })

  test('of a stranger changes nothing but what the guard is told', async () => {
    const world = new World()
    const duty = await world.begin()
    world.online = true
    world.update = base64(listBytes({ sequence: 1, issued: NOW, revoked: [], secret: new Uint8Array(32).fill(8) }))
    await duty.tidy('clock')
    expect(duty.status(NOW)).toMatchObject({ listAge: null, listRefusal: 'list_forged' })
  })
})

describe('a look-up by number', () => {
  const holder = {
    maskedName: '李*',
    last4: '0022',
    class: 1,
    validUntil: '2028-11-22',
    cardNumber: '8',
    portraitUrl: '',
  }

  test('is written down as one, and counts', async () => {
    const world = new World()
    const duty = await world.begin()
    world.lookUpReply = { ok: true, value: { now: NOW, verdict: 'admitted', holder, serial: 44 } }
    const reply = await duty.lookUp('8123456780', '0022')
    expect(world.asked).toEqual(['8123456780 0022 gate-east'])
    expect(reply).toMatchObject({ ok: true, value: { face: { name: 'admitted' } } })
    expect(world.store.read('guard.journal.0')).toMatchObject([
      { how: 'look_up', verdict: 'admitted', serial: 44, step: null, online: true },
    ])
    expect(duty.shift).toMatchObject({ count: 1, letIn: 1 })
    expect([...duty.names.values()]).toEqual(['李*'])
  })

  test('that is refused is no scan', async () => {
    const world = new World()
    const duty = await world.begin()
    expect(await duty.lookUp('8123456780', '0022')).toMatchObject({ ok: false, code: 'look_up_not_matched' })
    expect(duty.status(NOW)).toMatchObject({ count: 0, waiting: 0 })
  })
})

describe('companions', () => {
  async function admitted(companions: number) {
    const world = new World()
    const duty = await world.begin({ companions })
    const { shown } = await duty.scan(phoneOf(zhang).show(NOW))
    return { world, duty, shown }
  }

  test('are counted into the entry before it leaves, exactly once', async () => {
    const { world, duty, shown } = await admitted(3)
    world.online = true
    await duty.tidy('clock')
    expect(world.recorded).toEqual([])
    const one = duty.session.accompany(shown, 1)
    const two = duty.session.accompany(one, 2)
    expect(two.companions).toBe(2)
    duty.session.release()
    await duty.tidy('clock')
    expect(world.recorded).toMatchObject([{ id: shown.id, companions: 2 }])
    expect(duty.session.accompany(two, 3).companions).toBe(2)
    await duty.tidy('clock')
    expect(world.recorded).toHaveLength(1)
  })

  test('stay within policy', async () => {
    const { duty, shown } = await admitted(2)
    expect(duty.session.accompany(shown, 9).companions).toBe(2)
    expect(duty.session.accompany(shown, -1).companions).toBe(0)
  })

  test('nobody comes in with somebody who does not, nor where policy is 0', async () => {
    const { duty } = await admitted(3)
    const { shown: refused } = await duty.scan('rubbish')
    expect(duty.session.mostCompanions(refused)).toBe(0)
    expect(duty.session.accompany(refused, 2).companions).toBe(0)
    const { duty: strict, shown } = await admitted(0)
    expect(strict.session.mostCompanions(shown)).toBe(0)
  })

  test('the next scan lets the one before it go', async () => {
    const { world, duty, shown } = await admitted(3)
    world.online = true
    const { shown: second } = await duty.scan(phoneOf({ ...zhang, serial: 8 }).show(NOW))
    await duty.tidy('clock')
    expect(world.recorded.map(({ id }) => id)).toEqual([shown.id])
    expect(second.id).not.toBe(shown.id)
  })
})

test('new hours count from the next scan, while a late word of the old session still finds its entry', async () => {
  const world = new World()
  const waiting: ((reply: Reply<GateReplies['check']>) => void)[] = []
  world.online = true
  world.ports.ask = () => new Promise((resolve) => waiting.push(resolve))
  world.ports.wait = async () => undefined
  const duty = await world.begin()
  const first = await duty.scan(phoneOf(zhang).show(NOW))
  world.now += 11 * 60_000
  const closed = { ...eastGate, opens: '08:00', closes: '09:00' }
  world.recordReply = { ok: false, code: 'busy' }
  world.openReply = { ok: true, value: openedWith(world.now, { points: [closed] }) }
  await duty.tidy('clock')
  const second = await duty.scan(phoneOf({ ...zhang, serial: 8 }).show(world.now))
  expect(second.shown.face.name).toBe('not_allowed_here')
  waiting[0]?.({ ok: true, value: { now: NOW, verdict: 'revoked', holder: null } })
  await first.late
  expect(duty.shift.recent.map(({ face }) => face)).toEqual(['revoked', 'not_allowed_here'])
  expect(duty.shift.count).toBe(2)
})

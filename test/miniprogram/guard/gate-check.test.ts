/** @jest-environment node */

import { type CheckPorts, GateCheck } from '../../../miniprogram/guard/gate-check'
import { PATIENCE_MS } from '../../../miniprogram/guard/patience'
import { type GateReplies, type StatusList, stepOf, type VerdictCode } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { DAY, listOf, officeOf } from './lists'
import { eastGate, phoneOf, zhang, zhangShown } from './passes'

// A Thursday afternoon in Shanghai.
const NOW = Date.parse('2026-11-19T14:32:05+08:00')

/** A guard's phone whose office answers when the test says so. */
class Gate {
  now = NOW
  online = true
  readonly asked: { text: string; challenge: number | null }[] = []
  readonly seen = new Map<number, number>()
  private answers: ((reply: Reply<GateReplies['check']>) => void)[] = []
  private timeouts: (() => void)[] = []
  word: VerdictCode | null = 'admitted'
  list: StatusList | null = null
  readonly waits: number[] = []

  private readonly ports: CheckPorts = {
    now: () => this.now,
    isOnline: () => this.online,
    list: () => this.list,
    wait: (milliseconds) => {
      this.waits.push(milliseconds)
      return new Promise((resolve) => this.timeouts.push(resolve))
    },
    ask: (text, challenge) => {
      this.asked.push({ text, challenge })
      return this.word ? Promise.resolve(reply(this.word)) : new Promise((resolve) => this.answers.push(resolve))
    },
  }

  readonly check = new GateCheck(officeOf(NOW), eastGate, this.seen, this.ports)

  scan(text: string, challenge: number | null = null) {
    return this.check.check(text, challenge)
  }

  /** The office's patience is over. */
  runOut() {
    for (const end of this.timeouts.splice(0)) {
      end()
    }
  }

  answer(word: Reply<GateReplies['check']>) {
    this.answers.shift()?.(word)
  }
}

const reply = (verdict: VerdictCode): Reply<GateReplies['check']> => ({
  ok: true,
  value: { now: NOW, verdict, holder: zhangShown },
})
const verdictOf = async (scanning: Promise<{ outcome: { verdict: VerdictCode } }>) => (await scanning).outcome.verdict

test('a good code, confirmed by the office, is green', async () => {
  const gate = new Gate()
  const { outcome, late } = await gate.scan(phoneOf(zhang).show(NOW))
  expect(outcome).toMatchObject({
    verdict: 'admitted',
    online: true,
    serial: zhang.serial,
    step: stepOf(NOW),
    holder: zhangShown,
  })
  expect(await late).toBeNull()
})

test('without a network and without a list a good code is amber at once, and nobody is asked', async () => {
  const gate = new Gate()
  gate.online = false
  const { outcome } = await gate.scan(phoneOf(zhang).show(NOW))
  expect(outcome).toMatchObject({
    verdict: 'list_stale',
    online: false,
    silence: 'offline',
    holder: { maskedName: '张*明' },
  })
  expect(gate.asked).toEqual([])
})

test('nothing is asked about a code that is no pass or that the university did not sign', async () => {
  const gate = new Gate()
  const forger = phoneOf(zhang, { issuer: new Uint8Array(32).fill(66) })
  expect(await verdictOf(gate.scan('https://example.com'))).toBe('malformed')
  expect(await verdictOf(gate.scan(forger.show(NOW)))).toBe('forged')
  expect(gate.asked).toEqual([])
})

test('the office is told the code and the number', async () => {
  const gate = new Gate()
  const text = phoneOf(zhang).answer(NOW, 4821)
  await gate.scan(text, 4821)
  expect(gate.asked).toEqual([{ text, challenge: 4821 }])
})

describe('a phone alone with its status list', () => {
  const alone = (list: StatusList, now = NOW) => {
    const gate = new Gate()
    gate.online = false
    gate.list = list
    gate.now = now
    return gate.scan(phoneOf(zhang).show(now))
  }
  const list = (changed: object = {}) => listOf({ sequence: 1, issued: NOW, lives: 3 * DAY, ...changed })

  test('lets in under green while the list is fresh', async () => {
    expect(await verdictOf(alone(list(), NOW + DAY))).toBe('admitted')
  })

  test('under amber when the list is older than policy', async () => {
    const later = NOW + DAY + 10_000
    expect((await alone(list(), later)).outcome).toMatchObject({ verdict: 'list_stale', silence: 'offline' })
  })

  test.each(['revoked', 'suspended'] as const)('refuses who is %s, and says which', async (verdict) => {
    const { outcome } = await alone(list({ [verdict]: [1, zhang.serial, 9] }))
    expect(outcome).toMatchObject({ verdict, online: false, holder: { maskedName: '张*明' } })
  })

  test('past its last day the list still refuses the revoked, and vouches for nobody', async () => {
    const after = NOW + 4 * DAY
    expect(await verdictOf(alone(list({ revoked: [zhang.serial] }), after))).toBe('revoked')
    expect(await verdictOf(alone(list({ suspended: [zhang.serial] }), after))).toBe('list_stale')
  })
})

describe('online with a fresh list', () => {
  function setUp() {
    const gate = new Gate()
    gate.word = null
    gate.list = listOf({ sequence: 1, issued: NOW })
    return gate
  }

  test('green is there at once, and the office’s word comes behind it', async () => {
    const gate = setUp()
    const { outcome, late } = await gate.scan(phoneOf(zhang).show(NOW))
    expect(outcome).toMatchObject({ verdict: 'admitted', online: false, silence: 'awaited' })
    expect(gate.waits).toEqual([])
    gate.answer(reply('admitted'))
    expect(await late).toMatchObject({ verdict: 'admitted', online: true, holder: zhangShown })
  })

  test.each(['revoked', 'suspended', 'expired'] as const)('a late %s replaces the green', async (verdict) => {
    const gate = setUp()
    const { late } = await gate.scan(phoneOf(zhang).show(NOW))
    gate.answer(reply(verdict))
    expect(await late).toMatchObject({ verdict, online: true })
  })

  test('an office that never answers changes nothing', async () => {
    const gate = setUp()
    const { late } = await gate.scan(phoneOf(zhang).show(NOW))
    gate.answer({ ok: false, code: 'no_answer' })
    expect(await late).toBeNull()
  })

  test('red by the list is there at once and nobody is asked', async () => {
    const gate = setUp()
    gate.list = listOf({ sequence: 2, issued: NOW, suspended: [zhang.serial] })
    const { outcome } = await gate.scan(phoneOf(zhang).show(NOW))
    expect(outcome).toMatchObject({ verdict: 'suspended', silence: 'not_asked' })
    expect(gate.asked).toEqual([])
  })
})

describe('a network that is dead but does not say so', () => {
  test('costs a wait once or twice, not at every scan, and not a question at every scan', async () => {
    const gate = new Gate()
    gate.word = null
    for (let scan = 0; scan < 6; scan += 1) {
      const scanning = gate.scan(phoneOf({ ...zhang, serial: 10 + scan }).show(NOW))
      gate.runOut()
      expect((await scanning).outcome).toMatchObject({ verdict: 'list_stale', silence: 'slow' })
    }
    expect(gate.waits).toEqual([PATIENCE_MS, 500])
    expect(gate.asked).toHaveLength(3)
  })
})

describe('an office that takes its time', () => {
  test('is waited for, then the phone’s own verdict is shown, and the late word is handed over', async () => {
    const gate = new Gate()
    gate.word = null
    const scanning = gate.scan(phoneOf(zhang).show(NOW))
    gate.runOut()
    const { outcome, late } = await scanning
    expect(outcome).toMatchObject({ verdict: 'list_stale', silence: 'slow' })
    gate.answer(reply('revoked'))
    expect(await late).toMatchObject({ verdict: 'revoked', online: true })
  })

  test('that answers in time is heard first', async () => {
    const gate = new Gate()
    gate.word = null
    const scanning = gate.scan(phoneOf(zhang).show(NOW))
    await Promise.resolve()
    gate.answer(reply('suspended'))
    expect(await verdictOf(scanning)).toBe('suspended')
  })

  test('that refuses the request leaves the amber, with its reason', async () => {
    const gate = new Gate()
    gate.word = null
    const scanning = gate.scan(phoneOf(zhang).show(NOW))
    await Promise.resolve()
    gate.answer({ ok: false, code: 'not_allowed' })
    expect((await scanning).outcome).toMatchObject({ verdict: 'list_stale', silence: 'not_allowed', online: false })
  })

  test('and then fails changes nothing', async () => {
    const gate = new Gate()
    gate.word = null
    const scanning = gate.scan(phoneOf(zhang).show(NOW))
    gate.runOut()
    const { late } = await scanning
    gate.answer({ ok: false, code: 'no_answer' })
    expect(await late).toBeNull()
  })
})

describe('the same code twice', () => {
  test('is a replay here, whatever the office says', async () => {
    const gate = new Gate()
    const text = phoneOf(zhang).show(NOW)
    expect(await verdictOf(gate.scan(text))).toBe('admitted')
    expect(await verdictOf(gate.scan(text))).toBe('replayed')
  })

  test('is a replay offline as well', async () => {
    const gate = new Gate()
    gate.online = false
    const text = phoneOf(zhang).show(NOW)
    expect(await verdictOf(gate.scan(text))).toBe('list_stale')
    expect(await verdictOf(gate.scan(text))).toBe('replayed')
  })

  test('is a replay even while this phone’s own clock is wrong and the office lets it in', async () => {
    const gate = new Gate()
    gate.now = NOW + 3_600_000
    const text = phoneOf(zhang).show(NOW)
    expect(await verdictOf(gate.scan(text))).toBe('admitted')
    expect(await verdictOf(gate.scan(text))).toBe('replayed')
    expect(await verdictOf(gate.scan(phoneOf(zhang).show(NOW + 10_000)))).toBe('admitted')
  })

  test('the next code of the same person is good', async () => {
    const gate = new Gate()
    await gate.scan(phoneOf(zhang).show(NOW))
    gate.now += 10_000
    expect(await verdictOf(gate.scan(phoneOf(zhang).show(gate.now)))).toBe('admitted')
  })
})

describe('a wrong clock', () => {
  test('asks for the number when the office has no better word', async () => {
    const gate = new Gate()
    gate.word = 'clock_wrong'
    const { outcome } = await gate.scan(phoneOf(zhang).show(NOW - 300_000))
    expect(outcome).toMatchObject({ verdict: 'clock_wrong', drift: -300 })
  })

  test('is overcome by the answer to the number', async () => {
    const gate = new Gate()
    expect(await verdictOf(gate.scan(phoneOf(zhang).answer(NOW - 300_000, 4821), 4821))).toBe('admitted')
  })

  test('a wrongly typed number is told from a forgery', async () => {
    const gate = new Gate()
    const { outcome } = await gate.scan(phoneOf(zhang).answer(NOW, 1111), 4821)
    expect(outcome).toMatchObject({ verdict: 'forged', answering: true })
  })

  test('an answer when no number is on the screen is refused', async () => {
    const gate = new Gate()
    const { outcome } = await gate.scan(phoneOf(zhang).answer(NOW, 4821), null)
    expect(outcome).toMatchObject({ verdict: 'replayed', answering: true })
  })
})

test('a card that is not let in at this hour is refused without network', async () => {
  const gate = new Gate()
  gate.online = false
  gate.now = Date.parse('2026-11-19T23:00:00+08:00')
  expect(await verdictOf(gate.scan(phoneOf(zhang).show(gate.now)))).toBe('not_allowed_here')
})

test('a key that this phone does not have is for the office to know', async () => {
  const gate = new Gate()
  expect(await verdictOf(gate.scan(phoneOf(zhang, { keyId: 9 }).show(NOW)))).toBe('admitted')
  gate.online = false
  expect(await verdictOf(gate.scan(phoneOf(zhang, { keyId: 9 }).show(NOW)))).toBe('unknown_key')
})

describe('warming up', () => {
  /** Ends the pauses one by one until the work is done or no pause comes any more. */
  async function run(gate: Gate, warming: Promise<void>): Promise<number> {
    let isDone = false
    void warming.then(() => {
      isDone = true
    })
    for (let pauses = 0; ; pauses += 1) {
      await new Promise(setImmediate)
      if (isDone) {
        return pauses
      }
      gate.runOut()
    }
  }

  test('is done in small steps with a pause before each, and leaves nothing used', async () => {
    const gate = new Gate()
    const pauses = await run(
      gate,
      gate.check.warm(() => true),
    )
    expect(pauses).toBeGreaterThan(5)
    expect(gate.waits).toHaveLength(pauses)
    expect(Math.max(...gate.waits)).toBeLessThan(50)
    expect([...gate.seen]).toEqual([])
    expect(gate.asked).toEqual([])
  })

  test('ends at the next pause when the page has gone', async () => {
    const gate = new Gate()
    let steps = 0
    const pauses = await run(
      gate,
      gate.check.warm(() => {
        steps += 1
        return steps < 3
      }),
    )
    expect(pauses).toBe(3)
  })

  test('a scan in the middle of it is decided as ever', async () => {
    const gate = new Gate()
    void gate.check.warm(() => true)
    gate.runOut()
    expect(await verdictOf(gate.scan(phoneOf(zhang).show(NOW)))).toBe('admitted')
    expect(await verdictOf(gate.scan('hello'))).toBe('malformed')
  })
})

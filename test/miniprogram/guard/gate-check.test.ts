/** @jest-environment node */

import { type CheckPorts, GateCheck, PATIENCE_MS } from '../../../miniprogram/guard/gate-check'
import type { OfficeData } from '../../../miniprogram/guard/office-data'
import { type GateReplies, stepOf, type VerdictCode } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { eastGate, passKeys, phoneOf, zhang } from './passes'

// A Thursday afternoon in Shanghai.
const NOW = Date.parse('2026-11-19T14:32:05+08:00')
const office: OfficeData = { openedAt: NOW, keys: [passKeys], points: [eastGate], maxListAge: 86_400_000 }
const holder = {
  maskedName: '张*明',
  last4: '0011',
  class: 1,
  validUntil: '2028-11-22',
  cardNumber: '8',
  portraitUrl: '',
}

/** A guard's phone whose office answers when the test says so. */
class Gate {
  now = NOW
  online = true
  readonly asked: { text: string; challenge: number | null }[] = []
  readonly seen = new Map<number, number>()
  private answers: ((reply: Reply<GateReplies['check']>) => void)[] = []
  private timeouts: (() => void)[] = []
  word: VerdictCode | null = 'admitted'

  private readonly ports: CheckPorts = {
    now: () => this.now,
    isOnline: () => this.online,
    wait: (milliseconds) => {
      expect(milliseconds).toBe(PATIENCE_MS)
      return new Promise((resolve) => this.timeouts.push(resolve))
    },
    ask: (text, challenge) => {
      this.asked.push({ text, challenge })
      return this.word ? Promise.resolve(reply(this.word)) : new Promise((resolve) => this.answers.push(resolve))
    },
  }

  readonly check = new GateCheck(office, eastGate, this.seen, this.ports)

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
  value: { now: NOW, verdict, holder },
})
const verdictOf = async (scanning: Promise<{ outcome: { verdict: VerdictCode } }>) => (await scanning).outcome.verdict

test('a good code, confirmed by the office, is green', async () => {
  const gate = new Gate()
  const { outcome, late } = await gate.scan(phoneOf(zhang).show(NOW))
  expect(outcome).toMatchObject({ verdict: 'admitted', online: true, serial: zhang.serial, step: stepOf(NOW), holder })
  expect(await late).toBeNull()
})

test('without a network a good code is amber at once, and nobody is asked', async () => {
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

/** The access token: one for everybody, renewed by exactly one, in time and when WeChat refuses it. */
import { testCloud } from '../harness/cloud'
import { ADMIN, openOffice } from '../harness/office'
import { officialOf } from '../harness/official'

const ecard = testCloud()
const MINUTE = 60_000
const menus = (count: number) => {
  return Promise.all(Array.from({ length: count }, () => ecard.call(ADMIN, 'binding', 'menu')))
}
const codes = (replies: { ok: boolean; code?: string }[]) => [...new Set(replies.map(({ code }) => code ?? 'done'))]
/** How often WeChat was asked for a token while `work` ran. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const { tokens } = officialOf(ecard)
  const before = tokens.asked
  await work()
  return tokens.asked - before
}

beforeAll(async () => {
  await openOffice(ecard)
})

test('twenty at once find no token: WeChat is asked once', async () => {
  const times = await asked(async () => expect(codes(await menus(20))).toEqual(['done']))
  expect(times).toBe(1)
})

test('while it is fresh nobody asks', async () => {
  await ecard.moveTo(ecard.now + 110 * MINUTE)
  expect(await asked(() => menus(5))).toBe(0)
})

test('five minutes before its end twenty at once renew it once, and nobody is refused meanwhile', async () => {
  await ecard.moveTo(ecard.now + 6 * MINUTE)
  const times = await asked(async () => expect(codes(await menus(20))).toEqual(['done']))
  expect(times).toBe(1)
})

test('long after its end, once again', async () => {
  await ecard.moveTo(ecard.now + 600 * MINUTE)
  const times = await asked(async () => expect(codes(await menus(20))).toEqual(['done']))
  expect(times).toBe(1)
})

test('a token that WeChat takes back is renewed once, for all who were refused', async () => {
  officialOf(ecard).tokens.clear()
  const times = await asked(async () => expect(codes(await menus(20))).toEqual(['done']))
  expect(times).toBe(1)
  expect(ecard.record('officialTokens', 'official-account')).toMatchObject({ refused: false, leaseUntil: 0 })
})

test.each(['40001', '42001'])('%s comes again with the new token: told, not tried for ever', async (code) => {
  ecard.cloud.world.faults.plan('official', { kind: 'error', code }, 1)
  expect((await ecard.call(ADMIN, 'binding', 'menu')).ok).toBe(true)
  ecard.cloud.world.faults.plan('official', { kind: 'error', code }, 3)
  expect(await ecard.call(ADMIN, 'binding', 'menu')).toMatchObject({ ok: false, code: 'official_failed' })
  ecard.cloud.world.faults.clear()
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect((await ecard.call(ADMIN, 'binding', 'menu')).ok).toBe(true)
})

test('somebody who died while renewing is waited for, then another one renews', async () => {
  await ecard.setRecord('officialTokens', 'official-account', { expiresAt: 0, leaseUntil: ecard.now + 1500 })
  expect(await asked(() => menus(3))).toBe(1)
}, 20_000)

test('the token is stored sealed only', () => {
  const stored = JSON.stringify(ecard.records('officialTokens'))
  expect(stored).not.toContain('tok_')
})

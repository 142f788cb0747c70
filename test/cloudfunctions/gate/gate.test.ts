/** The gate online: each verdict that the server's own record can change, the shift, the scans. */
import { deviceSigner, fromHex, showPass, stepOf } from '../../../domain/pass'
import { addDays, startOf } from '../../../domain/time/shanghai'
import { university } from '../../../domain/university'
import { THURSDAY, testCloud } from '../harness/cloud'
import { activation, deviceKey, GUARD, issueTo, openOffice, REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const who = person(1)
let credential: Uint8Array
let number = ''
let serial = ''

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, [who])
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  const reply = await ecard.value(who.openid, 'activation', 'activate', activation(ecard, who))
  credential = fromHex(reply.credential.credential)!
  number = reply.card.number
  serial = String(ecard.record('cards', number).binding.serial)
})

function pass(options: { at?: number; challenge?: number | null } = {}) {
  const { at = ecard.now, challenge = null } = options
  return showPass({ credential, step: stepOf(at), challenge, sign: deviceSigner(deviceKey(1).secret) })
}

const check = (text: string, fields: object = {}) =>
  ecard.call(GUARD, 'gate', 'check', { text, point: 'gate-east', challenge: null, ...fields })

test('admitted: masked name, last four, number, last day; no full name, no full document', async () => {
  const reply = await check(pass())
  expect(reply.value).toMatchObject({
    verdict: 'admitted',
    holder: { maskedName: '张*明', last4: who.form.document.number.slice(-4), class: 1, cardNumber: number },
  })
  expect(JSON.stringify(reply)).not.toContain('张小明')
})

test('not_allowed for everybody but guards and admins, from the moment a role has ended, with a genuine code as with none', async () => {
  for (const openid of [who.openid, 'o-nobody', REVIEWER]) {
    for (const text of [pass(), 'hello']) {
      const question = { text, point: 'gate-east', challenge: null }
      expect(await ecard.call(openid, 'gate', 'check', question)).toEqual({ ok: false, code: 'not_allowed' })
    }
  }
  const staff = ecard.record('staff', GUARD)
  await ecard.cloud.world.database.editById('staff', GUARD, () => null)
  expect(await check(pass())).toEqual({ ok: false, code: 'not_allowed' })
  await ecard.cloud.world.database.insert('staff', [staff])
  expect(await check(pass())).toMatchObject({ ok: true })
})

test('what is not genuine tells nothing about anybody', async () => {
  const text = pass()
  const digit = text[300] === '1' ? '2' : '1'
  for (const [bad, verdict] of [
    ['', 'malformed'],
    ['hello', 'malformed'],
    [`${text}1`, 'malformed'],
    [text.slice(0, 300) + digit + text.slice(301), 'forged'],
  ] as const) {
    expect((await check(bad)).value).toMatchObject({ verdict, holder: null })
  }
})

test('clock_wrong for a code of another half minute; an answered challenge needs no clock', async () => {
  expect((await check(pass({ at: ecard.now - 120_000 }))).value).toMatchObject({ verdict: 'clock_wrong' })
  const answer = pass({ at: 0, challenge: 4321 })
  expect((await check(answer, { challenge: 4321 })).value).toMatchObject({ verdict: 'admitted' })
  expect((await check(answer, { challenge: 1234 })).value).toMatchObject({ verdict: 'forged', holder: null })
})

test('not_allowed_here outside the hours of the point', async () => {
  const evening = startOf(addDays(THURSDAY, 1)) + 23 * 3_600_000
  await ecard.moveTo(evening)
  expect((await check(pass(), { point: 'library' })).value).toMatchObject({ verdict: 'not_allowed_here' })
  await ecard.moveTo(evening + 10 * 3_600_000)
})

test('point_unknown', async () => {
  expect(await check(pass(), { point: 'gate-nowhere' })).toEqual({ ok: false, code: 'point_unknown' })
})

test('suspended, revoked and replaced are known at once; so is a card whose end was brought forward', async () => {
  const binding = ecard.record('bindings', serial)
  for (const [fields, verdict] of [
    [{ cardStatus: 'suspended' }, 'suspended'],
    [{ cardStatus: 'revoked' }, 'revoked'],
    [{ state: 'replaced' }, 'revoked'],
    [{ validUntil: '2027-03-01' }, 'expired'],
  ] as const) {
    await ecard.setRecord('bindings', serial, fields)
    expect((await check(pass())).value).toMatchObject({ verdict, holder: { cardNumber: number } })
    await ecard.setRecord('bindings', serial, binding)
  }
})

test('after activation on a new phone the old one is revoked online at once', async () => {
  await ecard.value(who.openid, 'activation', 'activate', activation(ecard, who, 2))
  expect((await check(pass())).value).toMatchObject({ verdict: 'revoked' })
})

test('a genuine code whose binding is not on record is looked at twice, without naming anybody', async () => {
  await ecard.cloud.world.database.editById('bindings', serial, () => null)
  expect((await check(pass())).value).toMatchObject({ verdict: 'list_stale', holder: null })
})

test('a shift: the keys that verify passes, the points, the policy in milliseconds', async () => {
  const shift = await ecard.value(GUARD, 'gate', 'open')
  expect(shift.points).toEqual(university.points)
  expect(shift.maxListAge).toBe(24 * 3_600_000)
  expect(shift.keys).toEqual([{ keyId: 7, issuer: expect.stringMatching(/^[0-9a-f]{64}$/), view: '06'.repeat(16) }])
  expect(JSON.stringify(shift)).not.toContain('05'.repeat(16))
})

test('scans are stored once each, however often and in whatever pieces they are delivered', async () => {
  const scan = (n: number) => ({
    id: n.toString(16).padStart(32, '0'),
    at: ecard.now,
    point: 'gate-east',
    verdict: 'admitted',
    serial: Number(serial),
    step: stepOf(ecard.now),
    online: false,
  })
  const scans = Array.from({ length: 200 }, (_, n) => scan(n))
  const record = (list: object[]) => ecard.call(GUARD, 'gate', 'record', { scans: list })
  expect(await record(scans.slice(0, 50))).toEqual({ ok: true, value: { stored: 50 } })
  expect(await record(scans)).toEqual({ ok: true, value: { stored: 200 } })
  expect(await record([...scans.slice(0, 5), scan(1)])).toEqual({ ok: true, value: { stored: 6 } })
  await Promise.all([record(scans.slice(0, 20)), record(scans.slice(0, 20).reverse())])
  expect(ecard.records('scans')).toHaveLength(200)
  expect(ecard.records('scans')[7]).toMatchObject({ guard: GUARD, receivedAt: expect.any(Number), point: 'gate-east' })
})

test('a journal of 10,000 goes in ten deliveries, also when each is cut off once and sent again; 1001 are refused', async () => {
  const scan = (n: number) => ({
    id: `c${n.toString(16).padStart(31, '0')}`,
    at: ecard.now - n,
    point: 'library',
    verdict: n % 9 === 0 ? 'expired' : 'admitted',
    serial: n,
    step: n,
    online: false,
    companions: n % 3,
    how: n % 50 === 0 ? 'look_up' : 'scan',
  })
  const record = (list: object[]) => ecard.call(GUARD, 'gate', 'record', { scans: list })
  const before = ecard.cloud.world.database.find('scans', { query: {} } as never).length
  for (let batch = 0; batch < 10; batch += 1) {
    const scans = Array.from({ length: 1000 }, (_, n) => scan(batch * 1000 + n))
    // What an invocation had stored when it died.
    await record(scans.slice(0, 100 * batch + 1))
    expect(await record(scans)).toEqual({ ok: true, value: { stored: 1000 } })
  }
  expect(ecard.cloud.world.database.find('scans', { query: {} } as never)).toHaveLength(before + 10_000)
  expect(ecard.record('scans', scan(50).id)).toMatchObject({ how: 'look_up', companions: 2, guard: GUARD })
  const tooMany = Array.from({ length: 1001 }, (_, n) => scan(20_000 + n))
  expect(await record(tooMany)).toEqual({ ok: false, code: 'bad_request' })
}, 60_000)

test.each([
  ['ten companions', { companions: 10 }],
  ['half a companion', { companions: 0.5 }],
  ['another way', { how: 'guess' }],
  ['a serial that no pass has', { serial: 0x1000000 }],
  ['a field that is not known', { name: 'x' }],
])('a scan with %s is refused', async (_, fields) => {
  const scan = { id: 'e'.repeat(32), at: 1, point: 'gate-east', verdict: 'admitted', serial: 1, step: 1, online: true }
  const reply = await ecard.call(GUARD, 'gate', 'record', { scans: [{ ...scan, ...fields }] })
  expect(reply).toEqual({ ok: false, code: 'bad_request' })
})

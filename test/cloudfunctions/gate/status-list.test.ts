/**
 * Status lists as guards' phones get them: what is on them, when they are made, and that nothing a maker does is lost.
 */
import { DAY, HOUR } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { activated, CardPhone, FRIDAY_MORNING, GuardPhone, setStatus } from '../harness/gate'
import { listHint } from '../harness/list-hint'
import { GUARD, openOffice, REVIEWER } from '../harness/office'

const ecard = testCloud()
let phones: CardPhone[] = []
const guard = new GuardPhone(ecard)
const lists = () => ecard.records('statusLists').sort((a, b) => a.sequence - b.sequence)
const tend = () => ecard.cloud.controls.fireTimer('gate')
const renew = (serials: number[]) => ecard.call(GUARD, 'gate', 'renewList', listHint(serials, ecard.now))
const NOBODY = 0

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 6)
}, 60_000)

test('the first shift gets a whole list, the second hears that there is nothing newer', async () => {
  const shift = await guard.open()
  expect(shift.listKeys).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect(shift).toMatchObject({ companions: 0, maxListAge: 24 * HOUR })
  expect(guard.list).toMatchObject({ revoked: new Uint32Array(), suspended: new Uint32Array() })
  expect(phones.map(({ serial }) => guard.says(serial))).toEqual(phones.map(() => 'live'))
  await guard.open()
  expect(guard.received).toBeNull()
})

test('a suspension is on the next list, its end takes it off again; both arrive as differences', async () => {
  const [phone] = phones as [CardPhone]
  expect((await setStatus(ecard, phone.number, 'suspended', REVIEWER)).ok).toBe(true)
  await guard.refresh()
  expect(guard.says(phone.serial)).toBe('suspended')
  expect((await setStatus(ecard, phone.number, 'active', REVIEWER)).ok).toBe(true)
  await guard.refresh()
  expect(guard.says(phone.serial)).toBe('live')
})

test('revoked and suspended are told apart; a new phone puts the old one on the list', async () => {
  const [, suspended, revoked, moved] = phones as CardPhone[]
  await setStatus(ecard, suspended!.number, 'suspended', REVIEWER)
  await setStatus(ecard, revoked!.number, 'revoked', REVIEWER)
  const old = moved!.serial
  phones[3] = await new CardPhone(ecard, moved!.who, 60).activate()
  await guard.refresh()
  expect([suspended!.serial, revoked!.serial, old, phones[3].serial].map((serial) => guard.says(serial))).toEqual([
    'suspended',
    'revoked',
    'revoked',
    'live',
  ])
})

test('nothing changed: no new list, whoever asks, until a quarter of the policy has passed', async () => {
  const before = lists().length
  await Promise.all([tend(), renew([]), renew([NOBODY, phones[0]!.serial]), guard.open()])
  expect(lists()).toHaveLength(before)
  const newest = lists().at(-1)
  await ecard.moveTo(newest.issued + 6 * HOUR - 11 * 60_000)
  expect(lists()).toHaveLength(before)
  await ecard.moveTo(newest.issued + 6 * HOUR + 11 * 60_000)
  expect(lists()).toHaveLength(before + 1)
  expect(lists().at(-1).notAfter - lists().at(-1).issued).toBe(2 * DAY)
  await guard.refresh()
  expect(guard.says(phones[1]!.serial)).toBe('suspended')
})

test('a change whose call was lost is on the list after the timer', async () => {
  const phone = phones[4]!
  // As if the function had died between the change and the call.
  await ecard.setRecord('bindings', String(phone.serial), {
    cardStatus: 'suspended',
    listed: 'suspended',
    listedUntil: ecard.now + DAY,
  })
  await guard.refresh()
  expect(guard.says(phone.serial)).toBe('live')
  await tend()
  await guard.refresh()
  expect(guard.says(phone.serial)).toBe('suspended')
})

test('many makers at once: every change is told, sequences have no gap and no double', async () => {
  const from = lists().at(-1).sequence
  const some = [phones[0]!, phones[3]!, phones[5]!]
  const replies = await Promise.all([
    ...some.map(({ number }) => setStatus(ecard, number, 'suspended', REVIEWER)),
    tend(),
    renew(some.map(({ serial }) => serial)),
    ...some.map(({ serial }) => renew([serial])),
  ])
  expect(replies.slice(0, 3).map((reply: any) => reply.ok)).toEqual([true, true, true])
  const sequences = lists().map(({ sequence }) => sequence)
  expect(sequences).toEqual(Array.from(sequences, (_, index) => sequences[0] + index))
  expect(sequences.at(-1)).toBeGreaterThan(from)
  await guard.refresh()
  expect(some.map(({ serial }) => guard.says(serial))).toEqual(['suspended', 'suspended', 'suspended'])
  await Promise.all(some.map(({ number }) => setStatus(ecard, number, 'active', REVIEWER)))
  await guard.refresh()
  expect(some.map(({ serial }) => guard.says(serial))).toEqual(['live', 'live', 'live'])
})

test('a phone whose list is not kept any more gets the whole one; a newer one than ours gets ours', async () => {
  const answer = async (sequence: number | null) => (await ecard.value(GUARD, 'gate', 'list', { sequence })).update
  const newest = lists().at(-1)
  expect(await answer(null)).toBe(newest.bytes)
  expect(await answer(0)).toBe(newest.bytes)
  expect(await answer(newest.sequence + 5)).toBe(newest.bytes)
  expect(await answer(newest.sequence)).toBeNull()
})

test('with a long list a difference is what travels', async () => {
  const strangers = Array.from({ length: 1500 }, (_, n) => ({
    _id: String(100_000 + n * 97),
    serial: 100_000 + n * 97,
    listed: n % 3 === 0 ? 'suspended' : 'revoked',
    listedUntil: ecard.now + 40 * DAY,
  }))
  await ecard.cloud.world.database.insert('bindings', strangers)
  await tend()
  await guard.refresh()
  const whole = guard.received!
  expect(guard.list!.revoked.length).toBeGreaterThanOrEqual(1000)
  expect(guard.list!.suspended.length).toBeGreaterThanOrEqual(500)
  await setStatus(ecard, phones[5]!.number, 'suspended', REVIEWER)
  await guard.refresh()
  expect(guard.received).toBeLessThan(whole / 5)
  expect(guard.says(phones[5]!.serial)).toBe('suspended')
})

test('lists past their not-after are removed, the newest never; bindings leave when their credentials have died', async () => {
  const [, suspended, revoked] = phones as CardPhone[]
  await ecard.moveTo(FRIDAY_MORNING + 91 * DAY)
  await guard.open()
  expect(guard.says(revoked!.serial)).toBe('revoked')
  await ecard.moveTo(FRIDAY_MORNING + 93 * DAY)
  await guard.open()
  expect([guard.says(revoked!.serial), guard.says(suspended!.serial)]).toEqual(['live', 'live'])
  expect(ecard.record('bindings', String(revoked!.serial))).toMatchObject({ listed: null, cardStatus: 'revoked' })
  expect(lists().every(({ notAfter }) => notAfter >= ecard.now - DAY)).toBe(true)
  const verdict = await ecard.value(GUARD, 'gate', 'check', {
    text: revoked!.code(),
    point: 'gate-east',
    challenge: null,
  })
  expect(verdict.verdict).toBe('revoked')
})

test('a hint that no function sealed is refused before anything is read, whoever sends it', async () => {
  const serials = [phones[0]!.serial]
  const good = listHint(serials, ecard.now)
  const forged = [
    { ...good, seal: '0'.repeat(64) },
    { ...good, serials: [] },
    { ...good, madeAt: good.madeAt + 1 },
    listHint(serials, ecard.now - 3 * 60_000),
    listHint(serials, ecard.now + 3 * 60_000),
  ]
  for (const openid of [phones[0]!.who.openid, GUARD, REVIEWER]) {
    for (const hint of forged) {
      const { database } = await ecard.roundTrips(async () => {
        expect(await ecard.call(openid, 'gate', 'renewList', hint)).toEqual({ ok: false, code: 'not_allowed' })
      })
      expect(database).toBe(0)
    }
  }
  expect(await ecard.call(phones[0]!.who.openid, 'gate', 'renewList', good)).toMatchObject({ ok: true })
})

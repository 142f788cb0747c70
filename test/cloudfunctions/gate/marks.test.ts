/** Marks after scans have arrived, from whoever and in whatever pieces: each finding once, and honest people none. */
import { HOUR } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { activated, type CardPhone } from '../harness/gate'
import { ADMIN, GUARD, openOffice, REVIEWER } from '../harness/office'

const ecard = testCloud()
let phones: CardPhone[] = []
let made = 0
const MINUTE = 60_000

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 6)
}, 60_000)

/** An admission of a phone, as a guard's phone wrote it down. */
function scan({ serial }: CardPhone, point: string, at: number, fields: object = {}) {
  made += 1
  const id = made.toString(16).padStart(32, '0')
  return { id, at, point, verdict: 'admitted', serial, step: made, online: false, ...fields }
}

const record = (scans: object[], by = GUARD) => ecard.value(by, 'gate', 'record', { scans })
const list = async (state = 'open') => (await ecard.value(REVIEWER, 'office', 'marks', { state })).marks
const marksOf = async ({ number }: CardPhone) => (await list()).filter(({ cardNumber }: any) => cardNumber === number)

test('replay across gates: two offline guards let one code in, the mark appears with the second delivery', async () => {
  const phone = phones[0]!
  const start = ecard.now
  await record([scan(phone, 'gate-east', start, { step: 70 })])
  expect(await marksOf(phone)).toEqual([])
  await record([scan(phone, 'gate-north', start + 15_000, { step: 70 })], ADMIN)
  const [mark, ...more] = await marksOf(phone)
  expect(more).toEqual([])
  expect(mark).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{64}$/),
    kind: 'replayed',
    at: start + 15_000,
    cardNumber: phone.number,
    cardStatus: 'active',
    maskedName: '张*明',
    last4: phone.who.form.document.number.slice(-4),
    scans: [
      { at: start, point: 'gate-east', verdict: 'admitted', how: 'scan', companions: 0, online: false },
      { at: start + 15_000, point: 'gate-north', verdict: 'admitted', how: 'scan', companions: 0, online: false },
    ],
    settled: null,
  })
  expect(JSON.stringify(await list())).not.toContain('张小明')
})

test('impossible travel and sharing; a delivery that is repeated, torn or reversed makes nothing twice', async () => {
  const phone = phones[1]!
  const start = ecard.now
  const scans = [
    scan(phone, 'gate-east', start),
    scan(phone, 'gate-west', start + MINUTE),
    ...[2, 3, 4, 5].map((n) => scan(phone, 'gate-west', start + n * MINUTE)),
  ]
  await record(scans.slice(3))
  await record(scans.slice(0, 4))
  await Promise.all([record(scans), record([...scans].reverse(), ADMIN)])
  const marks = await marksOf(phone)
  expect(marks.map(({ kind }: any) => kind).sort()).toEqual(['impossible_travel', 'shared'])
  expect((await ecard.value(REVIEWER, 'office', 'card', { cardNumber: phone.number })).card.openMarks).toBe(2)
})

test('honest re-entry and an honest day make none; neither does what was refused', async () => {
  const phone = phones[2]!
  const start = ecard.now
  await record([
    ...[0, 3, 7].map((minutes) => scan(phone, 'gate-east', start + minutes * MINUTE)),
    scan(phone, 'library', start + 30 * MINUTE),
    scan(phone, 'canteen-1', start + 60 * MINUTE),
    ...[1, 2, 3, 4].map((n) => scan(phone, 'gate-east', start + n * 1000, { verdict: 'replayed', step: 1 })),
    scan(phone, 'gate-west', start + 5000, { verdict: 'clock_wrong' }),
  ])
  expect(await marksOf(phone)).toEqual([])
})

test('a look-up at one gate while the phone is at another is found, too', async () => {
  const phone = phones[3]!
  const lookedUp = scan(phone, 'gate-west', ecard.now + MINUTE, { how: 'look_up', step: null })
  await record([scan(phone, 'gate-east', ecard.now), lookedUp])
  expect((await marksOf(phone)).map(({ kind, scans }: any) => [kind, scans[1].how])).toEqual([
    ['impossible_travel', 'look_up'],
  ])
})

test('a serial that is on no record makes no mark and stops nobody’s delivery', async () => {
  const stranger = { serial: 0xfffffe } as CardPhone
  const before = (await list()).length
  await record([
    scan(stranger, 'gate-east', ecard.now, { step: 5 }),
    scan(stranger, 'gate-west', ecard.now, { step: 5 }),
  ])
  expect(await list()).toHaveLength(before)
})

test('settled by staff: it leaves the list, is in the audit log, and the same scans do not bring it back', async () => {
  const phone = phones[0]!
  const [mark] = await marksOf(phone)
  const settle = { id: mark.id, outcome: 'harmless', note: '两位门卫核对过' }
  const reply = await ecard.value(REVIEWER, 'office', 'settleMark', settle)
  expect(reply.mark.settled).toEqual({ outcome: 'harmless', note: '两位门卫核对过', at: expect.any(Number) })
  expect(await marksOf(phone)).toEqual([])
  expect((await list('settled')).map(({ id }: any) => id)).toEqual([mark.id])
  await record([scan(phone, 'gate-west', mark.at + 5_000, { step: 70 })])
  await ecard.cloud.controls.fireTimer('gate')
  expect((await marksOf(phone)).filter(({ kind }: any) => kind === 'replayed')).toEqual([])
  const entry = ecard.records('audit').find(({ action }) => action === 'office.settleMark')
  expect(entry).toMatchObject({ by: REVIEWER, subject: mark.id, details: { outcome: 'harmless' } })
  expect(JSON.stringify(entry)).not.toContain('门卫')
})

test('mark_unknown', async () => {
  const settle = { id: '0'.repeat(64), outcome: 'acted_on' }
  expect(await ecard.call(REVIEWER, 'office', 'settleMark', settle)).toEqual({ ok: false, code: 'mark_unknown' })
})

test('scans whose judging was lost are judged by the timer, however many', async () => {
  const phone = phones[4]!
  // As stored by a function that died before it judged: more than one page of them.
  const stored = Array.from({ length: 1800 }, (_, n) => {
    const { id, ...rest } = scan({ serial: n } as CardPhone, 'library', ecard.now)
    return { _id: id, ...rest, companions: 0, how: 'scan', guard: GUARD, receivedAt: ecard.now + Math.floor(n / 900) }
  })
  const pair = [scan(phone, 'gate-east', ecard.now, { step: 900 }), scan(phone, 'gate-west', ecard.now, { step: 900 })]
  const late = pair.map(({ id, ...rest }) => {
    return { _id: id, ...rest, companions: 0, how: 'scan', guard: GUARD, receivedAt: ecard.now + 2 }
  })
  await ecard.cloud.world.database.insert('scans', [...stored, ...late])
  expect(await marksOf(phone)).toEqual([])
  await ecard.moveTo(ecard.now + HOUR)
  expect((await marksOf(phone)).map(({ kind }: any) => kind)).toEqual(['replayed'])
  const { actions } = await ecard.roundTrips(() => ecard.cloud.controls.fireTimer('gate'))
  expect(actions['database.getDocument']).toBeLessThanOrEqual(8)
})

test('the list in pages, newest first, each mark once', async () => {
  const marks = Array.from({ length: 120 }, (_, n) => ({
    _id: n.toString(16).padStart(64, 'a'),
    kind: 'shared',
    state: 'open',
    at: n,
    position: `${String(n).padStart(14, '0')}-x`,
    serial: phones[5]!.serial,
    cardNumber: phones[5]!.number,
    scans: [],
    settled: null,
  }))
  await ecard.cloud.world.database.insert('marks', marks)
  const all: any[] = []
  let after: string | null = null
  do {
    const page: any = await ecard.value(REVIEWER, 'office', 'marks', { state: 'open', after })
    all.push(...page.marks)
    after = page.after
  } while (after !== null)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(120)
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a))
})

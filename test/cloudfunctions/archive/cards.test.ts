/** Older cards: imported with their numbers, never two for a number or a person, then activated like new ones. */
import { startOf } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { importFile, problemsOf } from '../harness/import'
import { activation, apply, deviceKey, openOffice, phoneProof, submission } from '../harness/office'
import { person } from '../harness/people'
import { csv } from '../harness/spreadsheet'

const ecard = testCloud()
const HEADERS = ['卡号', '姓名', '身份证号', '手机号', '发卡日期', '有效期至']
const holder = (n: number, number: string, extra: (string | number)[] = ['2019-05-01', '']) => {
  const who = person(n)
  return [number, who.form.nameChinese, who.form.document.number, who.phone.slice(3), ...extra]
}
const load = (...rows: (string | number)[][]) => importFile(ecard, { kind: 'cards', bytes: csv([HEADERS, ...rows]) })

beforeAll(() => openOffice(ecard))

test('an older card keeps its number, waits for activation and is activated with the registered phone', async () => {
  const who = person(1)
  const done = await load(holder(1, '8000000001'), holder(2, '8000000002', ['2019-05-01', '2030-12-31']))
  expect(done.counts).toMatchObject({ fresh: 2, bad: 0 })
  const stored = ecard.record('cards', '8000000001')
  expect(stored).toMatchObject({ status: 'issued', openid: null, validUntil: null, imported: { issued: '2019-05-01' } })
  const everything = JSON.stringify([ecard.records('cards'), ecard.records('claims')])
  expect(everything).not.toContain(who.form.document.number)
  expect(everything).not.toContain(who.phone.slice(3))

  const { card } = await ecard.value(who.openid, 'activation', 'activate', activation(ecard, who))
  expect(card).toMatchObject({ number: '8000000001', status: 'active', validUntil: '2029-02-28' })
  // A term that has not ended is kept.
  const two = await ecard.value(person(2).openid, 'activation', 'activate', activation(ecard, person(2), 2))
  expect(two.card.validUntil).toBe('2030-12-31')
})

test('its holder is sent to activation instead of registering anew', async () => {
  await load(holder(3, '8000000003'))
  const refused = await ecard.call(person(3).openid, 'registration', 'submit', submission(person(3)))
  expect(refused).toMatchObject({ ok: false, code: 'card_exists' })
})

test('the same file again changes nothing, not even a card that was activated meanwhile', async () => {
  const before = ecard.records('cards').map(({ status, phoneSealed }) => [status, phoneSealed])
  const done = await load(
    holder(1, '8000000001'),
    holder(2, '8000000002', ['2019-05-01', '2030-12-31']),
    holder(3, '8000000003'),
  )
  expect(done.counts).toMatchObject({ fresh: 0, changed: 0, unchanged: 3, bad: 0 })
  expect(ecard.records('cards').map(({ status, phoneSealed }) => [status, phoneSealed])).toEqual(before)
})

test('a corrected phone number changes a card that waits', async () => {
  const row = holder(3, '8000000003')
  row[3] = '13911112222'
  expect((await load(row)).counts).toMatchObject({ changed: 1, unchanged: 0 })
  const proof = phoneProof(ecard, person(3).openid, '+8613911112222')
  const request = { document: person(3).form.document, proof, ...pick(deviceKey(3)) }
  expect(await ecard.call(person(3).openid, 'activation', 'activate', request)).toMatchObject({ ok: true })
})

test('numbers and people that are taken are bad rows, each with its reason', async () => {
  await apply(ecard, person(7))
  const done = await load(
    holder(4, '8000000001'),
    holder(3, '8000000009'),
    holder(7, '8000000007'),
    holder(8, '8000000008'),
    holder(8, '8000000018'),
    holder(9, '8000000008'),
    holder(10, '123'),
  )
  expect(done.counts).toMatchObject({ fresh: 1, bad: 6 })
  expect((await problemsOf(ecard, done.id)).map(({ row, problem }) => [row, problem])).toEqual([
    [2, 'row_number_taken'],
    [3, 'row_has_card'],
    [4, 'row_has_application'],
    [6, 'row_twice'],
    [7, 'row_twice'],
    [8, 'cell_card_number'],
  ])
})

test('a card without a phone number is imported; nobody can activate it with a phone alone', async () => {
  const who = person(11)
  const row = holder(11, '8000000011')
  row[3] = ''
  expect((await load(row)).counts).toMatchObject({ fresh: 1 })
  const refused = await ecard.call(who.openid, 'activation', 'activate', activation(ecard, who))
  expect(refused).toMatchObject({ ok: false, code: 'activation_not_matched' })
  const sent = await ecard.call(who.openid, 'activation', 'sendCode', { document: who.form.document, language: 'zh' })
  expect(sent).toMatchObject({ ok: true })
  await ecard.dispatch()
  expect(ecard.texts('')).toEqual([])
  expect(startOf(ecard.record('cards', '8000000011').activatableFrom)).toBeLessThanOrEqual(ecard.now)
})

test('two imports of the same cards at once make one of each', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => holder(100 + n, `81${String(n).padStart(8, '0')}`))
  const done = await Promise.all([load(...rows), load(...rows)])
  const sum = (field: string) => done.reduce((total, { counts }) => total + counts[field], 0)
  expect(done.map(({ state }) => state)).toEqual(['done', 'done'])
  expect(sum('fresh')).toBe(120)
  expect(sum('bad')).toBe(0)
  const numbers = ecard.records('cards').filter(({ _id }) => _id.startsWith('81'))
  expect(new Set(numbers.map(({ digest }) => digest)).size).toBe(120)
})

function pick({ devicePublicKey }: { devicePublicKey: string }) {
  return { devicePublicKey }
}

/**
 * The copy of one's data: every collection that holds a person is in it, nobody else is, and neither is a secret. Proof
 * first, few a day, on record, gone after an hour, also when the call that made it died.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyScope } from '../../../cloudfunctions/privacy/copy-scope'
import { COPIES_A_DAY, copySections } from '../../../domain/privacy/copy'
import { addDays, dayOf, HOUR } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { activated, type CardPhone } from '../harness/gate'
import { ALUMNI_HEADERS, alumniRow, importFile } from '../harness/import'
import { ADMIN, GUARD, openOffice, phoneProof, REVIEWER } from '../harness/office'
import { officialOf } from '../harness/official'
import { foreigner } from '../harness/people'
import { readXlsx } from '../harness/sheet'
import { csv } from '../harness/spreadsheet'

const ecard = testCloud()
let phones: CardPhone[]
let first: CardPhone
jest.setTimeout(120_000)

const take = (phone: CardPhone, language = 'zh') =>
  ecard.call(phone.who.openid, 'privacy', 'takeCopy', {
    proof: phoneProof(ecard, phone.who.openid, phone.who.phone),
    language,
  })
const fetched = async (url: string) => Buffer.from(await (await fetch(encodeURI(url))).arrayBuffer())
const fileOf = (reply: any, kind: string) => reply.value.files.find((file: any) => file.kind === kind)
const dataOf = async (reply: any) => JSON.parse((await fetched(fileOf(reply, 'data').url)).toString())

/** Somebody who did everything there is to do. */
async function live({ who, number, serial }: CardPhone) {
  const { openid } = who
  await importFile(ecard, { kind: 'alumni', bytes: csv([ALUMNI_HEADERS, withNumber(who.form.document.number)]) })
  const campus = [
    ['证件号码', '身份类别', '截止日期'],
    [who.form.document.number, '教职工', '2030-06-30'],
  ]
  await importFile(ecard, { kind: 'campus', bytes: csv(campus) })
  const scan = { at: ecard.now, point: 'gate-east', verdict: 'admitted', serial, step: 1, online: true }
  await ecard.value(GUARD, 'gate', 'record', { scans: [{ ...scan, id: '7'.repeat(32) }] })
  const mark = { kind: 'shared', state: 'open', at: ecard.now, position: 'p', serial, cardNumber: number }
  await ecard.cloud.world.database.insert('marks', [
    { _id: 'm'.repeat(64), ...mark, scans: [], settled: null },
  ] as never)
  await ecard.value(openid, 'notifications', 'agree', { templates: ['review_result'] })
  await ecard.value(openid, 'registration', 'announcePhoto', { name: 'never-handed-in.jpg' })
  await officialOf(ecard).follow(openid)
  await ecard.value(openid, 'binding', 'status')
  const [{ _id: application }] = ecard.records('applications').filter((each) => each.openid === openid)
  await ecard.value(REVIEWER, 'review', 'revealDocument', { id: application })
  await ecard.value(ADMIN, 'office', 'joinIdentities', {
    one: { cardNumber: number },
    other: { document: foreigner(70).form.document },
    reason: 'other_document',
  })
  const { code } = await ecard.value(ADMIN, 'office', 'invite', { role: 'guard', name: '张门卫' })
  await ecard.value(openid, 'office', 'join', { code })
  await ecard.cloud.world.database.insert('visits', [visitOf(who)] as never)
  await ecard.value(openid, 'privacy', 'askDeletion', { proof: phoneProof(ecard, openid, who.phone) })
}

const withNumber = (number: string) => alumniRow(1).map((cell, column) => (column === 2 ? number : cell))

const visitOf = ({ openid }: CardPhone['who']) => ({
  ...{ _id: 'v'.repeat(64), openid, digest: '', day: '2026-05-01', point: 'gate-north', reason: 'reunion' },
  ...{ note: '同学聚会', state: 'approved', outcome: 'came', askedAt: 1, language: 'zh', devicePublicKey: '' },
  ...{ maskedName: '', last4: '', portrait: '', application: null, cardNumber: null, serial: null, decision: null },
})

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 3)
  first = phones[0] as CardPhone
  await live(first)
}, 240_000)

test('a proof first, of the registered phone', async () => {
  const { openid } = first.who
  const call = (proof: object) => ecard.call(openid, 'privacy', 'takeCopy', { proof, language: 'zh' })
  expect(await call(phoneProof(ecard, openid, '+8613911111111'))).toMatchObject({ code: 'proof_not_matched' })
  expect(await call({ kind: 'sms_code', code: '000000' })).toMatchObject({ code: 'proof_not_matched' })
  expect(
    await ecard.call('o-stranger', 'privacy', 'takeCopy', {
      proof: { kind: 'sms_code', code: '000000' },
      language: 'zh',
    }),
  ).toMatchObject({ code: 'nothing_held' })
  expect(ecard.records('copies')).toEqual([])
})

test('every part that some collection feeds has something in it, and no part is fed by none', async () => {
  await take(first)
  // Just now: the timer tells whoever waits, and forgets them.
  const wish = { since: ecard.now, language: 'zh', byWechat: true, phoneSealed: null, phoneMasked: '' }
  await ecard.cloud.world.database.editById('wishes', first.who.openid, () => ({ _id: first.who.openid, ...wish }))
  const data = await dataOf(await take(first))
  const fed = Object.values(copyScope).flatMap((scope) => ('parts' in scope ? scope.parts : []))
  const own = ['results', 'studies', 'views', 'consents']
  expect(new Set(fed)).toEqual(new Set(copySections))
  expect(copySections.filter((section) => data[section].length === 0)).toEqual([])
  expect(own.every((section) => fed.includes(section as never))).toBe(true)
  for (const scope of Object.values(copyScope)) {
    expect('parts' in scope ? scope.parts.length : scope.why.length).toBeGreaterThan(0)
  }
})

test('what it says is theirs, and nobody else’s; neither digests nor sealed texts nor the full ID number', async () => {
  const [, second] = phones as [CardPhone, CardPhone]
  const reply = await take(second, 'en')
  const text = (await fetched(fileOf(reply, 'data').url)).toString()
  const data = JSON.parse(text)
  expect(data).toMatchObject({ format: 'alumni-ecard/my-data/1', takenAt: expect.stringMatching(/^2027-/) })
  expect(data.cards).toMatchObject([{ cardNumber: second.number, phone: second.who.phone }])
  expect(data.applications).toMatchObject([{ fullNumberHeld: true, documentMasked: expect.stringContaining('***') }])
  expect(text).not.toContain(second.who.form.document.number)
  for (const other of phones.filter((each) => each !== second)) {
    expect([text.includes(other.number), text.includes(other.who.openid), text.includes(other.who.phone)]).toEqual([
      false,
      false,
      false,
    ])
  }
  const { digest, phoneSealed } = ecard.record('cards', second.number)
  for (const secret of [digest, phoneSealed, REVIEWER, 'reviewer-2', '吴芳']) {
    expect([secret, text.includes(secret)]).toEqual([secret, false])
  }
})

test('the workbook says the same in the language of the person', async () => {
  const [, , third] = phones as [CardPhone, CardPhone, CardPhone]
  for (const [language, words] of [
    ['zh', ['【校友卡】', '卡状态', '使用中', '【申请】', '居民身份证']],
    ['en', ['【Alumni cards】', 'Card status', 'In use', '【Applications】', 'Resident ID card']],
  ] as const) {
    const file = fileOf(await take(third, language), 'workbook')
    expect(file.name).toMatch(/-\d{4}-\d\d-\d\d\.xlsx$/)
    const cells = readXlsx(await fetched(file.url))
      .flat()
      .map((cell) => cell?.text)
    expect(words.filter((word) => !cells.includes(word))).toEqual([])
    expect(cells).toContain(third.number)
    expect(cells).not.toContain('undefined')
  }
})

test('too_many_copies: so many a day', async () => {
  const [, , third] = phones as [CardPhone, CardPhone, CardPhone]
  const codes = [(await take(third)).code, (await take(third)).code]
  expect(codes).toEqual([undefined, 'too_many_copies'])
  expect((await take(third)).details).toEqual({ from: addDays(dayOf(ecard.now), 1) })
  expect(ecard.records('copies').filter(({ openid }) => openid === third.who.openid)).toHaveLength(COPIES_A_DAY)
})

test('on record for the office and for the person; the files are gone after an hour, the addresses with them', async () => {
  const entries = ecard.records('audit').filter(({ action }) => action === 'privacy.takeCopy')
  expect(entries).toHaveLength(ecard.records('copies').length)
  expect(entries.map(({ subject }) => subject)).toContain(first.number)
  expect(JSON.stringify(entries)).not.toContain(first.who.openid)
  const { copies } = await ecard.value(first.who.openid, 'privacy', 'overview')
  expect(copies).toHaveLength(2)
  const stored = () =>
    ecard
      .records('copies')
      .flatMap(({ _id, files }) => files.map((name: string) => join(ecard.dataDir, 'files', 'copies', _id, name)))
  expect(stored().every((path) => existsSync(path))).toBe(true)
  await ecard.moveTo(ecard.now + HOUR + 1)
  await Promise.all([ecard.cloud.controls.fireTimer('privacy'), ecard.cloud.controls.fireTimer('privacy')])
  expect(stored().some((path) => existsSync(path))).toBe(false)
  expect(new Set(ecard.records('copies').map(({ state }) => state))).toEqual(new Set(['removed']))
})

test('a call that died before it wrote, or between its files, leaves nothing that keeps the timer from its work', async () => {
  await ecard.moveTo(ecard.now + 24 * HOUR)
  expect((await take(first)).ok).toBe(true)
  const [half] = ecard.records('copies').filter(({ state }) => state === 'kept')
  rmSync(join(ecard.dataDir, 'files', 'copies', half._id, half.files[1]))
  const died = { _id: 'd'.repeat(32), openid: 'o-nobody', at: 1, until: 1, files: half.files, state: 'kept' }
  await ecard.cloud.world.database.insert('copies', [died] as never)
  await ecard.moveTo(ecard.now + HOUR + 1)
  await ecard.cloud.controls.fireTimer('privacy')
  expect([half._id, died._id].map((id) => ecard.record('copies', id)?.state ?? 'gone')).not.toContain('kept')
  expect(existsSync(join(ecard.dataDir, 'files', 'copies', half._id, half.files[0]))).toBe(false)
})

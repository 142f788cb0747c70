/**
 * Importing the alumni archive: encodings, sheets, bad rows, the same file again, and what is left of it afterwards.
 */
import { DAY } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { ALUMNI_HEADERS, alumniRow, importFile, problemsOf, upload } from '../harness/import'
import { GUARD, openOffice, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { csv, xlsx } from '../harness/spreadsheet'

const ecard = testCloud()
const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => alumniRow(from + index))
const file = (data: (string | number)[][]) => csv([ALUMNI_HEADERS, ...data])
const archive = () => ecard.records('archive')

beforeAll(() => openOffice(ecard))

test('a CSV file in UTF-8 becomes study records that hold a digest and no ID number', async () => {
  const done = await importFile(ecard, { kind: 'alumni', bytes: `\ufeff${file(rows(1, 30))}` })
  expect(done).toMatchObject({
    state: 'done',
    counts: { total: 30, done: 30, fresh: 30, changed: 0, unchanged: 0, bad: 0 },
  })
  expect(archive()).toHaveLength(30)
  const stored = archive().find(({ studentNumber }) => studentNumber === '3000000001')
  expect(stored).toMatchObject({
    school: '汽车与交通工程学院',
    degree: 'bachelor',
    entryYear: 2008,
    graduationYear: 2012,
  })
  expect(stored.digest).toMatch(/^[0-9a-f]{64}$/)
  const everything = JSON.stringify(
    ['archive', 'imports', 'importProblems', 'audit'].map((name) => ecard.records(name)),
  )
  expect(everything).not.toContain(alumniRow(1)[2])
})

test('the same file again changes nothing, says so, and the preview tells when it was imported', async () => {
  const before = archive().map(({ _id, importedAt }) => [_id, importedAt])
  const bytes = `\ufeff${file(rows(1, 30))}`
  const id = await upload(ecard, { kind: 'alumni', bytes })
  const { preview } = await ecard.value(REVIEWER, 'archive', 'preview', { id })
  expect(preview.importedAt).toBeGreaterThan(0)
  await ecard.value(REVIEWER, 'archive', 'start', { id, mapping: preview.mapping })
  const { import: done } = await ecard.value(REVIEWER, 'archive', 'run', { id })
  expect(done.counts).toMatchObject({ fresh: 0, changed: 0, unchanged: 30, bad: 0 })
  expect(archive().map(({ _id, importedAt }) => [_id, importedAt])).toEqual(before)
})

test('GBK with semicolons, a title above the headers, quoted cells with line ends, and blank rows at the end', async () => {
  const text = csv(
    [
      ['江苏大学校友档案'],
      [],
      ALUMNI_HEADERS,
      [...alumniRow(41).slice(0, 3), '药\n学院', '药学', '硕士', '2008级', '2011年6月'],
    ],
    ';',
  )
  const bytes = toGb18030(`${text}\r\n;;;\r\n\r\n`)
  const id = await upload(ecard, { kind: 'alumni', bytes })
  const { preview } = await ecard.value(REVIEWER, 'archive', 'preview', { id })
  expect(preview).toMatchObject({ encoding: 'gb18030', mapping: { nameChinese: 0, documentNumber: 2 } })
  await ecard.value(REVIEWER, 'archive', 'start', { id, mapping: preview.mapping })
  const { import: done } = await ecard.value(REVIEWER, 'archive', 'run', { id })
  expect(done.counts).toMatchObject({ total: 1, fresh: 1, bad: 0 })
  expect(archive().find(({ studentNumber }) => studentNumber === '3000000041')).toMatchObject({
    school: '药 学院',
    degree: 'master',
    graduationYear: 2011,
  })
})

test.each([true, false])('an XLSX file (shared texts: %s) with numbers, formulas and a cover sheet', async (shared) => {
  const from = shared ? 51 : 61
  const [first, second] = [alumniRow(from), alumniRow(from + 1)]
  const data = [
    ALUMNI_HEADERS,
    [first[0], Number(first[1]), first[2], { formula: 'A1', value: '法学院' }, '法学', '本科', 2008, 41_090],
    [second[0], second[1], Number(second[2]), '法学院', '法学', '本科', 2008, 2012],
  ] as never[]
  const bytes = xlsx({ 封面: [], 校友: data }, { shared })
  const done = await importFile(ecard, { kind: 'alumni', name: '校友.xlsx', bytes })
  expect(done).toMatchObject({ state: 'done', counts: { done: 2, fresh: 1, bad: 1 } })
  expect(archive().find(({ studentNumber }) => studentNumber === first[1])).toMatchObject({
    school: '法学院',
    graduationYear: 2012,
  })
  expect(await problemsOf(ecard, done.id)).toEqual([{ row: 3, column: '身份证号', problem: 'cell_scientific' }])
})

test('three bad rows of a hundred are reported by row and column; the others are imported', async () => {
  const data = rows(101, 100)
  data[4]![2] = '32110219900101001X'
  data[10]![6] = '去年'
  data[50]! = [...data[49]!]
  const done = await importFile(ecard, { kind: 'alumni', bytes: file(data) })
  expect(done).toMatchObject({ state: 'done', counts: { done: 100, fresh: 97, bad: 3 } })
  expect(await problemsOf(ecard, done.id)).toEqual([
    { row: 6, column: '身份证号', problem: 'document_check_digit' },
    { row: 12, column: '入学年份', problem: 'cell_year' },
    { row: 52, column: '', problem: 'row_twice' },
  ])
})

test('a quotation mark that nobody closes costs its own row and no other', async () => {
  const lines = file(rows(301, 40)).split('\r\n')
  lines[5] = `"${lines[5]}`
  const done = await importFile(ecard, { kind: 'alumni', bytes: lines.join('\r\n') })
  expect(done.counts).toMatchObject({ done: 40, fresh: 39, bad: 1 })
  expect(await problemsOf(ecard, done.id)).toEqual([{ row: 6, column: '', problem: 'row_unreadable' }])
})

test('a row that says something else about the same record changes it', async () => {
  const changed = rows(1, 2).map((row) => [...row.slice(0, 3), '机械工程学院', ...row.slice(4)])
  const done = await importFile(ecard, { kind: 'alumni', bytes: file(changed) })
  expect(done.counts).toMatchObject({ fresh: 0, changed: 2, unchanged: 0 })
  expect(archive().filter(({ school }) => school === '机械工程学院')).toHaveLength(2)
})

test('previews mask ID numbers', async () => {
  const id = await upload(ecard, { kind: 'alumni', bytes: file(rows(1, 3)) })
  const { preview } = await ecard.value(REVIEWER, 'archive', 'preview', { id })
  expect(preview.columns[2]).toEqual({
    header: '身份证号',
    sample: expect.arrayContaining([expect.stringMatching(/^321\*{11}/)]),
  })
  expect(preview.columns[0].sample).toHaveLength(3)
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'import_type_unsupported'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'import_type_unsupported'],
  ['nothing', Buffer.alloc(0), 'import_empty'],
  ['headers alone', Buffer.from(csv([ALUMNI_HEADERS])), 'import_empty'],
  ['half a workbook', xlsx({ 校友: [ALUMNI_HEADERS] as never }).subarray(0, 400), 'import_file_unreadable'],
])('%s is refused and deleted', async (_, bytes, code) => {
  const id = await upload(ecard, { kind: 'alumni', bytes })
  expect(await ecard.call(REVIEWER, 'archive', 'preview', { id })).toMatchObject({ ok: false, code })
  expect(ecard.record('imports', id).held).toBe(false)
  expect(stored(id)).toBe(false)
})

test('an upload that never arrived is told from a wrong file', async () => {
  const { id } = await ecard.value(REVIEWER, 'archive', 'place', { kind: 'alumni', type: 'csv', name: 'a.csv' })
  expect(await ecard.call(REVIEWER, 'archive', 'preview', { id })).toMatchObject({ code: 'import_file_missing' })
})

test('without the columns that must be there an import does not start', async () => {
  const id = await upload(ecard, {
    kind: 'alumni',
    bytes: csv([
      ['甲', '乙'],
      ['张三', '1'],
    ]),
  })
  const { preview } = await ecard.value(REVIEWER, 'archive', 'preview', { id })
  expect(preview.missing).toHaveLength(2)
  const start = (mapping: object) => ecard.call(REVIEWER, 'archive', 'start', { id, mapping })
  expect(await start({ nameChinese: 0, studentNumber: 9 })).toMatchObject({ code: 'import_columns_missing' })
  expect(await start({ nameChinese: 0, studentNumber: 1 })).toMatchObject({ ok: true })
  expect(await start({ nameChinese: 0, studentNumber: 1 })).toMatchObject({ code: 'import_over' })
})

test('the file is deleted when the import is done; one that was never imported after a day', async () => {
  const done = await importFile(ecard, { kind: 'alumni', bytes: file(rows(401, 2)) })
  expect(stored(done.id)).toBe(false)
  const forgotten = await upload(ecard, { kind: 'alumni', bytes: file(rows(401, 2)) })
  const kept = () => ecard.cloud.controls.fireTimer('archive')
  await kept()
  expect(stored(forgotten)).toBe(true)
  await ecard.moveTo(ecard.now + DAY + 60_000)
  await kept()
  expect(stored(forgotten)).toBe(false)
})

test('a stopped import keeps what it has and loses its file', async () => {
  const id = await upload(ecard, { kind: 'alumni', bytes: file(rows(501, 2)) })
  await ecard.value(REVIEWER, 'archive', 'preview', { id })
  const { import: stopped } = await ecard.value(SECOND_REVIEWER, 'archive', 'stop', { id })
  expect(stopped.state).toBe('stopped')
  expect(stored(id)).toBe(false)
  expect(await ecard.call(REVIEWER, 'archive', 'stop', { id })).toMatchObject({ code: 'import_over' })
})

test('only staff who review may import, and only the one who chose a file may start it', async () => {
  for (const who of [GUARD, 'o-somebody']) {
    const refused = await ecard.call(who, 'archive', 'place', { kind: 'alumni', type: 'csv', name: 'a.csv' })
    expect(refused).toMatchObject({ code: 'not_allowed' })
  }
  const id = await upload(ecard, { kind: 'alumni', bytes: file(rows(1, 2)) })
  expect(await ecard.call(SECOND_REVIEWER, 'archive', 'preview', { id })).toMatchObject({ code: 'import_unknown' })
  expect(await ecard.call(REVIEWER, 'archive', 'read', { id: '0'.repeat(32) })).toMatchObject({
    code: 'import_unknown',
  })
})

test('the audit log has counts and no person', async () => {
  const done = await importFile(ecard, { kind: 'alumni', bytes: file(rows(601, 3)) })
  const entries = ecard.records('audit').filter(({ subject }) => subject === done.id)
  expect(entries.map(({ action, details }) => ({ action, details }))).toEqual([
    { action: 'archive.start', details: { kind: 'alumni', rows: 3 } },
    { action: 'archive.done', details: { kind: 'alumni', fresh: 3, changed: 0, unchanged: 0, bad: 0 } },
  ])
})

test('an import costs a handful of requests for a thousand rows', async () => {
  const id = await upload(ecard, { kind: 'alumni', bytes: file(rows(10_000, 3000)) })
  const { preview } = await ecard.value(REVIEWER, 'archive', 'preview', { id })
  await ecard.value(REVIEWER, 'archive', 'start', { id, mapping: preview.mapping })
  const { database } = await ecard.roundTrips(() => ecard.value(REVIEWER, 'archive', 'run', { id }))
  // Three for each chunk of 1000; staff, the lease, the end, and one that asks for the matches of waiting applications.
  expect(database).toBeLessThanOrEqual(3 * 3 + 11)
  const { import: done } = await ecard.value(REVIEWER, 'archive', 'read', { id })
  expect(done.counts).toMatchObject({ done: 3000, fresh: 3000 })
})

function stored(id: string): boolean {
  const { storage } = ecard.cloud.world
  return storage.files.exists(storage.ids.path(ecard.record('imports', id).file))
}

/** Node writes no GB 18030, so a table is made by reading all of it. */
function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      bytes.set(decoder.decode(Buffer.from([lead, trail])), [lead, trail])
    }
  }
  return Buffer.from(
    [...text].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : (bytes.get(letter) ?? []))),
  )
}

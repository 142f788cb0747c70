/**
 * Exports as staff get them: every row once, readable by another program, without ID numbers unless an administrator
 * asked for them with a reason; on record; deleted after an hour; finished by whoever comes next when a worker dies.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayOf, HOUR, startOf } from '../../../domain/time/shanghai'
import { THURSDAY, testCloud } from '../harness/cloud'
import { activated } from '../harness/gate'
import { ADMIN, GUARD, openOffice, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { person } from '../harness/people'
import { readCsv, readXlsx } from '../harness/sheet'

const ecard = testCloud()
const MINUTE = 60_000
const people = [person(1), person(2), person(3)]
const numbers = people.map(({ form }) => form.document.number as string)

const asked = (scope: object, more: object = {}) => ({ scope, format: 'csv', language: 'zh', ...more })
const start = (scope: object, more: object = {}, by = REVIEWER) =>
  ecard.call(by, 'office', 'startExport', asked(scope, more))

/** Starts an export and works at it until it is ready. */
async function make(scope: object, more: object = {}, by = REVIEWER) {
  const started = await start(scope, more, by)
  expect(started).toMatchObject({ ok: true })
  let made = started.value.export
  for (let calls = 0; made.state === 'running' && calls < 20; calls += 1) {
    made = (await ecard.value(by, 'office', 'runExport', { id: made.id })).export
  }
  expect(made.state).toBe('ready')
  return made
}

async function bytesOf(made: any, by = REVIEWER, file = 0): Promise<Buffer> {
  const { url } = await ecard.value(by, 'office', 'exportFile', { id: made.id, file })
  const response = await fetch(encodeURI(url))
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

const stored = (made: any) => join(ecard.dataDir, 'files', 'exports', made.id, made.files[0].name)
const auditOf = (action: string, id: string) =>
  ecard.records('audit').filter((entry) => entry.action === action && entry.subject === id)

beforeAll(async () => {
  await openOffice(ecard)
  people[1]!.form.nameChinese = ''
  people[1]!.form.nameLatin = 'Zoe =cmd| calc'
  await activated(ecard, 3)
}, 120_000)

describe('what is in the files', () => {
  test('applications of a round, as CSV with a byte order mark, without ID numbers', async () => {
    const bytes = await bytesOf(await make({ content: 'applications', round: THURSDAY }))
    const [heads, ...rows] = readCsv(bytes)
    expect(heads?.slice(0, 3)).toEqual(['审核日', '状态', '审核结果'])
    expect(heads).not.toContain('证件号码')
    expect(rows).toHaveLength(3)
    expect(rows.map((row) => row[1])).toEqual(['通过', '通过', '通过'])
    expect(rows.map((row) => row.at(-2)).sort()).toEqual(
      ecard
        .records('cards')
        .map(({ _id }) => _id)
        .sort(),
    )
    for (const number of numbers) {
      expect(bytes.includes(number)).toBe(false)
    }
  })

  test('cards as XLSX: every text is a text cell', async () => {
    const bytes = await bytesOf(await make({ content: 'cards' }, { format: 'xlsx', language: 'en' }))
    const [heads, ...rows] = readXlsx(bytes)
    expect(heads?.map(({ text }) => text)).toEqual([
      ...['Card number', 'State of the card', 'Name in Chinese', 'Name in Latin letters', 'Document, last four'],
      ...['Issued', 'Activated', 'Valid until'],
    ])
    expect(rows.map(([number]) => number?.text)).toEqual(
      ecard
        .records('cards')
        .map(({ _id }) => _id)
        .sort(),
    )
    expect(rows.flat().filter(({ type }) => type === 'number')).toEqual([])
    expect(rows.map((row) => row[1]?.text)).toEqual(['In use', 'In use', 'In use'])
  })

  test('the audit log names people, not accounts', async () => {
    const today = dayOf(ecard.now)
    const scope = { content: 'audit', from: today, to: today }
    const text = (await bytesOf(await make(scope, {}, ADMIN), ADMIN)).toString()
    expect(text).toContain('office.startExport')
    expect(text).toContain('reviewer')
    expect(text).not.toContain(REVIEWER)
    expect(text).not.toContain(ADMIN)
  })

  test('with ID numbers for an administrator who says why: as text in XLSX, kept whole in CSV', async () => {
    const more = { documents: true, reason: '公安机关来函核查' }
    const xlsx = readXlsx(await bytesOf(await make({ content: 'cards' }, { ...more, format: 'xlsx' }, ADMIN), ADMIN))
    const column = xlsx[0]!.findIndex(({ text }) => text === '证件号码')
    const cells = xlsx.slice(1).map((row) => row[column]!)
    expect(cells.map(({ text }) => text).sort()).toEqual([...numbers].sort())
    expect(cells.every(({ type }) => type === 'text')).toBe(true)
    const made = await make({ content: 'applications', round: THURSDAY }, more, ADMIN)
    const csv = readCsv(await bytesOf(made, ADMIN))
    const found = csv.slice(1).map((row) => row[csv[0]!.indexOf('证件号码')])
    const whole = numbers.map((number) => (number.endsWith('X') ? number : `'${number}`))
    expect(found.sort()).toEqual(whole.sort())
  })

  test('a cell that a spreadsheet would take for a formula is defused', async () => {
    const [application] = ecard.records('applications')
    await ecard.setRecord('applications', application._id, { email: '=HYPERLINK("http://x")', nameLatin: '@SUM(A1)' })
    const rows = readCsv(await bytesOf(await make({ content: 'applications', round: THURSDAY })))
    const cells = rows.slice(1).flat()
    expect(cells).toContain('\'=HYPERLINK("http://x")')
    expect(cells).toContain("'@SUM(A1)")
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })
})

describe('scans of a period', () => {
  beforeAll(async () => {
    const at = startOf(dayOf(ecard.now)) + 8 * HOUR
    for (let delivery = 0; delivery < 3; delivery += 1) {
      const scans = Array.from({ length: 900 }, (_, n) => ({
        id: (delivery * 1000 + n).toString(16).padStart(32, '0'),
        at, // all of one instant: pages end in the middle of it
        point: 'library',
        verdict: 'admitted',
        serial: delivery * 1000 + n,
        step: null,
        online: false,
      }))
      await ecard.value(GUARD, 'gate', 'record', { scans })
    }
  })

  test('are each there once, though 2,700 were made in one instant', async () => {
    const today = dayOf(ecard.now)
    const made = await make({ content: 'scans', from: today, to: today }, { format: 'xlsx' })
    expect(made).toMatchObject({ total: 2700, written: 2700, files: [{ rows: 2700 }] })
    const rows = readXlsx(await bytesOf(made)).slice(1)
    const serials = rows.map((row) => Number(row[6]?.text))
    expect(new Set(serials).size).toBe(2700)
    expect(rows[0]?.map(({ text }) => text).slice(0, 5)).toEqual([`${today} 08:00`, '图书馆', '放行', '扫码', '否'])
    expect(rows[0]?.[6]?.type).toBe('number')
  })

  test('of another day are not there', async () => {
    const made = await make({ content: 'scans', from: THURSDAY, to: THURSDAY })
    expect(made.files[0].rows).toBe(0)
    expect(readCsv(await bytesOf(made))).toHaveLength(1)
  })
})

describe('who may', () => {
  const cards = { content: 'cards' }
  const period = { from: THURSDAY, to: THURSDAY }

  test.each([
    ['a guard, anything', GUARD, cards, {}, 'not_allowed'],
    ['a reviewer, ID numbers', REVIEWER, cards, { documents: true, reason: '核查身份' }, 'not_allowed'],
    ['a reviewer, the audit log', REVIEWER, { content: 'audit', ...period }, {}, 'not_allowed'],
    ['an admin, ID numbers without a reason', ADMIN, cards, { documents: true }, 'export_reason_missing'],
    [
      'an admin, ID numbers of scans',
      ADMIN,
      { content: 'scans', ...period },
      { documents: true, reason: '核查身份' },
      'not_allowed',
    ],
    [
      'a period that ends before it begins',
      REVIEWER,
      { content: 'scans', from: THURSDAY, to: '2027-03-01' },
      {},
      'export_period_invalid',
    ],
    ['a content that there is not', REVIEWER, { content: 'claims' }, {}, 'bad_request'],
    ['a field too many', REVIEWER, { content: 'cards', round: THURSDAY }, {}, 'bad_request'],
  ])('%s: refused', async (_, by, scope, more, code) => {
    const before = ecard.records('exports').length
    expect((await start(scope, more, by)).code).toBe(code)
    expect(ecard.records('exports')).toHaveLength(before)
  })

  test("a colleague's export is as unknown as none", async () => {
    const made = await make(cards)
    for (const [action, fields] of [
      ['exportFile', { id: made.id, file: 0 }],
      ['runExport', { id: made.id }],
      ['removeExport', { id: made.id }],
      ['exportFile', { id: 'f'.repeat(32), file: 0 }],
    ] as const) {
      expect((await ecard.call(SECOND_REVIEWER, 'office', action, fields)).code).toBe('export_unknown')
    }
    const { exports } = await ecard.value(SECOND_REVIEWER, 'office', 'exports')
    expect(exports).toEqual([])
  })

  test('who is not an administrator any more does not get the ID numbers either', async () => {
    const made = await make(cards, { documents: true, reason: '核查身份' }, ADMIN)
    await ecard.setRecord('staff', ADMIN, { role: 'reviewer' })
    expect((await ecard.call(ADMIN, 'office', 'exportFile', { id: made.id, file: 0 })).code).toBe('export_unknown')
    await ecard.setRecord('staff', ADMIN, { role: 'admin' })
  })
})

test('who, what, why and how many is in the audit log, and every fetching', async () => {
  const made = await make({ content: 'cards' }, { documents: true, reason: '公安机关来函核查' }, ADMIN)
  await bytesOf(made, ADMIN)
  const [started] = auditOf('office.startExport', made.id)
  expect(started).toMatchObject({ by: ADMIN })
  expect(started.details).toEqual({
    content: 'cards',
    format: 'csv',
    documents: 'yes',
    total: 3,
    reason: '公安机关来函核查',
  })
  expect(auditOf('office.exportReady', made.id)[0].details).toEqual({ content: 'cards', documents: 'yes', rows: 3 })
  expect(auditOf('office.exportFile', made.id)[0].details).toEqual({ file: made.files[0].name, documents: 'yes' })
})

describe('the end of the files', () => {
  const gone = async (made: any) => {
    const reply = await ecard.call(REVIEWER, 'office', 'exportFile', { id: made.id, file: 0 })
    return [reply.code, existsSync(stored(made))]
  }

  test('comes by timer an hour after they were made', async () => {
    const made = await make({ content: 'cards' })
    expect(existsSync(stored(made))).toBe(true)
    await ecard.moveTo(ecard.now + HOUR + 11 * MINUTE)
    expect(await gone(made)).toEqual(['export_removed', false])
    expect(ecard.record('exports', made.id).state).toBe('removed')
  })

  test('comes at once when their maker asks for it', async () => {
    const made = await make({ content: 'cards' })
    await ecard.value(REVIEWER, 'office', 'removeExport', { id: made.id })
    expect(await gone(made)).toEqual(['export_removed', false])
    expect(auditOf('office.removeExport', made.id)).toHaveLength(1)
  })

  test('an address ends by itself', async () => {
    const made = await make({ content: 'cards' })
    const { url } = await ecard.value(REVIEWER, 'office', 'exportFile', { id: made.id, file: 0 })
    await ecard.moveTo(ecard.now + 11 * MINUTE)
    expect((await fetch(encodeURI(url))).status).toBe(403)
  })
})

describe('a worker that died', () => {
  test('is followed by the timer when its lease is over, and every row is there once', async () => {
    const { value } = await start({ content: 'cards' })
    const { id } = value.export
    await ecard.setRecord('exports', id, { leaseUntil: ecard.now + MINUTE, writing: 2 })
    const { export: waiting } = await ecard.value(REVIEWER, 'office', 'runExport', { id })
    expect(waiting).toMatchObject({ state: 'running', files: [] })
    await ecard.moveTo(ecard.now + 11 * MINUTE)
    const { exports } = await ecard.value(REVIEWER, 'office', 'exports')
    const made = exports.find((each: any) => each.id === id)
    expect(made).toMatchObject({ state: 'ready', written: 3, files: [{ rows: 3 }] })
    expect(readCsv(await bytesOf(made))).toHaveLength(4)
  })

  test('leaves nothing behind when nobody ever finishes: also a file that was stored but not noted', async () => {
    const { value } = await start({ content: 'cards' })
    const { id } = value.export
    const name = `cards-${dayOf(ecard.now)}.csv`
    ecard.cloud.world.storage.upload(`exports/${id}/${name}`, Buffer.from('half a file'), '')
    await ecard.setRecord('exports', id, { until: ecard.now - 1, leaseUntil: ecard.now + 30 * 24 * HOUR })
    await ecard.cloud.controls.fireTimer('office')
    expect(ecard.record('exports', id).state).toBe('removed')
    expect(existsSync(join(ecard.dataDir, 'files', 'exports', id, name))).toBe(false)
  })

  test('whose lease lapsed while it works, and those who took it over: one file, noted once', async () => {
    const today = dayOf(ecard.now)
    const { value } = await start({ content: 'audit', from: addDays(today, -7), to: today }, {}, ADMIN)
    const { id } = value.export
    const run = () => ecard.call(ADMIN, 'office', 'runExport', { id })
    const lapse = async () => {
      for (let times = 0; times < 60; times += 1) {
        await ecard.setRecord('exports', id, { leaseUntil: 0 })
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    await Promise.all([lapse(), run(), run(), run(), run()])
    const { export: made } = await ecard.value(ADMIN, 'office', 'runExport', { id })
    expect(made).toMatchObject({ state: 'ready', files: [{ rows: made.written }] })
    expect(auditOf('office.exportReady', id)).toHaveLength(1)
  })

  test('two at once make one file', async () => {
    const { value } = await start({ content: 'cards' })
    const { id } = value.export
    await Promise.all([1, 2, 3].map(() => ecard.call(REVIEWER, 'office', 'runExport', { id })))
    const { exports } = await ecard.value(REVIEWER, 'office', 'exports')
    expect(exports.find((each: any) => each.id === id)).toMatchObject({ state: 'ready', written: 3, files: [{}] })
    expect(auditOf('office.exportReady', id)).toHaveLength(1)
  })
})

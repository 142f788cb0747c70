/**
 * An importing afternoon: a reviewer imports the archive with three bad rows, sends the report, imports the corrected file, then
 * the list of people on campus; somebody on it is refused at registration.
 */
import fs from 'node:fs'
import { ALUMNI_HEADERS, alumniRow } from '../cloudfunctions/harness/import'
import { submission } from '../cloudfunctions/harness/office'
import { person } from '../cloudfunctions/harness/people'
import { csv, xlsx } from '../cloudfunctions/harness/spreadsheet'
import { type Browser, openPhone, type Page, startBrowser } from './browser'
import { seen, tap } from './hands'
import { Product } from './product'
import { journey } from './steps'
import { MONDAY } from './week'
import { words } from './words'

jest.setTimeout(180_000)

const REVIEWER = 'o-zhou-min'
const student = person(1)
const { imports: t } = words.zh.staff
let product: Product
let browser: Browser
let phone: Page
const step = journey('import', () => browser)

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
  phone = await openPhone(browser, product, { openid: REVIEWER, page: 'staff/pages/imports/imports' })
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

const rows = Array.from({ length: 2000 }, (_, n) => alumniRow(n))
const damaged = rows.map((row) => [...row])
damaged[10]![2] = '32110219900101001X'
damaged[20]![6] = '去年'
damaged[30]![0] = ''

async function choose(name: string, mimeType: string, buffer: Buffer) {
  await tap(phone, t.choose)
  await phone.locator('.host-album input[type="file"]').setInputFiles({ name, mimeType, buffer })
}

step('a file is chosen from a chat; its columns are told, ID numbers are not', async () => {
  await choose('2012届校友.csv', 'text/csv', Buffer.from(csv([ALUMNI_HEADERS, ...damaged])))
  await seen(phone, t.columnsHeading).waitFor()
  expect(await phone.locator('body').textContent()).not.toContain(String(rows[0]![2]))
})

step('it is imported with a progress bar; three rows are bad and say why', async () => {
  await tap(phone, '导入 2,000 行')
  await seen(phone, t.doneHead).waitFor()
  await seen(phone, '1,997').waitFor()
  await seen(phone, t.reportWords.problems.document_check_digit).waitFor()
  await seen(phone, t.reportWords.problems.cell_year).waitFor()
  await seen(phone, t.reportWords.problems.cell_missing).waitFor()
})

step('the report is a file without a single ID number', async () => {
  const download = phone.waitForEvent('download')
  await tap(phone, t.report)
  const file = await (await download).path()
  const text = fs.readFileSync(file, 'utf8')
  expect(text.trim().split('\r\n')).toHaveLength(4)
  expect(text).toContain('"12","身份证号"')
  expect(text).not.toMatch(/\d{11}/)
})

step('the corrected workbook adds what was missing and says that the rest was there', async () => {
  await tap(phone, t.again)
  await choose('2012届校友.xlsx', 'application/octet-stream', xlsx({ 校友: [ALUMNI_HEADERS, ...rows] }))
  await tap(phone, '导入 2,000 行')
  await seen(phone, t.doneHead).waitFor()
  await seen(phone, '1,997').waitFor()
  const [latest] = (await product.call(REVIEWER, 'archive', { action: 'imports' })).value.imports
  expect(latest.counts).toEqual({ total: 2000, done: 2000, fresh: 3, changed: 0, unchanged: 1997, bad: 0 })
})

step('a picture is no list, in words, with a next step', async () => {
  await tap(phone, t.again)
  await choose('名单.csv', 'text/csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
  const refusal = words.zh.refusals.import_type_unsupported
  await seen(phone, refusal.say).waitFor()
  await seen(phone, refusal.next).waitFor()
})

step('people on campus are imported and asked to use their campus card', async () => {
  await phone.context().close()
  phone = await openPhone(browser, product, { openid: REVIEWER, page: 'staff/pages/imports/imports' })
  await tap(phone, t.kinds.campus)
  await choose(
    '在校生.csv',
    'text/csv',
    Buffer.from(
      csv([
        ['人员类别', '证件号码'],
        ['本科生', student.form.document.number],
      ]),
    ),
  )
  await tap(phone, '导入 1 行')
  await seen(phone, t.doneHead).waitFor()
  const submitted = await product.call(student.openid, 'registration', { action: 'submit', ...submission(student) })
  expect(submitted).toEqual({ ok: false, code: 'campus_identity' })
})

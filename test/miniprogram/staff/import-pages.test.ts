import type { ImportView } from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from './cards'
import { StaffPhone } from './staff-phone'

const { imports: t } = words.zh
const ID = 'a'.repeat(32)

const view = (fields: Partial<ImportView> = {}, counts: Partial<ImportView['counts']> = {}): ImportView => ({
  id: ID,
  kind: 'alumni',
  state: 'waiting',
  name: '2012届校友.xlsx',
  counts: { total: 1200, done: 0, fresh: 0, changed: 0, unchanged: 0, bad: 0, ...counts },
  createdAt: at('2026-11-23T10:00'),
  finishedAt: null,
  by: '周敏',
  failure: '',
  ...fields,
})
const preview = {
  encoding: '',
  sheet: '校友',
  sheets: ['封面', '校友'],
  columns: [
    { header: '姓名', sample: ['张伟', '王芳'] },
    { header: '证件', sample: ['321***********0011'] },
    { header: '', sample: [] },
  ],
  mapping: { nameChinese: 0 },
  missing: [['studentNumber', 'documentNumber', 'entryYear', 'graduationYear']],
  importedAt: null,
}

let phone: StaffPhone
let page: Rendered

beforeEach(() => {
  phone = new StaffPhone().install()
})
afterEach(() => page.detach())

describe('the list', () => {
  const file = { path: 'wxfile://tmp_1.csv', name: '档案.csv', size: 2000 }
  const uploads: string[] = []

  beforeEach(async () => {
    uploads.length = 0
    phone.answers = {
      'archive.imports': ok({ imports: [view({ state: 'done' }, { done: 1200, fresh: 1197, bad: 3 })] }),
      'archive.place': ok({ id: ID, path: `imports/0123456789abcdef/${ID}.csv` }),
    }
    Object.assign((globalThis as any).wx, {
      chooseMessageFile: async () => ({ tempFiles: [file] }),
    })
    ;(globalThis as any).wx.cloud.uploadFile = ({ cloudPath, success }: any) => {
      uploads.push(cloudPath)
      success({ fileID: 'cloud://x' })
    }
    page = await openPage('staff/pages/imports/imports')
    await page.page.onShow?.()
  })

  test('says what was imported, how many rows, and by whom', () => {
    expect(page.text()).toContain('2012届校友.xlsx')
    expect(page.text()).toContain('1,200 行')
    expect(page.text()).toContain('3 行有问题')
    expect(page.text()).toContain('周敏')
  })

  test('a chosen file goes to its place and its own page opens', async () => {
    await page.tap(t.kinds.cards)
    await page.tap(t.choose)
    expect(phone.asked('archive', 'place')[0]?.data).toEqual({ kind: 'cards', name: '档案.csv', type: 'csv' })
    expect(uploads).toEqual([`imports/0123456789abcdef/${ID}.csv`])
    expect(phone.addresses).toContain(`/staff/pages/import/import?id=${ID}`)
  })

  test('a file of another kind and one that is too large are refused before anything is sent', async () => {
    Object.assign(file, { name: '档案.xls' })
    await page.tap(t.choose)
    expect(page.text()).toContain(t.wrongType)
    Object.assign(file, { name: '档案.csv', size: 60 * 1024 * 1024 })
    await page.tap(t.choose)
    expect(page.text()).toContain('50 MB')
    expect(phone.asked('archive', 'place')).toEqual([])
    Object.assign(file, { size: 2000 })
  })
})

describe('one import', () => {
  const open = async (answers: Record<string, unknown>) => {
    phone.answers = answers as never
    page = await openPage('staff/pages/import/import', { id: ID })
  }

  test('cannot start before the columns that must be there are chosen', async () => {
    await open({
      'archive.read': ok({ import: view() }),
      'archive.preview': ok({ import: view(), preview }),
      'archive.start': ok({ import: view({ state: 'running' }) }),
      'archive.run': ok({ import: view({ state: 'done' }, { done: 1200, fresh: 1200 }) }),
    })
    expect(page.text()).toContain('学号 / 证件号码 / 入学年份 / 毕业年份')
    expect(page.page.data.ready).toBe(false)
    const documents = page.page.data.rows.findIndex(({ field }: { field: string }) => field === 'documentNumber')
    // The first picker is that of the sheets.
    await page.send('wx-picker', documents + 1, 'change', { value: '2' })
    expect(page.page.data.ready).toBe(true)
    await page.tap('导入 1,200 行')
    expect(phone.asked('archive', 'start')[0]?.data).toEqual({ id: ID, mapping: { nameChinese: 0, documentNumber: 1 } })
    expect(page.text()).toContain(t.doneHead)
  })

  test('says in words that the same rows changed nothing', async () => {
    await open({ 'archive.read': ok({ import: view({ state: 'done' }, { done: 40, total: 40, unchanged: 40 }) }) })
    expect(page.text()).toContain(t.sameHead)
    expect(page.text()).toContain(t.sameHint)
  })

  test('lists bad rows by row, column and reason, and sends them as a file to a chat', async () => {
    const problems = Array.from({ length: 7 }, (_, n) => ({
      row: n + 2,
      column: '证件',
      problem: 'document_check_digit',
    }))
    await open({
      'archive.read': ok({ import: view({ state: 'done' }, { done: 100, fresh: 93, bad: 7 }) }),
      'archive.problems': ok({ problems, after: null }),
    })
    expect(page.text()).toContain('第 2 行 · 证件')
    expect(page.text()).toContain(t.reportWords.problems.document_check_digit)
    expect(page.text()).toContain('还有 2 处')
    const sent: any[] = []
    const files: string[] = []
    Object.assign((globalThis as any).wx, {
      shareFileMessage: async (what: object) => void sent.push(what),
      getFileSystemManager: () => ({ writeFileSync: (_: string, data: string) => files.push(data) }),
    })
    await page.tap(t.report)
    expect(sent[0].fileName).toBe('导入问题-2012届校友.csv')
    const [text = ''] = files
    expect(text.split('\r\n')).toHaveLength(1 + 7 + 1)
    expect(text).toContain('"8","证件"')
  })

  test('a running one shows its progress and can be stopped after asking', async () => {
    await open({
      'archive.read': ok({ import: view({ state: 'running' }, { done: 300, fresh: 300 }) }),
      'archive.run': refused('busy'),
      'archive.stop': ok({ import: view({ state: 'stopped' }, { done: 300, fresh: 300 }) }),
    })
    expect(page.text()).toContain('300 / 1,200 行')
    expect(page.page.data.view.percent).toBe(25)
    await page.tap(t.stop)
    await page.tap(t.stopConfirm)
    expect(page.text()).toContain(t.stoppedHead)
    expect(page.text()).toContain(t.rowsKept)
  })

  test('a file that cannot be read says what to do', async () => {
    await open({ 'archive.read': ok({ import: view() }), 'archive.preview': refused('import_type_unsupported') })
    expect(page.text()).toContain('只能导入 CSV 和 XLSX 文件')
  })
})

import type { ExportView } from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from './cards'
import { StaffPhone } from './staff-phone'

const { exports: t } = words.zh
const NOW = at('2026-11-19T14:20')
const ID = 'a'.repeat(32)
let phone: StaffPhone
let page: Rendered
let opened: object[]
let sent: object[]

const view = (more: Partial<ExportView> = {}): ExportView => ({
  id: ID,
  scope: { content: 'cards' },
  format: 'xlsx',
  documents: false,
  state: 'ready',
  createdAt: NOW,
  total: 12345,
  written: 12345,
  files: [{ name: 'cards-2026-11-19.xlsx', rows: 12345, bytes: 1_234_567 }],
  until: NOW + 3_600_000,
  ...more,
})

async function open({ role = 'reviewer', list = [] as ExportView[] } = {}) {
  phone.storage.set('staff-role', role)
  phone.answers = {
    'office.me': ok({ staff: { name: '周敏', role, since: NOW } }),
    'office.exports': ok({ now: NOW, exports: list }),
    'office.startExport': ({ scope, format }) =>
      ok({ export: view({ scope, format, state: 'running', written: 0, files: [] }) }),
    'office.runExport': ok({ export: view() }),
    'office.exportFile': ok({ url: 'https://files/cards.xlsx', name: 'cards-2026-11-19.xlsx' }),
    'office.removeExport': ok({ export: view({ state: 'removed' }) }),
    'review.round': ok({
      now: NOW,
      due: null,
      next: null,
      counts: {},
      lastClosed: { day: '2026-11-12', closedAt: NOW, approved: 1, returned: 0, rejected: 0, carriedOver: 0 },
    }),
  }
  page = await openPage('staff/pages/exports/exports')
}

beforeEach(() => {
  phone = new StaffPhone().install()
  opened = []
  sent = []
  Object.assign((globalThis as any).wx, {
    openDocument: async (what: object) => void opened.push(what),
    shareFileMessage: async (what: object) => void sent.push(what),
    showLoading: () => {},
    hideLoading: () => {},
  })
})
afterEach(() => page.detach())

const asked = () => phone.asked('office', 'startExport').map(({ data }) => data)
const tapFile = async (words: string) => {
  await page.tap(words)
  await page.settle()
}

describe('asking', () => {
  test('for the applications of the last round is what the page begins with', async () => {
    await open()
    await page.tap(t.make)
    expect(asked()).toEqual([
      {
        scope: { content: 'applications', round: '2026-11-12' },
        format: 'xlsx',
        documents: false,
        reason: '',
        language: 'zh',
      },
    ])
    expect(page.text()).toContain('cards-2026-11-19.xlsx')
  })

  test('for scans sends the days that were chosen', async () => {
    await open()
    await page.tap(t.contents.scans)
    await page.tap(t.formats.csv)
    for (const [field, value] of [
      ['from', '2026-11-01'],
      ['to', '2026-11-18'],
    ]) {
      page.page.onDay({ currentTarget: { dataset: { field } }, detail: { value } })
    }
    await page.tap(t.make)
    expect(asked()[0]).toMatchObject({
      scope: { content: 'scans', from: '2026-11-01', to: '2026-11-18' },
      format: 'csv',
    })
  })

  test('a refusal is said in words, with its numbers', async () => {
    await open()
    phone.answers['office.startExport'] = refused('export_too_large', { count: 2000000, most: 1000000 })
    await page.tap(t.make)
    expect(page.text()).toContain('2000000 行')
  })
})

describe('ID numbers', () => {
  test('and the audit log are not offered to a reviewer', async () => {
    await open()
    expect(page.text()).not.toContain(t.documents)
    expect(page.text()).not.toContain(t.contents.audit)
  })

  test('need a purpose from an administrator', async () => {
    await open({ role: 'admin' })
    expect(page.text()).toContain(t.contents.audit)
    await page.tap(t.documents)
    await page.tap(t.make)
    expect(page.text()).toContain(t.reasonMissing)
    expect(asked()).toEqual([])
    await page.send('wx-textarea', 0, 'input', { value: '公安机关来函' })
    await page.tap(t.make)
    expect(asked()[0]).toMatchObject({ documents: true, reason: '公安机关来函' })
  })

  test('are not offered for scans, and another content forgets the choice', async () => {
    await open({ role: 'admin' })
    await page.tap(t.documents)
    await page.tap(t.contents.scans)
    expect(page.text()).not.toContain(t.documents)
    await page.tap(t.make)
    expect(asked()[0]).toMatchObject({ documents: false, reason: '' })
  })
})

describe('a file', () => {
  test('says how many rows and how large, and opens in the viewer', async () => {
    await open({ list: [view()] })
    expect(page.text()).toContain('12,345 行，1.2 MB')
    await tapFile(t.open)
    expect(phone.downloads).toEqual(['https://files/cards.xlsx'])
    expect(opened).toEqual([{ filePath: 'wxfile://tmp/1', fileType: 'xlsx', showMenu: true }])
  })

  test('is sent to a chat under its name', async () => {
    await open({ list: [view()] })
    await tapFile(t.send)
    expect(sent).toEqual([{ filePath: 'wxfile://tmp/1', fileName: 'cards-2026-11-19.xlsx' }])
  })

  test('as CSV is not offered to the viewer, which cannot show it', async () => {
    await open({ list: [view({ format: 'csv' })] })
    expect(page.text()).not.toContain(t.open)
    expect(page.text()).toContain(t.send)
  })

  test('that does not come whole is said so, and nothing opens', async () => {
    await open({ list: [view()] })
    phone.downloadStatus = 403
    await tapFile(t.open)
    expect(phone.toasts).toEqual([t.failed])
    expect(opened).toEqual([])
  })

  test('that is gone is refused in words', async () => {
    await open({ list: [view()] })
    phone.answers['office.exportFile'] = refused('export_removed')
    await tapFile(t.open)
    expect(page.text()).toContain('这次导出的文件已经删除')
  })

  test('can be deleted at once', async () => {
    await open({ list: [view()] })
    await page.tap(t.remove)
    expect(page.text()).toContain(t.states.removed)
    expect(page.text()).not.toContain('cards-2026-11-19.xlsx')
  })
})

test('an export that is still running is followed when the page opens', async () => {
  await open({ list: [view({ state: 'running', written: 5000, files: [] })] })
  await page.settle()
  expect(phone.asked('office', 'runExport')).toHaveLength(1)
  expect(page.text()).toContain(t.states.ready)
})

test('with none it says so; without an answer it can be tried again', async () => {
  await open()
  expect(page.text()).toContain(t.none)
  phone.answers['office.exports'] = refused('no_answer')
  page.detach()
  page = await openPage('staff/pages/exports/exports')
  expect(page.text()).toContain('暂时没有收到回应')
  phone.answers['office.exports'] = ok({ now: NOW, exports: [view()] })
  await page.page.load()
  await page.settle()
  expect(page.text()).toContain('cards-2026-11-19.xlsx')
})

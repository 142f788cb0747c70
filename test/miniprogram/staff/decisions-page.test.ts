import { words } from '../../../miniprogram/staff/words'
import { openPage, type Rendered } from '../harness/render'
import { ReviewOffice } from './office'
import { StaffPhone } from './staff-phone'

const { ownDecisions: t, reasons } = words.zh
let phone: StaffPhone
let office: ReviewOffice
let page: Rendered

async function open(count: number) {
  phone = new StaffPhone().install()
  office = new ReviewOffice(count)
  for (const { id } of office.applications) {
    office.decide(id, 1, { kind: 'approve' })
  }
  phone.answers = office.answers()
  page = await openPage('staff/pages/decisions/decisions')
}
afterEach(() => page.detach())

const chosen = () => page.page.data.rows.filter((row: any) => row.chosen).map(({ name }: any) => name)

test('own decisions of today, newest first, with their reasons', async () => {
  await open(2)
  office.decide('app-00000001', 2, { kind: 'return', reason: 'portrait_unclear' })
  await page.page.load()
  await page.settle()
  expect(page.page.data.rows.map(({ name }: any) => name)).toEqual(['张2', '张1'])
  expect(page.text()).toContain(reasons.portrait_unclear)
  expect(page.text()).toContain('今天共 2 个决定')
})

test('the last ten are chosen with one tap, and undone after a question', async () => {
  await open(12)
  await page.tap(t.chooseLast)
  expect(chosen()).toHaveLength(10)
  await page.tap('撤销选中的 10 个')
  expect(phone.asked('review', 'undoSeveral')).toEqual([])
  await page.tap(t.askYes)
  expect(office.counts()).toMatchObject({ undecided: 10, approve: 2 })
  expect(phone.toasts).toEqual(['已撤销 10 个'])
  expect(page.page.data.rows).toHaveLength(2)
})

test('single ones are chosen and left again; not now undoes nothing', async () => {
  await open(2)
  const choose = (id: string) => page.page.onChoose({ currentTarget: { dataset: { id } } })
  choose('app-00000001')
  choose('app-00000002')
  choose('app-00000001')
  await page.settle()
  expect(chosen()).toEqual(['张2'])
  await page.tap('撤销选中的 1 个')
  await page.tap(t.notNow)
  expect(phone.asked('review', 'undoSeveral')).toEqual([])
})

test('what a colleague changed meanwhile is named', async () => {
  await open(2)
  await page.tap(t.chooseLast)
  office.decide('app-00000001', 2, { kind: 'reject', reason: 'forged' })
  await page.page.onConfirm()
  await page.settle()
  expect(phone.toasts).toEqual(['已撤销 1 个，另有 1 个已被同事改过'])
})

test('after the round was closed nothing can be chosen', async () => {
  await open(1)
  office.one('app-00000001').stage = 'approved'
  await page.page.load()
  await page.settle()
  expect(page.text()).not.toContain(t.chooseLast)
  expect(page.page.data.rows[0].undoable).toBe(false)
})

test('none yet, and no network, are said in words', async () => {
  await open(0)
  expect(page.text()).toContain(t.none)
  phone.online = false
  await page.page.load()
  await page.settle()
  expect(page.text()).toContain('手机没有连接网络')
})

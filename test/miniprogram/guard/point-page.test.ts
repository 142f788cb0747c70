import { university } from '../../../domain/university'
import { words } from '../../../miniprogram/guard/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { GuardPhone } from './guard-phone'
import { DAY, officeOf, opened as openedWith, whole } from './lists'

const { point: t } = words.zh
const SCAN = '/guard/pages/scan/scan'

let phone: GuardPhone
let page: Rendered

const points = [...university.points]
const opened = () => ok(openedWith(Date.now(), { points, update: whole({ sequence: 1, issued: Date.now() }) }))

beforeEach(() => {
  phone = new GuardPhone().install()
  phone.answers = { 'gate.open': opened }
})
afterEach(() => {
  page.page.onUnload()
  page.detach()
})

test('lists the points by kind, with hours, and starts a shift at the chosen one', async () => {
  page = await openPage('guard/pages/point/point')
  expect(page.page.data.groups.map(({ label }: { label: string }) => label)).toEqual([
    '校门',
    '食堂',
    '图书馆',
    '校园巴士',
  ])
  expect(page.text()).toContain('06:00–22:30')
  expect(page.text()).toContain(t.alumniOnly)
  await page.tap('北大门')
  await page.tap('在北大门开始值班')
  expect(phone.addresses).toEqual([SCAN])
  expect(phone.storage.get('guard.shift')).toMatchObject({ point: 'gate-north', count: 0 })
})

test('stores what the office gave, so that the page opens without network', async () => {
  page = await openPage('guard/pages/point/point')
  page.page.onUnload()
  phone.online = false
  page = await openPage('guard/pages/point/point')
  expect(page.text()).toContain('东大门')
  expect(page.text()).toContain(t.storedOffline)
  await page.tap('东大门')
  await page.tap('在东大门开始值班')
  expect(phone.addresses).toEqual([SCAN])
})

test('names the list that it holds, and stores the one that comes', async () => {
  phone.storage.set('guard.office', officeOf(Date.now(), { points }))
  phone.storage.set('guard.list', whole({ sequence: 1, issued: Date.now() }))
  phone.answers['gate.open'] = () =>
    ok(openedWith(Date.now(), { points, update: whole({ sequence: 2, issued: Date.now() }) }))
  page = await openPage('guard/pages/point/point')
  expect(phone.asked('gate', 'open').map(({ data }) => data)).toEqual([{ sequence: 1 }])
  expect(phone.storage.get('guard.list.highest')).toBe(2)
})

test('a phone that was never connected says so, and tries again', async () => {
  phone.online = false
  page = await openPage('guard/pages/point/point')
  expect(page.text()).toContain('手机没有连接网络')
  phone.online = true
  await page.page.load()
  await page.settle()
  expect(page.text()).toContain('东大门')
})

test('somebody who is no guard is told so', async () => {
  phone.answers['gate.open'] = refused('not_allowed')
  page = await openPage('guard/pages/point/point')
  expect(page.text()).toContain('您的身份不能进行这项操作')
})

test('starting without a choice does nothing', async () => {
  page = await openPage('guard/pages/point/point')
  await page.tap(t.start)
  expect(phone.addresses).toEqual([])
})

describe('a shift that is running', () => {
  beforeEach(() => {
    phone.storage.set('guard.office', officeOf(Date.now(), { points }))
    phone.storage.set('guard.shift', { point: 'library', startedAt: Date.now(), count: 3, recent: [] })
  })

  test('goes straight to the scanner', async () => {
    page = await openPage('guard/pages/point/point')
    expect(phone.addresses).toEqual([SCAN])
  })

  test('can be changed: the last point is chosen and marked', async () => {
    page = await openPage('guard/pages/point/point', { change: '1' })
    expect(phone.addresses).toEqual([])
    expect(page.text()).toContain('在图书馆开始值班')
    expect(page.text()).toContain(t.last)
  })

  test('that began yesterday asks again', async () => {
    phone.storage.set('guard.shift', { point: 'library', startedAt: Date.now() - DAY, count: 3, recent: [] })
    page = await openPage('guard/pages/point/point')
    expect(phone.addresses).toEqual([])
  })
})

test.each([
  ['a list older than policy', 3, '停用名单已有 3 天没有更新'],
  ['no list', null, t.noList],
] as const)('%s is a warning before the shift', async (_, days, sentence) => {
  phone.storage.set('guard.office', officeOf(Date.now() - DAY, { points }))
  if (days !== null) {
    phone.storage.set('guard.list', whole({ sequence: 1, issued: Date.now() - days * DAY }))
  }
  phone.online = false
  page = await openPage('guard/pages/point/point')
  expect(page.text()).toContain(sentence)
  expect(page.page.data.noteWarns).toBe(true)
})

test('every melody can be heard beforehand', async () => {
  page = await openPage('guard/pages/point/point')
  for (const melody of Object.values(words.zh.sounds)) {
    await page.tap(melody)
  }
  expect(phone.played.map((file) => file.match(/gate-(\w+)/)?.[1])).toEqual([
    'admitted',
    'unconfirmed',
    'question',
    'refused',
    'alarm',
  ])
})

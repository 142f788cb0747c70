/** The library page: a link copied and counted down, one that has run out, a clipboard that refuses, and every way on. */
import { ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered } from '../../harness/render'
import { tuesday } from '../../harness/samples'

const PAGE = 'alumni/pages/library/library'
const URL = 'https://door.library.example/?ticket=a.b.c'
let phone: Phone
let page: Rendered
let clock: number
let clipboard: string[]

beforeEach(async () => {
  clock = tuesday
  jest.spyOn(Date, 'now').mockImplementation(() => clock)
  phone = new Phone().install()
  phone.answers = { 'library.open': () => ok({ now: clock, url: URL, expires: clock + 120_000 }) }
  clipboard = []
  const { wx } = globalThis as any
  wx.setClipboardData = async ({ data }: { data: string }) => void clipboard.push(data)
  page = await openPage(PAGE)
})
afterEach(() => {
  page.page.onUnload()
  page.detach()
  jest.restoreAllMocks()
})

test('one tap copies the link, says what to do with it and for how long', async () => {
  await page.tap('中国知网')
  expect(phone.asked('library', 'open').map(({ data }) => data)).toEqual([{ resource: 'cnki' }])
  expect(clipboard).toEqual([URL])
  expect(page.text()).toContain('中国知网：链接已复制')
  expect(page.text()).toContain('还有 120 秒有效')
  expect(page.text()).toContain('打开手机浏览器')
  clock += 30_000
  page.page.tick()
  expect(page.text()).toContain('还有 90 秒有效')
})

test('a link that has run out is replaced by one tap', async () => {
  await page.tap('IEEE Xplore')
  clock += 121_000
  page.page.tick()
  expect(page.text()).toContain('链接已失效')
  expect(page.text()).not.toContain('再复制一次')
  await page.tap('重新获取')
  expect(phone.asked('library', 'open').map(({ data }) => data.resource)).toEqual(['ieee-xplore', 'ieee-xplore'])
  expect(page.text()).toContain('还有 120 秒有效')
})

test('a clipboard that refuses loses nothing: the button copies', async () => {
  const { wx } = globalThis as any
  const works = wx.setClipboardData
  wx.setClipboardData = () => Promise.reject(new Error('setClipboardData:fail'))
  await page.tap('中国知网')
  expect(page.text()).toContain('没能自动复制')
  expect(page.text()).not.toContain('链接已复制')
  wx.setClipboardData = works
  await page.tap('再复制一次')
  expect(clipboard).toEqual([URL])
  expect(page.text()).toContain('链接已复制')
})

test('tapping again while a link is on its way asks once', async () => {
  let answer: (reply: any) => void = () => {}
  phone.answers['library.open'] = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  await page.tap('中国知网')
  await page.tap('万方数据')
  expect(page.text()).toContain('正在获取链接')
  answer(ok({ now: clock, url: URL, expires: clock + 120_000 }))
  await page.settle()
  expect(phone.asked('library', 'open')).toHaveLength(1)
})

test.each([
  ['card_none', '激活校友卡', '/alumni/pages/activate/activate'],
  ['reader_suspended', '联系我们', '/alumni/pages/help/help'],
  ['reader_revoked', '联系我们', '/alumni/pages/help/help'],
  ['reader_expired', '续期', '/alumni/pages/renew/renew'],
])('%s leads on', async (code, action, address) => {
  phone.answers['library.open'] = () => refused(code)
  await page.tap('中国知网')
  await page.tap(action)
  expect(phone.addresses).toEqual([address])
  expect(clipboard).toEqual([])
})

test('the day’s limit names the day from which it goes on; offline says so', async () => {
  phone.answers['library.open'] = () => refused('library_limit', { from: '2026-11-25' })
  await page.tap('中国知网')
  expect(page.text()).toContain('11月25日')
  phone.online = false
  phone.answers = {}
  await page.tap('中国知网')
  expect(page.text()).toContain('手机没有连接网络')
})

test('the language can change while a link is there', async () => {
  await page.tap('万方数据')
  page.page.setData({ language: 'en' })
  await page.settle()
  expect(page.page.data.resources[1].name).toBe('Wanfang Data')
})

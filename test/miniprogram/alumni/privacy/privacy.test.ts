/** The page about one's own data: who looked, deleting after a question and a proof, taking it back. */
import type { PrivacyOverview } from '../../../../domain/privacy/api'
import { ok, Phone, refused } from '../../harness/phone'
import { openPage } from '../../harness/render'
import { at, tuesday } from '../../harness/samples'

const PAGE = 'alumni/pages/privacy/privacy'
let phone: Phone

const overview = (changed: Partial<PrivacyOverview> = {}) =>
  ok({
    now: tuesday,
    held: true,
    cardNumber: '8123456786',
    phoneMasked: '+86 ··· 5678',
    views: [
      { at: at('2026-11-20T10:00'), role: 'admin', why: 'export' },
      { at: at('2026-11-19T15:00'), role: 'reviewer' },
    ],
    consents: [{ privacy: '2026-11', document: '2026-11', at: at('2026-11-17T20:00') }],
    copies: [],
    deletion: null,
    shredDays: 30,
    deletionDays: 3,
    ...changed,
  })

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.answers = { 'privacy.overview': overview() }
})
afterEach(() => jest.restoreAllMocks())

test('who looked, when, in which role and why; how long what is kept; what was agreed to', async () => {
  const page = await openPage(PAGE)
  for (const words of [
    '管理员',
    '导出了含证件号码的表格',
    '审核员',
    '审核时查看完整号码',
    '30 天后销毁',
    '版本 2026-11',
  ]) {
    expect(page.text()).toContain(words)
  }
  expect(page.page.data.view.views.map(({ why }: { why: string }) => why)).toEqual([
    '导出了含证件号码的表格',
    '审核时查看完整号码',
  ])
})

test('nobody looked; nothing is held; no answer', async () => {
  phone.answers['privacy.overview'] = overview({ views: [] })
  expect((await openPage(PAGE)).text()).toContain('还没有人查看过完整号码')
  phone.answers['privacy.overview'] = overview({ held: false })
  const empty = await openPage(PAGE)
  expect(empty.text()).toContain('这个微信号下没有您的个人信息')
  expect(empty.text()).not.toContain('删除我的个人信息')
  expect(empty.text()).toContain('从首页开始')
  empty.page.onStart()
  expect(phone.addresses).toEqual(['/pages/home/home'])
  phone.answers['privacy.overview'] = refused('busy')
  expect((await openPage(PAGE)).text()).toContain('稍等片刻')
})

test('deleting says first what will happen, and asks for the phone', async () => {
  const page = await openPage(PAGE)
  await page.tap('删除我的个人信息')
  expect(page.page.data.asking).toBe(true)
  expect(page.page.data.view.points[0]).toContain('8123 456 786')
  expect(page.page.data.view.wait).toContain('3 天以后')
  expect(phone.asked('privacy', 'askDeletion')).toHaveLength(0)
  await page.page.onWechatPhone({ detail: {} })
  expect(page.page.data.declined).toBe(true)
  phone.answers['privacy.askDeletion'] = ok({ due: at('2026-11-27T09:00') })
  phone.answers['privacy.overview'] = overview({ deletion: { due: at('2026-11-27T09:00'), canKeep: true } })
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(phone.asked('privacy', 'askDeletion')).toMatchObject([
    { data: { proof: { kind: 'wechat_phone', code: 'one-tap' } } },
  ])
  expect(page.page.data.asking).toBe(false)
  expect(page.text()).toContain('您的个人信息将在')
  expect(page.text()).not.toContain('删除我的个人信息')
})

test('by SMS: a wrong code says so and what to do, and is typed again', async () => {
  phone.answers['privacy.sendCode'] = ok({ expiresAt: tuesday })
  phone.answers['privacy.askDeletion'] = refused('proof_not_matched')
  const page = await openPage(PAGE)
  await page.tap('删除我的个人信息')
  await page.page.onSendCode()
  expect(page.page.data.bySms).toBe(true)
  page.page.onCode({ detail: { value: '12a34' } })
  await page.page.onConfirm()
  expect(phone.asked('privacy', 'askDeletion')).toHaveLength(0)
  page.page.onCode({ detail: { value: '123456' } })
  await page.page.onConfirm()
  await page.settle()
  expect(page.page.data).toMatchObject({ asked: 'proof_not_matched', code: '', asking: true })
})

test('taken back, it says so and the card stays; too late says that, too', async () => {
  phone.answers['privacy.overview'] = overview({ deletion: { due: at('2026-11-27T09:00'), canKeep: true } })
  phone.answers['privacy.keepData'] = refused('deletion_begun')
  const page = await openPage(PAGE)
  await page.tap('收回，不删除')
  await page.settle()
  expect(page.text()).toContain('删除已经开始')
  phone.answers['privacy.keepData'] = ok(null)
  phone.answers['privacy.overview'] = overview()
  await page.tap('收回，不删除')
  await page.settle()
  expect(page.text()).toContain('已收回')
  expect(page.text()).toContain('删除我的个人信息')
})

test('a person without a card is not told that one ends; a policy of no days says "at once"', async () => {
  phone.answers['privacy.overview'] = overview({ cardNumber: null, deletionDays: 0 })
  const page = await openPage(PAGE)
  expect(page.page.data.view.points[0]).toContain('撤回')
  expect(page.page.data.view.wait).toContain('马上开始')
})

const files = [
  { kind: 'workbook', name: '我的校友卡信息.xlsx', url: 'https://files/a' },
  { kind: 'data', name: '我的校友卡信息.json', url: 'https://files/b' },
  { kind: 'portrait', name: 'portrait.jpg', url: 'https://files/c' },
]

test('a copy: proof first, then its files, opened on the phone or sent to a chat', async () => {
  const done: object[] = []
  Object.assign(globalThis.wx, {
    openDocument: async (what: object) => void done.push(what),
    shareFileMessage: async (what: object) => void done.push(what),
    previewImage: async (what: object) => void done.push(what),
  })
  phone.answers['privacy.overview'] = overview({ copies: [at('2026-11-20T10:00')] })
  phone.answers['privacy.takeCopy'] = ok({ files, until: tuesday })
  const page = await openPage(PAGE)
  expect(page.text()).toContain('已取过')
  await page.tap('取一份')
  expect(phone.asked('privacy', 'takeCopy')).toHaveLength(0)
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(phone.asked('privacy', 'takeCopy')).toMatchObject([{ data: { proof: { code: 'one-tap' }, language: 'zh' } }])
  expect(page.page.data).toMatchObject({ asking: true, files })
  for (const dataset of [{ index: 0 }, { index: 1, send: '1' }, { index: 2 }]) {
    await page.page.onFile({ currentTarget: { dataset } })
  }
  expect(done).toMatchObject([{ fileType: 'xlsx' }, { fileName: '我的校友卡信息.json' }, { urls: ['https://files/c'] }])
})

test('too many copies today: says so, and when the next can be taken', async () => {
  phone.answers['privacy.takeCopy'] = refused('too_many_copies', { from: '2026-11-25' })
  const page = await openPage(PAGE)
  await page.tap('取一份')
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(page.page.data).toMatchObject({ asked: 'too_many_copies', details: { from: '2026-11-25' }, asking: true })
})

test('no longer agreeing is deleting, and says so first', async () => {
  const page = await openPage(PAGE)
  await page.tap('不再同意')
  expect(page.page.data).toMatchObject({ asking: true, purpose: 'withdraw' })
  expect(page.page.data.t.withdrawText).toContain('等于删除')
  phone.answers['privacy.askDeletion'] = ok({ due: at('2026-11-27T09:00') })
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(phone.asked('privacy', 'askDeletion')).toHaveLength(1)
})

/** The timeline page: progress, withdrawing after a question, and staying useful when the line breaks. */
import { ok, Phone, refused } from '../../harness/phone'
import { openPage } from '../../harness/render'
import { application, approved, card, credential, returned, status, tuesday } from '../../harness/samples'

const PAGE = 'alumni/pages/timeline/timeline'
let phone: Phone

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.answers = { 'registration.status': ok(status({ application: application() })) }
})
afterEach(() => jest.restoreAllMocks())

test('a submitted application shows its way and its masked document', async () => {
  const page = await openPage(PAGE)
  expect(page.text()).toContain('已提交，等待审核')
  expect(page.text()).toContain('321***********0011')
  expect(page.text()).toContain('还没有人查看过完整号码')
})

test('withdrawing asks first', async () => {
  phone.answers['registration.withdraw'] = ok({ application: application({ stage: 'withdrawn', canWithdraw: false }) })
  const page = await openPage(PAGE)
  await page.tap('撤回申请')
  expect(phone.asked('registration', 'withdraw')).toHaveLength(0)
  page.page.onKeep()
  await page.settle()
  expect(page.page.data.asking).toBe(false)
  await page.tap('撤回申请')
  await page.page.onWithdrawYes()
  await page.settle()
  expect(phone.asked('registration', 'withdraw')).toHaveLength(1)
  expect(page.text()).toContain('申请已撤回')
  expect(page.text()).toContain('重新登记')
})

test('withdrawing too late says so', async () => {
  phone.answers['registration.withdraw'] = refused('cannot_withdraw')
  const page = await openPage(PAGE)
  await page.page.onWithdrawYes()
  await page.settle()
  expect(page.text()).toContain('申请已经审核，不能再撤回')
})

test('a returned application shows the note and opens the form to amend', async () => {
  phone.answers['registration.status'] = ok(status({ application: returned }))
  const page = await openPage(PAGE)
  expect(page.text()).toContain('请正面拍摄')
  await page.tap('修改并重新提交')
  expect(phone.addresses).toEqual(['/alumni/pages/form/form?amend=1'])
})

test('a card that this account has no more is not offered for activation', async () => {
  phone.answers['registration.status'] = ok(status({ application: approved, cardNumber: null }))
  const page = await openPage(PAGE)
  expect(page.text()).toContain('现在不在这个微信号上')
  expect(page.text()).not.toContain('激活校友卡')
  await page.tap('联系我们')
  expect(phone.addresses).toEqual(['/alumni/pages/help/help'])
})

test('an active card is shown as the end of the way', async () => {
  phone.answers['registration.status'] = ok(status({ application: approved, cardNumber: card.number }))
  phone.storage.set('card', { card, credential })
  const page = await openPage(PAGE)
  expect(page.text()).toContain('已在使用')
  await page.tap('出示校友卡')
  expect(phone.addresses).toEqual(['/pages/card/card'])
})

test('without an application it says so and leads to the home page, which knows where to begin', async () => {
  phone.answers['registration.status'] = ok(status())
  const page = await openPage(PAGE)
  expect(page.text()).toContain('您还没有申请')
  await page.tap('从首页开始')
  expect(phone.addresses).toEqual(['/pages/home/home'])
})

test('a broken line leaves what is on the screen; a first visit can be tried again', async () => {
  const page = await openPage(PAGE)
  phone.online = false
  await page.page.onShow()
  await page.settle()
  expect(page.text()).toContain('已提交，等待审核')
  expect(page.text()).toContain('手机没有连接网络')

  const first = await openPage(PAGE)
  expect(first.text()).toContain('手机没有连接网络')
  phone.online = true
  await first.tap('重试')
  expect(first.text()).toContain('已提交，等待审核')
})

test("while there is no active card the visitor's way is one tap away", async () => {
  const page = await openPage(PAGE)
  await page.tap('预约访客入校')
  expect(phone.addresses).toEqual(['/alumni/pages/visit/visit'])
  phone.answers['registration.status'] = ok(status({ application: approved, cardNumber: card.number }))
  phone.storage.set('card', { card, credential })
  expect((await openPage(PAGE)).text()).not.toContain('预约访客入校')
})

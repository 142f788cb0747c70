/** Activation: document, proof of the phone, every refusal with its next step, and a card that is kept afterwards. */
import { secondsToWait } from '../../../../miniprogram/alumni/proving/cooldown'
import { ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered } from '../../harness/render'
import { card, credential, tuesday } from '../../harness/samples'

const PAGE = 'alumni/pages/activate/activate'
const NUMBER = '321102199001010011'
const shown = { now: tuesday, card, credential }
let phone: Phone
let page: Rendered

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.answers = {
    'activation.sendCode': ok({ expiresAt: tuesday + 600_000 }),
    'activation.activate': ok(shown),
  }
})
afterEach(() => {
  page.page.onUnload()
  jest.restoreAllMocks()
})

async function openProof() {
  page = await openPage(PAGE)
  await page.type(0, NUMBER)
  await page.tap('下一步')
}

test('a wrong document is explained before anything is asked of the server', async () => {
  page = await openPage(PAGE)
  await page.tap('下一步')
  expect(page.text()).toContain('请填写这一项')
  await page.type(0, '321102199001010012')
  expect(page.text()).toContain('有一位数字不对')
  expect(phone.calls).toEqual([])
})

test('one tap proves the phone and makes the card this phone’s', async () => {
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  const asked = phone.asked('activation', 'activate')[0]?.data
  expect(asked).toEqual({
    document: { type: 'resident_id', country: 'CHN', number: NUMBER },
    proof: { kind: 'wechat_phone', code: 'one-tap' },
    devicePublicKey: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(page.text()).toContain('激活成功')
  expect(page.text()).toContain('8123 456 786')
  expect(phone.storage.get('card')).toEqual({ card, credential })
  await page.tap('出示校友卡')
  expect(phone.addresses).toEqual(['/pages/card/card'])
  // Two years on a reminder may come by WeChat.
  expect(phone.noticesAsked).toEqual([['renewal-due']])
})

test('neither the ID number nor the key leaves traces on the phone', async () => {
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(JSON.stringify([...phone.storage.entries()])).not.toContain(NUMBER)
  expect(page.page.data.document.number).toBe('')
  expect(JSON.stringify(phone.calls)).not.toContain(String(phone.storage.get('device-key')))
})

test('a code by SMS proves the phone as well', async () => {
  await openProof()
  await page.tap('改用短信验证码')
  expect(page.text()).toContain('验证码已发到登记的手机号')
  await page.type(0, '12a34 56')
  await page.tap('激活')
  expect(phone.asked('activation', 'activate')[0]?.data.proof).toEqual({ kind: 'sms_code', code: '123456' })
  expect(page.text()).toContain('激活成功')
})

test('an unfinished code is not sent', async () => {
  await openProof()
  await page.tap('改用短信验证码')
  await page.type(0, '12345')
  await page.page.onConfirm()
  expect(phone.asked('activation', 'activate')).toHaveLength(0)
})

test('another code can be asked for after a minute, not before', async () => {
  await openProof()
  await page.tap('改用短信验证码')
  await page.page.onSendCode()
  expect(phone.asked('activation', 'sendCode')).toHaveLength(1)
  expect(secondsToWait(tuesday, tuesday + 30_000)).toBe(30)
  expect(secondsToWait(tuesday, tuesday + 60_000)).toBe(0)
  expect(secondsToWait(null, tuesday)).toBe(0)
})

test('declining the phone number leaves both ways open', async () => {
  await openProof()
  await page.page.onWechatPhone({ detail: {} })
  await page.settle()
  expect(page.text()).toContain('没有得到授权')
  expect(phone.calls).toEqual([])
})

test.each([
  ['activation_not_matched', '用这个证件登记', '/alumni/pages/form/form'],
  ['too_many_attempts', '联系我们', '/alumni/pages/help/help'],
  ['card_suspended', '联系我们', '/alumni/pages/help/help'],
  ['card_revoked', '联系我们', '/alumni/pages/help/help'],
  ['card_expired', '去续期', '/alumni/pages/renew/renew'],
  ['account_has_other_card', '联系我们', '/alumni/pages/help/help'],
  ['activation_too_early', '回到首页', '/pages/home/home'],
])('%s says what to do and leads there', async (code, button, address) => {
  phone.answers['activation.activate'] = refused(code, { from: '2026-11-25' })
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(page.text()).not.toMatch(/\{\w+\}/)
  await page.tap(button)
  expect(phone.addresses).toEqual([address])
  expect(phone.storage.has('card')).toBe(false)
})

test('too early says from when', async () => {
  phone.answers['activation.activate'] = refused('activation_too_early', { from: '2026-11-25' })
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(page.text()).toContain('11月25日（星期三）零点起可以激活')
})

test('a refused code is cleared so that the next one can be typed', async () => {
  phone.answers['activation.activate'] = refused('activation_not_matched')
  await openProof()
  await page.tap('改用短信验证码')
  await page.type(0, '123456')
  await page.tap('激活')
  expect(page.page.data.code).toBe('')
})

test('when the answer is lost but the card was bound, the card is there', async () => {
  phone.answers['activation.activate'] = () => {
    throw new Error('cut')
  }
  phone.answers['card.show'] = ok(shown)
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(page.text()).toContain('激活成功')
})

test('when the answer is lost and nothing was bound, it can be tried again', async () => {
  phone.answers['activation.activate'] = () => {
    throw new Error('cut')
  }
  phone.answers['card.show'] = refused('card_none')
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(page.text()).toContain('暂时没有收到回应')
})

test('the same phone keeps its key when it activates again', async () => {
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one' } })
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'two' } })
  const [first, second] = phone.asked('activation', 'activate').map((call) => call.data.devicePublicKey)
  expect(first).toBe(second)
})

test('a phone that cannot make a key asks nothing of the server', async () => {
  ;(globalThis as any).wx.getRandomValues = async () => {
    throw new Error('getRandomValues:fail')
  }
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(page.text()).toContain('手机没能生成密钥')
  expect(phone.asked('activation', 'activate')).toHaveLength(0)
})

test('no card found: one tap leads to the form and carries the document there, in no storage', async () => {
  phone.answers['activation.activate'] = refused('activation_not_matched')
  await openProof()
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
  expect(page.text()).toContain('核实以后沿用原来的卡号')
  await page.tap('用这个证件登记')
  expect(phone.addresses).toEqual(['/alumni/pages/form/form'])
  expect(JSON.stringify([...phone.storage.entries()])).not.toContain(NUMBER)
  const { takeCarried } = require('../../../../miniprogram/alumni/carried')
  expect(takeCarried()).toEqual({ type: 'resident_id', country: 'CHN', number: NUMBER })
  expect(takeCarried()).toBeNull()
})

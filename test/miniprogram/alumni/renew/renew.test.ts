/** Renewal: one proof, the longer card in the wallet, every refusal with its next step, an answer that was lost. */
import { ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered } from '../../harness/render'
import { card, credential, tuesday } from '../../harness/samples'

const PAGE = 'alumni/pages/renew/renew'
const NUMBER = '321102199001010011'
const before = { ...card, validUntil: '2026-11-01', renewableFrom: '2026-09-02' }
const shown = { now: tuesday, card: { ...card, validUntil: '2028-11-23' }, credential }
let phone: Phone
let page: Rendered

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.storage.set('card', { card: before, credential: null })
  phone.answers = {
    'activation.sendCode': ok({ expiresAt: tuesday + 600_000 }),
    'renewal.renew': ok(shown),
  }
})
afterEach(() => {
  page.page.onUnload()
  jest.restoreAllMocks()
})

async function prove() {
  page = await openPage(PAGE)
  await page.type(0, NUMBER)
  await page.tap('下一步')
  await page.page.onWechatPhone({ detail: { code: 'one-tap' } })
  await page.settle()
}

const cut = () => {
  throw new Error('cut')
}

test('one tap proves the phone; the longer card is kept, the ID number is not', async () => {
  await prove()
  expect(phone.asked('renewal', 'renew')[0]?.data).toEqual({
    document: { type: 'resident_id', country: 'CHN', number: NUMBER },
    proof: { kind: 'wechat_phone', code: 'one-tap' },
    devicePublicKey: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(page.text()).toContain('续期成功')
  expect(page.text()).toContain('2028年11月23日')
  expect(phone.storage.get('card')).toEqual({ card: shown.card, credential })
  expect(JSON.stringify([...phone.storage.entries()])).not.toContain(NUMBER)
  await page.tap('出示校友卡')
  expect(phone.addresses).toEqual(['/pages/card/card'])
})

test('the last tap asks for one reminder by WeChat, and leads to the card whatever the answer', async () => {
  phone.answers['notifications.agree'] = ok({})
  await prove()
  await page.page.onShowCard()
  expect(phone.noticesAsked).toEqual([['renewal-due']])
  expect(phone.asked('notifications', 'agree')[0]?.data).toEqual({ templates: ['renewal_due'] })
  phone.notices = 'reject'
  await prove()
  await Promise.all([page.page.onShowCard(), page.page.onShowCard()])
  expect(phone.noticesAsked).toHaveLength(2)
  expect(phone.asked('notifications', 'agree')).toHaveLength(1)
  expect(phone.addresses).toEqual(['/pages/card/card', '/pages/card/card'])
})

test('a code by SMS proves the phone as well', async () => {
  page = await openPage(PAGE)
  await page.type(0, NUMBER)
  await page.tap('下一步')
  await page.tap('改用短信验证码')
  await page.type(0, '123456')
  await page.tap('续期')
  expect(phone.asked('renewal', 'renew')[0]?.data.proof).toEqual({ kind: 'sms_code', code: '123456' })
  expect(page.text()).toContain('续期成功')
})

test.each([
  ['activation_not_matched', '联系我们', '/alumni/pages/help/help'],
  ['too_many_attempts', '联系我们', '/alumni/pages/help/help'],
  ['card_suspended', '联系我们', '/alumni/pages/help/help'],
  ['card_revoked', '联系我们', '/alumni/pages/help/help'],
  ['account_has_other_card', '联系我们', '/alumni/pages/help/help'],
  ['renewal_not_activated', '去激活', '/alumni/pages/activate/activate'],
  ['renewal_too_early', '出示校友卡', '/pages/card/card'],
])('%s says what to do and leads there', async (code, button, address) => {
  phone.answers['renewal.renew'] = refused(code, { from: '2026-11-25' })
  await prove()
  expect(page.text()).not.toMatch(/\{\w+\}/)
  await page.tap(button)
  expect(phone.addresses).toEqual([address])
  expect(phone.storage.get('card')).toMatchObject({ card: before })
})

test('when the answer is lost but the card became longer, it is renewed', async () => {
  phone.answers['renewal.renew'] = cut
  phone.answers['card.show'] = ok(shown)
  await prove()
  expect(page.text()).toContain('续期成功')
})

test('when the answer is lost and the card is as it was, it can be tried again', async () => {
  phone.answers['renewal.renew'] = cut
  phone.answers['card.show'] = ok({ now: tuesday, card: before, credential: null })
  await prove()
  expect(page.text()).not.toContain('续期成功')
  expect(page.page.data).toMatchObject({ phase: 'proof', working: false })
})

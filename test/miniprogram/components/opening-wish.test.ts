/** "Tell me when registration opens": WeChat's question, a text message instead, and a change of mind. */
import { ok, Phone, refused } from '../harness/phone'
import { type Rendered, render } from '../harness/render'

let phone: Phone
let wish: Rendered
const view = (changed: object = {}) => ({ since: 1, byWechat: true, phoneMasked: '', ...changed })
const sent = () => phone.asked('notifications', 'wish').map(({ data }) => data)

async function open(waiting: object | null = null) {
  phone = new Phone().install()
  phone.answers = {
    'notifications.readWish': ok({ wish: waiting }),
    'notifications.wish': ({ agreed }) =>
      ok({ wish: agreed ? view() : view({ byWechat: false, phoneMasked: '+86 ··· 5678' }) }),
    'notifications.dropWish': ok({}),
  }
  wish = render('components/opening-wish/opening-wish')
  await wish.settle()
}
afterEach(() => wish.detach())

test('allowed in WeChat: one tap, and it says how the person will hear', async () => {
  await open()
  await wish.tap('开放后通知我')
  expect(phone.noticesAsked).toEqual([['registration-open']])
  expect(sent()).toEqual([{ agreed: true, phone: '', language: 'zh' }])
  expect(wish.text()).toContain('通过微信服务通知')
})

test('the number in the draft is left as the second way', async () => {
  await open()
  phone.storage.set('draft', { form: { phone: '+8613812345678' }, step: 0, amends: '' })
  await wish.tap('开放后通知我')
  expect(sent()).toEqual([{ agreed: true, phone: '+8613812345678', language: 'zh' }])
})

test.each(['reject', null] as const)('WeChat says %p: a text message is offered', async (answer) => {
  await open()
  phone.notices = answer
  await wish.tap('开放后通知我')
  expect(sent()).toEqual([])
  expect(wish.text()).toContain('用短信通知您')
  await wish.send('wx-input', 0, 'input', { value: '123' })
  await wish.tap('发短信通知我')
  expect(sent()).toEqual([])
  expect(wish.page.data.wrong).not.toBe('')
  await wish.send('wx-input', 0, 'input', { value: '13812345678' })
  await wish.tap('发短信通知我')
  expect(sent()).toEqual([{ agreed: false, phone: '13812345678', language: 'zh' }])
  expect(wish.text()).toContain('短信发到 +86 ··· 5678')
  expect(wish.page.data.asking).toBe(false)
})

test('who taps for a notice is asked again, although they declined before', async () => {
  await open()
  phone.notices = 'reject'
  await wish.tap('开放后通知我')
  wish.page.onClose()
  await wish.tap('开放后通知我')
  expect(phone.noticesAsked).toHaveLength(2)
})

test('a wish of earlier is shown, and can be taken back', async () => {
  await open(view())
  expect(wish.text()).toContain('开放后会通知您')
  await wish.tap('取消')
  expect(phone.asked('notifications', 'dropWish')).toHaveLength(1)
  expect(wish.text()).toContain('开放后通知我')
})

test('a refusal is said in words, and the button stands', async () => {
  await open()
  phone.answers['notifications.wish'] = refused('registration_open_now')
  await wish.tap('开放后通知我')
  expect(wish.text()).toContain('登记已经开放')
  expect(wish.text()).toContain('开放后通知我')
})

test('with no network the button stands, and says so when it is tapped', async () => {
  await open()
  phone.online = false
  await wish.tap('开放后通知我')
  expect(wish.text()).toContain('手机没有连接网络')
})

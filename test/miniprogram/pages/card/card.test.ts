/** The card page: what it shows offline, expired, suspended, moved, with a wrong clock; and what it does to the screen. */
import { ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered } from '../../harness/render'
import { card, credential, tuesday } from '../../harness/samples'

const CARD = 'pages/card/card'
const KEY = '01'.repeat(32)
let phone: Phone
let page: Rendered | undefined
let clock: number

beforeEach(() => {
  clock = tuesday
  jest.spyOn(Date, 'now').mockImplementation(() => clock)
  phone = new Phone().install()
  phone.storage.set('card', { card, credential })
  phone.storage.set('device-key', KEY)
  phone.answers = { 'card.show': () => ok({ now: clock, card, credential }) }
})
afterEach(() => {
  page?.page.onUnload()
  page?.detach()
  jest.restoreAllMocks()
})

test('the card is there before the server has answered', async () => {
  phone.answers['card.show'] = () => new Promise(() => {})
  page = await openPage(CARD)
  expect(page.text()).toContain('张小明')
  expect(page.text()).toContain('8123 456 786')
  expect(page.text()).toContain('有效期至 2028年11月19日')
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
})

test('the code is drawn from storage on the canvas that the query finds', async () => {
  phone.answers['card.show'] = () => new Promise(() => {})
  const painted: string[] = []
  const node = (name: string) => ({
    width: 0,
    height: 0,
    getContext: () =>
      new Proxy({}, { get: (_, method: string) => () => painted.push(`${name}.${method}`), set: () => true }),
  })
  page = await openPage(CARD)
  page.page.createSelectorQuery = () => ({
    select: () => ({ fields: () => {} }),
    exec: (done: (found: object[]) => void) =>
      done([
        { node: node('code'), width: 290 },
        { node: node('ring'), width: 305 },
      ]),
  })
  page.page.connect()
  expect(painted.filter((call) => call === 'code.fillRect').length).toBeGreaterThan(800)
  expect(painted).toContain('ring.stroke')
})

test('offline it still shows the code, and says that this is fine', async () => {
  phone.online = false
  page = await openPage(CARD)
  expect(page.text()).toContain('没有网络，卡仍可使用')
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
})

test.each([
  ['suspended', { status: 'suspended' }, '卡已暂停使用'],
  ['revoked', { status: 'revoked' }, '卡已注销'],
])('a card that is %s shows no code and says what to do', async (_, changed, words) => {
  phone.answers['card.show'] = ok({ now: tuesday, card: { ...card, ...changed }, credential: null })
  page = await openPage(CARD)
  expect(page.text()).toContain(words)
  expect(page.dom.querySelector('wx-canvas')).toBeNull()
  await page.tap('联系方式')
  expect(phone.addresses).toEqual(['/alumni/pages/help/help'])
})

test('an expired card says so and is renewed with one tap', async () => {
  const expired = { ...card, validUntil: '2026-11-01', renewableFrom: '2026-09-02' }
  phone.answers['card.show'] = ok({ now: tuesday, card: expired, credential: null })
  page = await openPage(CARD)
  expect(page.text()).toContain('卡已过期')
  expect(page.dom.querySelector('wx-canvas')).toBeNull()
  await page.tap('续期')
  expect(phone.addresses).toEqual(['/alumni/pages/renew/renew'])
})

test('inside the window the code stays and renewing is offered; before it, it is not', async () => {
  const ending = { ...card, validUntil: '2026-12-20', renewableFrom: '2026-10-21' }
  phone.answers['card.show'] = ok({ now: tuesday, card: ending, credential })
  page = await openPage(CARD)
  expect(page.text()).toContain('现在就可以续期')
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
  await page.tap('续期')
  expect(phone.addresses).toEqual(['/alumni/pages/renew/renew'])
  phone.answers['card.show'] = ok({ now: tuesday, card: { ...ending, renewableFrom: '2026-11-25' }, credential })
  await page.page.refresh()
  expect(page.text()).not.toContain('续期')
})

test('one tap has the next reminder sent by WeChat; declined, it says that text messages still come', async () => {
  const ending = { ...card, validUntil: '2026-12-20', renewableFrom: '2026-10-21' }
  phone.answers = { 'card.show': ok({ now: tuesday, card: ending, credential }), 'notifications.agree': ok({}) }
  page = await openPage(CARD)
  await page.tap('过些日子在微信里提醒我')
  expect(phone.noticesAsked).toEqual([['renewal-due']])
  expect(phone.asked('notifications', 'agree')[0]?.data).toEqual({ templates: ['renewal_due'] })
  expect(page.text()).toContain('下次提醒会发到微信')
  expect(page.text()).not.toContain('过些日子')
  page.page.onUnload()
  phone.notices = 'reject'
  page = await openPage(CARD)
  await page.tap('过些日子在微信里提醒我')
  expect(page.text()).toContain('到期前仍会发短信')
  expect(phone.asked('notifications', 'agree')).toHaveLength(1)
})

test('the same is said with no network, from what was learnt last', async () => {
  phone.storage.set('card', { card: { ...card, status: 'suspended' }, credential: null })
  phone.online = false
  page = await openPage(CARD)
  expect(page.text()).toContain('卡已暂停使用')
})

test('a card that moved to another phone drops its credential and leads to activation', async () => {
  phone.answers['card.show'] = refused('device_changed')
  page = await openPage(CARD)
  expect(page.text()).toContain('卡在另一部手机上')
  expect(phone.storage.get('card')).toMatchObject({ credential: null })
  await page.tap('在这部手机激活')
  expect(phone.addresses).toEqual(['/alumni/pages/activate/activate'])
})

test('a phone that lost its key is a new phone', async () => {
  phone.storage.delete('device-key')
  phone.online = false
  page = await openPage(CARD)
  expect(page.text()).toContain('卡在另一部手机上')
})

test('a credential that ran out asks for the network once, and comes back by itself', async () => {
  phone.storage.set('card', { card, credential: { ...credential, expires: '2026-11-20' } })
  phone.online = false
  page = await openPage(CARD)
  expect(page.text()).toContain('请连一次网络')
  phone.online = true
  await page.tap('重试')
  expect(page.text()).not.toContain('请连一次网络')
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
})

test('a network that goes while the card is shown is told, and the code stays', async () => {
  page = await openPage(CARD)
  expect(page.text()).not.toContain('没有网络')
  phone.setOnline(false)
  await page.settle()
  expect(page.text()).toContain('没有网络，卡仍可使用')
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
})

test('a network that comes back is used at once, and a page that was left asks no more', async () => {
  phone.online = false
  page = await openPage(CARD)
  expect(page.text()).toContain('没有网络')
  phone.setOnline(true)
  await page.settle()
  expect(page.text()).not.toContain('没有网络')
  const before = phone.asked('card', 'show').length
  page.page.onHide()
  phone.setOnline(true)
  await page.settle()
  expect(phone.asked('card', 'show')).toHaveLength(before)
})

test('a clock that was turned back is said, and the code stays', async () => {
  phone.online = false
  page = await openPage(CARD)
  page.page.tick()
  clock -= 3_600_000
  page.page.tick()
  await page.settle()
  expect(page.text()).toContain('手机时间被调慢了')
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
})

test('an account without a card is told so and led home', async () => {
  phone.storage.delete('card')
  phone.answers['card.show'] = refused('card_none')
  page = await openPage(CARD)
  expect(page.text()).toContain('这个微信号下还没有激活的校友卡')
  await page.tap('回到首页')
  expect(phone.addresses).toEqual(['/pages/home/home'])
})

test('the screen is at full brightness while a code shows, and as before afterwards', async () => {
  page = await openPage(CARD)
  expect(phone.brightness).toEqual([1])
  page.page.onHide()
  await page.settle()
  expect(phone.brightness).toEqual([1, 0.4])
  page.page.onUnload()
  await page.settle()
  expect(phone.brightness).toEqual([1, 0.4])
})

test('an answer that comes after the page was left does not light the screen', async () => {
  let answer: (reply: ReturnType<typeof ok>) => void = () => {}
  phone.answers['card.show'] = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  page = await openPage(CARD)
  page.page.onHide()
  await page.settle()
  answer(ok({ now: clock, card, credential: { ...credential, credential: `12${'01'.repeat(113)}` } }))
  await page.settle()
  expect(phone.brightness).toEqual([1, 0.4])
})

test('a blocked card leaves the screen alone', async () => {
  phone.storage.set('card', { card: { ...card, status: 'suspended' }, credential: null })
  phone.answers['card.show'] = ok({ now: tuesday, card: { ...card, status: 'suspended' }, credential: null })
  page = await openPage(CARD)
  expect(phone.brightness).toEqual([])
})

test("four digits answer the guard's number; three do not", async () => {
  page = await openPage(CARD)
  await page.tap('门卫请我输入数字')
  expect(page.page.data.asking).toBe(true)
  page.page.onDigits({ detail: { value: '471' } })
  expect(page.page.data.asking).toBe(true)
  page.page.onDigits({ detail: { value: '4711' } })
  expect(page.page.data.asking).toBe(false)
})

test("this phone's public key goes with the question, its secret never", async () => {
  page = await openPage(CARD)
  const asked = phone.asked('card', 'show')[0]?.data
  expect(asked?.devicePublicKey).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(phone.calls)).not.toContain(KEY)
})

test("a card that cannot be used offers the visitor's way; one on another phone only activation", async () => {
  phone.answers['card.show'] = ok({ now: tuesday, card: { ...card, status: 'suspended' }, credential: null })
  page = await openPage(CARD)
  await page.tap('预约访客入校')
  expect(phone.addresses).toEqual(['/alumni/pages/visit/visit'])
  page.page.onUnload()
  page.detach()
  phone.storage.set('card', { card, credential: null })
  phone.answers['card.show'] = refused('device_changed')
  page = await openPage(CARD)
  expect(page.text()).not.toContain('预约访客入校')
})

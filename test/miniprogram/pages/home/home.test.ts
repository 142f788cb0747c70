/** The home page: one next step, at once from what is remembered, corrected by the server, in the language chosen. */
import { university } from '../../../../domain/university'
import { ok, Phone, refused } from '../../harness/phone'
import { openPage } from '../../harness/render'
import { application, card, credential, status, tuesday } from '../../harness/samples'

const HOME = 'pages/home/home'
let phone: Phone

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.answers = { 'registration.status': ok(status()), 'office.me': ok({ staff: null }) }
})
afterEach(() => jest.restoreAllMocks())

test('a newcomer is asked to register, with the exact day, and led to consent', async () => {
  const page = await openPage(HOME)
  expect(page.text()).toContain('11月26日（星期四）12:00前提交')
  await page.tap('开始登记')
  expect(phone.addresses).toEqual(['/alumni/pages/consent/consent'])
})

test('the language is switched on the spot and remembered', async () => {
  const page = await openPage(HOME)
  await page.tap('English')
  expect(page.text()).toContain('Register')
  expect(page.text()).not.toMatch(/登记/)
  expect(phone.storage.get('language')).toBe('en')
  const again = await openPage(HOME)
  expect(again.text()).toContain('Submit before Thursday 26 November, 12:00')
})

test('a phone whose WeChat is not Chinese begins in English', async () => {
  phone.language = 'de'
  const page = await openPage(HOME)
  expect(page.text()).toContain('Register')
})

test('a card near its end is still shown first, and renewing it is offered beside it from the day on which it can be', async () => {
  const near = { ...card, validUntil: '2027-01-20', renewableFrom: '2026-11-24' }
  phone.answers['card.show'] = ok({ now: tuesday, card: near, credential })
  phone.storage.set('card', { card: near, credential })
  const page = await openPage(HOME)
  expect(page.text()).toContain('校友卡已就绪')
  await page.tap('2027年1月20日到期，现在可以续期')
  expect(phone.addresses).toEqual(['/alumni/pages/renew/renew'])
})

test.each([
  ['the day before', { renewableFrom: '2026-11-25' }],
  ['while that is far away', { renewableFrom: null }],
  ['a card that is suspended', { renewableFrom: '2026-11-24', status: 'suspended' }],
])('renewing is not offered: %s', async (_, change) => {
  const held = { ...card, ...change }
  phone.answers['card.show'] = ok({ now: tuesday, card: held, credential: null })
  phone.storage.set('card', { card: held, credential })
  expect((await openPage(HOME)).text()).not.toContain('现在可以续期')
})

test('offline it says what it knew last, and that it is offline', async () => {
  phone.answers['registration.status'] = ok(status({ application: application() }))
  await openPage(HOME)
  phone.online = false
  const page = await openPage(HOME)
  expect(page.text()).toContain('已提交')
  expect(page.text()).toContain('连不上网络')
})

test('offline with nothing remembered it says what to do', async () => {
  phone.online = false
  const page = await openPage(HOME)
  expect(page.text()).toContain('手机没有连接网络')
  phone.online = true
  await page.tap('重试')
  expect(page.text()).toContain('开始登记')
})

test('who waits can come as a visitor in one tap; who holds a card is not asked to', async () => {
  phone.answers['registration.status'] = ok(status({ application: application() }))
  await (await openPage(HOME)).tap('预约访客入校')
  expect(phone.addresses).toEqual(['/alumni/pages/visit/visit'])
  phone.storage.set('card', { card, credential })
  phone.answers['card.show'] = ok({ now: tuesday, card, credential })
  expect((await openPage(HOME)).text()).not.toContain('预约访客入校')
})

test('a holder sees the card and one tap shows it', async () => {
  phone.storage.set('card', { card, credential })
  phone.answers['card.show'] = ok({ now: tuesday, card, credential })
  const page = await openPage(HOME)
  expect(page.text()).toContain('张小明，欢迎回家')
  expect(page.text()).toContain('8123 456 786')
  await page.tap('出示校友卡')
  expect(phone.addresses).toEqual(['/pages/card/card'])
})

test('a holder on a new phone is led to activation there', async () => {
  phone.answers['registration.status'] = ok(status({ cardNumber: card.number }))
  phone.answers['card.show'] = ok({ now: tuesday, card, credential: null })
  const page = await openPage(HOME)
  expect(page.text()).toContain('这部手机还没有您的卡')
  await page.tap('在这部手机激活')
  expect(phone.addresses).toEqual(['/alumni/pages/activate/activate'])
})

test.each([
  ['reviewer', ['审核工作台']],
  ['guard', ['验卡']],
  ['admin', ['审核工作台', '验卡']],
])('a %s finds the way in, and only that', async (role, entrances) => {
  phone.answers['office.me'] = ok({ staff: { name: '李', role, since: tuesday } })
  const page = await openPage(HOME)
  const shown = ['审核工作台', '验卡'].filter((entrance) => page.text().includes(entrance))
  expect(shown).toEqual(entrances)
})

test('alumni see no staff entrance, and a guard finds it offline', async () => {
  const alumnus = await openPage(HOME)
  expect(alumnus.text()).not.toContain('验卡')
  phone.answers['office.me'] = ok({ staff: { name: '赵', role: 'guard', since: tuesday } })
  await openPage(HOME)
  phone.online = false
  const guard = await openPage(HOME)
  expect(guard.text()).toContain('验卡')
})

test('type follows the font size of WeChat', async () => {
  phone.fontSize = 23
  const page = await openPage(HOME)
  expect(page.dom.innerHTML).toContain('text-largest')
})

test.each([
  ['stopped for a review', { open: false, why: 'review', round: '2026-11-26' }, true],
  ['closed in a vacation', { open: false, why: 'no_review_planned' }, true],
  ['open', undefined, false],
])('%s: being told when it opens is offered: %#', async (_, state, offered) => {
  phone.answers['registration.status'] = ok(state ? { ...status(), state } : status())
  phone.answers['notifications.readWish'] = ok({ wish: null })
  const page = await openPage(HOME)
  expect(page.text().includes('开放后通知我')).toBe(offered)
})

describe('texts of the consent that have changed', () => {
  const again = '/alumni/pages/consent/consent?again=1'
  beforeEach(() => {
    phone.answers['registration.status'] = ok(status({ application: application() }))
  })

  test('who agreed to them on another phone is not asked', async () => {
    phone.answers['privacy.agreed'] = ok({ agreed: true })
    await openPage(HOME)
    expect(phone.addresses).toEqual([])
    expect(phone.storage.has('consent')).toBe(true)
  })

  test('what was agreed to on this phone is told to the office, which did not know; once', async () => {
    const { privacy, document } = university.consent
    phone.storage.set('consent', { privacy, document })
    phone.answers['privacy.agreed'] = ok({ agreed: false })
    phone.answers['privacy.agree'] = refused('busy')
    await openPage(HOME)
    phone.answers['privacy.agree'] = ok(null)
    await openPage(HOME)
    await openPage(HOME)
    expect(phone.addresses).toEqual([])
    expect(phone.asked('privacy', 'agree').map(({ data }) => data)).toEqual(
      Array(2).fill({ consent: { privacy, document } }),
    )
    expect(phone.asked('privacy', 'agreed')).toHaveLength(2)
  })

  test('who did not is led to them, once each time; a newcomer and a phone without an answer are not', async () => {
    await openPage(HOME)
    phone.answers['registration.status'] = ok(status())
    phone.answers['privacy.agreed'] = ok({ agreed: false })
    await openPage(HOME)
    expect(phone.addresses).toEqual([])
    phone.answers['registration.status'] = ok(status({ application: application() }))
    const page = await openPage(HOME)
    await page.page.onShow()
    expect(phone.addresses).toEqual([again])
  })
})

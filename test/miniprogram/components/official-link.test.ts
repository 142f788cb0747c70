/** The official account on the card page: bound since, how to bind, unbinding after a question, and silence when unknown. */
import { words } from '../../../miniprogram/i18n/words'
import { ok, Phone, refused } from '../harness/phone'
import { type Rendered, render } from '../harness/render'

const COMPONENT = 'components/official-link/official-link'
const { official: t } = words.zh
const since = Date.parse('2026-11-03T10:00:00+08:00')
let phone: Phone
let link: Rendered

const open = async (official: object) => {
  phone.answers['binding.status'] = ok({ official })
  link = render(COMPONENT)
  await link.settle()
}

beforeEach(() => {
  phone = new Phone().install()
})
afterEach(() => link.detach())

test('bound since when, and from where the card opens', async () => {
  await open({ state: 'bound', since })
  expect(link.text()).toContain('已绑定“江苏大学”公众号')
  expect(link.text()).toContain('2026年11月3日起')
  expect(link.text()).toContain('服务 → 我的校友卡')
})

test('unbinding asks first; only the second tap unbinds', async () => {
  phone.answers['binding.unbind'] = ok({ official: { state: 'open', follows: true } })
  await open({ state: 'bound', since })
  link.page.onAsk()
  await link.settle()
  expect(link.text()).toContain(t.unbindHead)
  link.page.onKeep()
  expect(phone.asked('binding', 'unbind')).toEqual([])
  await link.page.onUnbind()
  await link.settle()
  expect(phone.asked('binding', 'unbind')).toHaveLength(1)
  expect(link.text()).toContain(t.bind)
})

test('who follows binds with one tap', async () => {
  phone.answers['binding.bind'] = ok({ official: { state: 'bound', since } })
  await open({ state: 'open', follows: true })
  await link.tap(t.bind)
  expect(link.text()).toContain('2026年11月3日起')
})

test('who does not follow reads the two steps', async () => {
  await open({ state: 'open', follows: false })
  expect(link.text()).toContain('在微信搜索并关注“江苏大学”公众号')
  expect(link.dom.querySelector('wx-button')).toBeNull()
})

test('accounts that WeChat does not join: an explanation, no button', async () => {
  await open({ state: 'no_unionid' })
  expect(link.text()).toContain(t.noUnionid)
  expect(link.dom.querySelector('wx-button')).toBeNull()
})

test('a refusal is said in words', async () => {
  phone.answers['binding.bind'] = refused('official_not_following')
  await open({ state: 'open', follows: true })
  await link.tap(t.bind)
  expect(link.text()).toContain(words.zh.refusals.official_not_following.next)
})

test('nothing is shown without an official account, and with no network', async () => {
  await open({ state: 'off' })
  expect(link.text().trim()).toBe('')
  link.detach()
  phone.online = false
  await open({ state: 'bound', since })
  expect(link.text().trim()).toBe('')
})

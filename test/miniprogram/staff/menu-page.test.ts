/** The menu page: the dry run with what changes marked, publishing after a question, and WeChat's refusals in words. */
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { allRefusals } from '../harness/refusals'
import { openPage, type Rendered } from '../harness/render'
import { StaffPhone } from './staff-phone'

const { officialMenu: t } = words.zh
const VERSION = 'a'.repeat(64)
let phone: StaffPhone
let page: Rendered

const kept = (name: string, type: string) => ({ name, type, change: 'kept', was: '', below: [] })
const menu = (change: string, was = '') => ({
  lines: [
    { ...kept('江大首页', ''), below: [kept('学校官网', 'view'), kept('活动', 'pic_weixin')] },
    { ...kept('服务', ''), below: [{ name: '我的校友卡', type: 'miniprogram', change, was, below: [] }] },
  ],
  changes: change !== 'kept',
  version: VERSION,
})

beforeEach(() => {
  phone = new StaffPhone().install()
  phone.answers = {
    'binding.menu': ok({ menu: menu('added') }),
    'binding.publishMenu': ok({ menu: menu('kept') }),
  }
})
afterEach(() => page.detach())

const open = async () => {
  page = await openPage('staff/pages/menu/menu')
}
const labels = () => {
  const columns: { label: string; below: { label: string }[] }[] = page.page.data.columns
  return columns.flatMap(({ label, below }) => [...below.map((entry) => entry.label), label])
}

test('shows the menu as it would be, marks what is new, and has published nothing', async () => {
  await open()
  expect(labels()).toEqual(['学校官网，不变', '活动，不变', '江大首页，不变', '我的校友卡，新增', '服务，不变'])
  expect(page.text()).toContain('网页链接')
  expect(page.text()).toContain('其他按钮')
  expect(phone.asked('binding', 'publishMenu')).toEqual([])
})

test('an entry that is replaced says what it was', async () => {
  phone.answers['binding.menu'] = ok({ menu: menu('replaced', 'view') })
  await open()
  expect(page.text()).toContain('原来是网页链接')
})

test('publishes what was looked at, after a question', async () => {
  await open()
  await page.tap(t.publish)
  expect(page.text()).toContain(t.confirm)
  await page.tap(t.notNow)
  expect(phone.asked('binding', 'publishMenu')).toEqual([])
  await page.tap(t.publish)
  page.page.onConfirm()
  await page.settle()
  expect(phone.asked('binding', 'publishMenu').map(({ data }) => data)).toEqual([{ version: VERSION }])
  expect(page.text()).toContain(t.done)
  expect(page.text()).not.toContain(t.publish)
})

test('a published menu has nothing to publish', async () => {
  phone.answers['binding.menu'] = ok({ menu: menu('kept') })
  await open()
  expect(page.text()).toContain(t.nothing)
  expect(page.text()).not.toContain(t.publish)
})

test.each(['menu_shape_refused', 'menu_name_refused', 'menu_type_refused', 'menu_page_refused'] as const)(
  '%s is said in words with the next step, and the menu stays on the screen',
  async (code) => {
    phone.answers['binding.publishMenu'] = refused(code, { number: 40165 })
    await open()
    page.page.onPublish()
    await page.page.onConfirm()
    await page.settle()
    expect(page.text()).toContain(allRefusals.zh[code].say)
    expect(page.text()).toContain(allRefusals.zh[code].next)
    expect(page.text()).toContain('我的校友卡')
  },
)

test('a menu that cannot be kept whole names what would be lost, and can be read again', async () => {
  phone.answers['binding.menu'] = refused('menu_entry_fixed', { names: '校史' })
  await open()
  expect(page.text()).toContain('校史')
  phone.answers['binding.menu'] = ok({ menu: menu('added') })
  await page.tap(t.again)
  expect(page.text()).toContain(t.publish)
})

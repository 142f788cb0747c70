/** The menu: looked at, published as it was looked at, and every refusal of WeChat's in words. */
import { testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { ADMIN, openOffice } from '../harness/office'
import { officialOf } from '../harness/official'

const ecard = testCloud()
const menu = async () => (await ecard.value(ADMIN, 'binding', 'menu')).menu
const publish = (version: string) => ecard.call(ADMIN, 'binding', 'publishMenu', { version })
const audited = () => ecard.records('audit').filter(({ action }) => action.startsWith('binding.'))
let first: any[]

beforeAll(async () => {
  await openOffice(ecard)
  first = officialOf(ecard).menu
})

test('looking changes nothing and says what would change', async () => {
  const { changes, lines } = await menu()
  expect(changes).toBe(true)
  expect(lines.map(({ name }: any) => name)).toEqual(['江大首页', '服务'])
  expect(lines[1].below.map(({ name, change }: any) => [name, change])).toEqual([
    ['访客预约', 'kept'],
    ['我的校友卡', 'added'],
  ])
  expect(officialOf(ecard).menu).toEqual(first)
  expect(audited()).toEqual([])
})

test('menu_changed: published is only what was looked at', async () => {
  const { version } = await menu()
  officialOf(ecard).menu = [...first, { type: 'click', name: '新', key: 'new' }]
  expect(await publish(version)).toEqual({ ok: false, code: 'menu_changed' })
  officialOf(ecard).menu = first
  expect(audited()).toEqual([])
})

test.each([
  ['40016', 'menu_shape_refused'],
  ['40018', 'menu_name_refused'],
  ['40119', 'menu_type_refused'],
  ['40165', 'menu_page_refused'],
  ['40164', 'official_ip_refused'],
  ['48001', 'official_not_authorised'],
  ['45009', 'official_failed'],
])('WeChat refuses with %s: %s, on record, the menu as it was', async (number, code) => {
  const { version } = await menu()
  const before = audited().length
  // The menu is read once more before it is published; that call passes.
  const { faults } = ecard.cloud.world
  const take = jest.spyOn(faults, 'take')
  take.mockReturnValueOnce(undefined).mockReturnValueOnce({ kind: 'error', code: number })
  expect(await publish(version)).toEqual({ ok: false, code, details: { number: Number(number) } })
  take.mockRestore()
  expect(officialOf(ecard).menu).toEqual(first)
  const entries = audited().slice(before)
  expect(entries.map(({ action }) => action).sort()).toEqual(['binding.publishMenu', 'binding.publishMenuRefused'])
})

test('published: the entry is there, everything else as before; again there is nothing to do', async () => {
  const { version } = await menu()
  const { ok, value } = await publish(version)
  expect([ok, value?.menu.changes]).toEqual([true, false])
  const [home, service] = officialOf(ecard).menu
  expect(home).toEqual(first[0])
  expect(service?.sub_button).toEqual([
    ...first[1].sub_button,
    {
      type: 'miniprogram',
      name: '我的校友卡',
      appid: functionKeys.MINI_PROGRAM_APP_ID,
      pagepath: 'pages/card/card',
      url: expect.stringMatching(/^https:/),
    },
  ])
  expect((await menu()).changes).toBe(false)
})

test('a page that the mini program does not have is what WeChat says it is', async () => {
  officialOf(ecard).menu = [
    {
      type: 'miniprogram',
      name: '旧',
      appid: functionKeys.MINI_PROGRAM_APP_ID,
      pagepath: 'pages/gone',
      url: 'https://x',
    },
  ]
  const { version } = await menu()
  expect(await publish(version)).toMatchObject({ code: 'menu_page_refused' })
})

test('menu_entry_fixed names what would be lost', async () => {
  officialOf(ecard).menu = [{ name: '关于', sub_button: [{ type: 'news', name: '校史', value: 'x' }] }]
  const reply = await ecard.call(ADMIN, 'binding', 'menu')
  expect(reply).toEqual({ ok: false, code: 'menu_entry_fixed', details: { names: '校史' } })
})

test('official_unreachable', async () => {
  ecard.cloud.world.faults.plan('official', { kind: 'drop' }, 1)
  expect(await ecard.call(ADMIN, 'binding', 'menu')).toEqual({ ok: false, code: 'official_unreachable' })
})

/** The menu: the card's entry comes into any menu that has room, and nothing else in it changes. */
import fc from 'fast-check'
import {
  type CardEntry,
  compareMenus,
  hasChanges,
  type MenuButton,
  menuLimits,
  mergeMenu,
  readMenu,
} from '../../../domain/binding/menu'
import { isTokenRefused, menuErrorRefusals, refusalOfNumber } from '../../../domain/binding/menu-errors'

const entry: CardEntry = {
  service: '服务',
  name: '我的校友卡',
  appid: 'wx1',
  page: 'pages/card/card',
  url: 'https://example.org/',
}
const ours: MenuButton = {
  type: 'miniprogram',
  name: '我的校友卡',
  appid: 'wx1',
  pagepath: 'pages/card/card',
  url: 'https://example.org/',
}
const link = (name: string): MenuButton => ({ type: 'view', name, url: `https://example.org/${name}` })
const merged = (current: MenuButton[]) => {
  const result = mergeMenu(current, entry)
  return result.ok ? result.value : result.code
}

describe('where the entry goes', () => {
  test('an empty menu gets Service with the entry', () => {
    expect(merged([])).toEqual([{ name: '服务', sub_button: [ours] }])
  })

  test('an existing Service gets it at its end', () => {
    const menu = [link('首页'), { name: '服务', sub_button: [link('访客')] }]
    expect(merged(menu)).toEqual([link('首页'), { name: '服务', sub_button: [link('访客'), ours] }])
  })

  test('an entry that opens the card stays where it is and only becomes right', () => {
    const old = { ...ours, name: '校友卡', pagepath: 'pages/card/card?from=menu' }
    expect(merged([{ name: '校友', sub_button: [old, link('活动')] }])).toEqual([
      { name: '校友', sub_button: [ours, link('活动')] },
    ])
  })

  test('an entry of the same name below Service that leads elsewhere is replaced', () => {
    expect(merged([{ name: '服务', sub_button: [link('我的校友卡'), link('访客')] }])).toEqual([
      { name: '服务', sub_button: [ours, link('访客')] },
    ])
    // Elsewhere the name is somebody else's business.
    expect(merged([{ name: '校友', sub_button: [link('我的校友卡')] }])).toHaveLength(2)
  })

  test("another mini program's page of the same path is not ours", () => {
    const other = { ...ours, appid: 'wx2', name: '别的卡' }
    expect(merged([{ name: '服务', sub_button: [other] }])).toEqual([{ name: '服务', sub_button: [other, ours] }])
  })
})

describe('what stops it', () => {
  test('menu_full: three menus without Service, or five entries below it', () => {
    expect(merged([link('一'), link('二'), link('三')])).toBe('menu_full')
    expect(merged([{ name: '服务', sub_button: ['1', '2', '3', '4', '5'].map(link) }])).toBe('menu_full')
  })

  test('menu_service_taken: Service opens something itself', () => {
    expect(merged([link('服务')])).toBe('menu_service_taken')
  })

  test.each(['text', 'img', 'photo', 'voice', 'video', 'news'])('menu_entry_fixed: %s cannot be made again', (type) => {
    const menu = [{ name: '关于', sub_button: [{ type, name: '校史', value: 'x' }] }]
    expect(mergeMenu(menu, entry)).toEqual({ ok: false, code: 'menu_entry_fixed', details: { names: '校史' } })
  })

  test('menu_name_refused: names are counted in bytes', () => {
    expect(mergeMenu([], { ...entry, service: '我的校友服务' })).toMatchObject({ code: 'menu_name_refused' })
    expect(mergeMenu([], { ...entry, name: '卡'.repeat(21) })).toMatchObject({ code: 'menu_name_refused' })
    expect(mergeMenu([], { ...entry, name: '卡'.repeat(20) })).toMatchObject({ ok: true })
  })
})

describe('nothing else changes', () => {
  const name = fc.string({ minLength: 1, maxLength: 4 }).filter((text) => text.trim() !== '')
  const leaf = fc.record({
    type: fc.constantFrom('view', 'click', 'scancode_push', 'media_id', 'miniprogram', 'location_select'),
    name,
    url: fc.webUrl(),
    key: fc.string(),
    unheardOf: fc.jsonValue(),
  }) as fc.Arbitrary<MenuButton>
  const branch = fc.record({
    name: fc.oneof(name, fc.constant('服务')),
    sub_button: fc.array(leaf, { minLength: 1, maxLength: 5 }),
  }) as fc.Arbitrary<MenuButton>
  const menus = fc.array(fc.oneof(leaf, branch), { maxLength: 3 })

  test('without ours, the new menu is the old one, field by field, in its order', () => {
    fc.assert(
      fc.property(menus, (menu) => {
        const result = mergeMenu(menu, entry)
        fc.pre(result.ok)
        const rest = result.value.flatMap((button) => {
          const below = button.sub_button?.filter((one) => one.pagepath !== entry.page)
          return below?.length === 0 ? [] : [below ? { ...button, sub_button: below } : button]
        })
        expect(rest).toEqual(menu)
        expect(result.value.length).toBeLessThanOrEqual(menuLimits.tops)
        expect(Math.max(...result.value.map(({ sub_button: below }) => below?.length ?? 0))).toBeLessThanOrEqual(5)
      }),
    )
  })

  test('publishing twice changes nothing the second time', () => {
    fc.assert(
      fc.property(menus, (menu) => {
        const first = mergeMenu(menu, entry)
        fc.pre(first.ok)
        expect(mergeMenu(first.value, entry)).toEqual(first)
        expect(hasChanges(compareMenus(first.value, first.value))).toBe(false)
        expect(hasChanges(compareMenus(menu, first.value))).toBe(true)
      }),
    )
  })

  test('what WeChat answers is read back as what was created', () => {
    fc.assert(
      fc.property(menus, (menu) => {
        const button = menu.map(({ sub_button: list, ...top }) => (list ? { ...top, sub_button: { list } } : top))
        expect(readMenu({ is_menu_open: 1, selfmenu_info: { button } })).toEqual(menu)
      }),
    )
  })
})

test('the difference says what is kept, added and replaced', () => {
  const before = [{ name: '服务', sub_button: [link('我的校友卡'), link('访客')] }]
  const [service] = compareMenus(before, merged(before) as MenuButton[])
  expect(service).toMatchObject({ name: '服务', change: 'kept', type: '' })
  expect(service?.below.map(({ name, change, was }) => [name, change, was])).toEqual([
    ['我的校友卡', 'replaced', 'view'],
    ['访客', 'kept', ''],
  ])
})

test('an answer that is no menu is not taken for an empty one', () => {
  expect(readMenu({ selfmenu_info: { button: [{ type: 'view' }] } })).toBeNull()
  expect(readMenu('x')).toBeNull()
  expect(readMenu({ is_menu_open: 0 })).toEqual([])
})

test("every number of WeChat's that the issue names has its own words, the rest the general ones", () => {
  const numbers = [40016, 40018, 40119, 40165, 40164, 40125, 48001].map(refusalOfNumber)
  expect(new Set(numbers).size).toBe(7)
  expect(numbers.every((code) => menuErrorRefusals.includes(code))).toBe(true)
  expect(refusalOfNumber(12345)).toBe('official_failed')
  expect([40001, 40014, 42001, 40016].map(isTokenRefused)).toEqual([true, true, true, false])
})

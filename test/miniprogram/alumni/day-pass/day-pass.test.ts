/** The day pass: shown with no network on its day, and what stands in its place on every other. */
import { alumniWords } from '../../../../miniprogram/alumni/words/words'
import { ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered } from '../../harness/render'
import { tuesday } from '../../harness/samples'
import { mine, visitOf } from '../visit/samples'

const PAGE = 'alumni/pages/day-pass/day-pass'
const { dayPass: t } = alumniWords.zh
let phone: Phone
let page: Rendered

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.storage.set('device-key', '01'.repeat(32))
})
afterEach(() => {
  page?.page.onUnload()
  page?.detach()
  jest.restoreAllMocks()
})

async function open(changed = {}) {
  const visits = [visitOf(changed)]
  phone.storage.set('visits', visits)
  phone.answers['visitor.mine'] ??= ok(mine({ visits }))
  page = await openPage(PAGE, { id: 'a'.repeat(64) })
}

test('on its day, with no network: the code, the date, who it is of and where to go', async () => {
  phone.online = false
  await open()
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
  for (const text of ['11月24日', '星期二', t.only, '张*明', '证件后四位 0011', '请从东大门进校']) {
    expect(page.text()).toContain(text)
  }
  expect(phone.brightness).toEqual([1])
  page.page.onHide()
  await page.settle()
  expect(phone.brightness).toEqual([1, 0.4])
})

test.each([
  ['early', { day: '2026-11-26' }],
  ['over', { day: '2026-11-23' }],
  ['moved', { pass: null }],
  ['ended', { state: 'refused' }],
  ['ended', { state: 'cancelled' }],
] as const)('%s: no code, and one way on', async (why, changed) => {
  await open(changed)
  expect(page.dom.querySelector('wx-canvas')).toBeNull()
  expect(page.text()).toContain(t.blocked[why].head)
  expect(phone.brightness).toEqual([])
  await page.tap(t.blocked[why].action)
  expect(phone.addresses).toEqual(['/alumni/pages/visit/visit'])
})

test('a pass that staff took back disappears once the phone is online', async () => {
  phone.answers['visitor.mine'] = ok(mine({ visits: [visitOf({ state: 'refused', pass: null })] }))
  await open()
  expect(page.dom.querySelector('wx-canvas')).toBeNull()
  expect(page.text()).toContain(t.blocked.ended.head)
})

test('a server that cannot answer takes nothing away', async () => {
  phone.answers['visitor.mine'] = refused('busy')
  await open()
  expect(page.dom.querySelector('wx-canvas')).not.toBeNull()
})

test('nothing under this name is said so', async () => {
  phone.answers['visitor.mine'] = ok(mine())
  page = await openPage(PAGE, { id: 'c'.repeat(64) })
  expect(page.text()).toContain(t.blocked.gone.head)
})

test("a guard's number is answered like on the card", async () => {
  await open()
  await page.tap('门卫请我输入数字')
  expect(page.page.data.asking).toBe(true)
  page.page.onDigits({ detail: { value: '4711' } })
  expect(page.page.data.asking).toBe(false)
})

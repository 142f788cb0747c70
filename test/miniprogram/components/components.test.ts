/** The shared components: refusals in words, the four states of what is loaded, the card face, progress. */
import { guilloche } from '../../../miniprogram/components/card-face/guilloche'
import { Phone } from '../harness/phone'
import { byPackage } from '../harness/refusals'
import { render } from '../harness/render'

beforeEach(() => {
  new Phone().install()
})

test('a refusal shows sentence, next step and reference, and its action is told', async () => {
  const note = render('components/refusal-note/refusal-note', {
    code: 'internal',
    details: { reference: 'a1b2' },
    action: '联系我们',
  })
  expect(note.text()).toContain('我们这边出了一点问题')
  expect(note.text()).toContain('编号 a1b2')
  const acted: object[] = []
  note.page.triggerEvent = (name: string, detail: object) => acted.push({ name, detail })
  await note.tap('联系我们')
  expect(acted).toEqual([{ name: 'act', detail: { code: 'internal' } }])
})

test('a refusal that means "not yet" offers the visitor\'s way, another does not', async () => {
  const addresses: string[] = []
  const stopped = render('components/refusal-note/refusal-note', { code: 'activation_too_early' })
  Object.assign((globalThis as any).wx, { navigateTo: ({ url }: { url: string }) => void addresses.push(url) })
  await stopped.tap('预约访客入校')
  expect(addresses).toEqual(['/alumni/pages/visit/visit'])
  expect(render('components/refusal-note/refusal-note', { code: 'busy' }).text()).not.toContain('预约访客入校')
})

test('where the next step is the office, its contacts are one tap away, unless the page offers something better', async () => {
  const addresses: string[] = []
  const note = render('components/refusal-note/refusal-note', { code: 'internal' })
  Object.assign((globalThis as any).wx, { navigateTo: ({ url }: { url: string }) => void addresses.push(url) })
  await note.tap('帮助与联系方式')
  expect(addresses).toEqual(['/alumni/pages/help/help'])
  const better = render('components/refusal-note/refusal-note', { code: 'internal', action: '重试' })
  expect(better.text()).not.toContain('帮助与联系方式')
})

const spoken = { ...byPackage.main, ...byPackage.alumni }
// The page that books visits offers the university's own system itself.
const saying = (what: string) =>
  Object.entries(spoken)
    .filter(([code, { say, next }]) => code !== 'visit_elsewhere' && `${say}${next}`.includes(what))
    .map(([code]) => code)

test.each(saying('联系校友工作办公室'))('%s names the office and leads to it', (code) => {
  expect(render('components/refusal-note/refusal-note', { code }).page.data.office).toBe(true)
})

test.each(saying('访客系统'))('%s names the visitor system and leads to it', (code) => {
  expect(render('components/refusal-note/refusal-note', { code }).page.data.visit).toBe(true)
})

test('no refusal: nothing is shown', () => {
  expect(render('components/refusal-note/refusal-note').text()).toBe('')
})

test.each([
  ['loading', ''],
  ['empty', '这里还没有内容'],
  ['error', '手机没有连接网络'],
])('the state %s', (state, words) => {
  const page = render('components/page-state/page-state', { state, code: state === 'error' ? 'offline' : '' })
  expect(page.text()).toContain(words)
  expect(page.dom.innerHTML.includes('bone')).toBe(state === 'loading')
})

test('an error can be tried again', async () => {
  const page = render('components/page-state/page-state', { state: 'error', code: 'no_answer' })
  const told: string[] = []
  page.page.triggerEvent = (name: string) => told.push(name)
  await page.tap('重试')
  expect(told).toEqual(['retry'])
})

test('an error tries again by itself when the network is back, and only then', () => {
  const phone = new Phone().install()
  const page = render('components/page-state/page-state', { state: 'error', code: 'offline' })
  const told: string[] = []
  page.page.triggerEvent = (name: string) => told.push(name)
  phone.setOnline(false)
  expect(told).toEqual([])
  phone.setOnline(true)
  expect(told).toEqual(['retry'])
  page.page.setData({ state: 'ready' }) // what is shown is from before: the code is still there
  phone.setOnline(false)
  phone.setOnline(true)
  expect(told).toEqual(['retry', 'retry'])
  page.page.setData({ state: 'ready', code: '' })
  phone.setOnline(false)
  phone.setOnline(true)
  expect(told).toEqual(['retry', 'retry'])
})

test('what is shown says above itself that the network is gone, in the page’s own words or the usual ones', async () => {
  const phone = new Phone().install()
  const page = render('components/page-state/page-state', { state: 'ready' })
  expect(page.text()).toBe('')
  phone.setOnline(false)
  await page.settle()
  expect(page.text()).toContain('没有网络')
  phone.setOnline(true)
  await page.settle()
  expect(page.text()).toBe('')
  phone.setOnline(false)
  const own = render('components/page-state/page-state', { state: 'ready', cutText: '卡仍可使用' })
  await own.settle()
  expect(own.text()).toBe('卡仍可使用')
  const quiet = render('components/page-state/page-state', { state: 'ready', quiet: true })
  await quiet.settle()
  expect(quiet.text()).toBe('')
})

test('the face of a card shows number, name and validity; a blank shows none of them', () => {
  const face = render('components/card-face/card-face', {
    name: '张小明',
    number: '8123456786',
    valid: '2028年11月19日',
  })
  expect(face.text()).toContain('张小明')
  expect(face.text()).toContain('8123 456 786')
  expect(face.text()).toContain('2028年11月19日')
  expect(render('components/card-face/card-face').text()).not.toContain('有效期')
})

test('a portrait that cannot be read gives way to a letter', async () => {
  const face = render('components/card-face/card-face', {
    name: '张小明',
    number: '8123456786',
    portrait: 'https://x/1.jpg',
  })
  expect(face.dom.querySelector('wx-image')).not.toBeNull()
  await face.send('wx-image', 0, 'error')
  expect(face.dom.querySelector('wx-image')).toBeNull()
  expect(face.text()).toContain('张')
})

test('the curves of a card are always the same for a number and differ when one of six digits does', () => {
  expect(guilloche('8123456786')).toBe(guilloche('8123456786'))
  const number = '8123456786'
  const others = [1, 2, 3, 4, 5, 6].map((place) => `${number.slice(0, place)}9${number.slice(place + 1)}`)
  expect(new Set([number, ...others].map(guilloche)).size).toBe(7)
})

test('the curves are a data address that a style can hold', () => {
  const value = guilloche('8123456786')
  expect(value).toMatch(/^url\("data:image\/svg\+xml,[^"]+"\)$/)
  expect(value).not.toMatch(/[<>#;]/)
  expect(decodeURIComponent(value)).not.toMatch(/NaN|undefined/)
  expect(value.length).toBeLessThan(12_000)
})

test('progress fills the bars up to the current step', () => {
  const progress = render('components/step-progress/step-progress', { current: 2, total: 5, label: '第 2 步，共 5 步' })
  expect(progress.dom.innerHTML.match(/--filled/g)).toHaveLength(2)
  expect(progress.text()).toContain('第 2 步，共 5 步')
})

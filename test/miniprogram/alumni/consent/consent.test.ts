/** Consent: two lines, each ticked by itself (PIPL art. 29), and only then the form. */
import { university } from '../../../../domain/university'
import { ok, Phone, refused } from '../../harness/phone'
import { openPage } from '../../harness/render'

const PAGE = 'alumni/pages/consent/consent'
const FIRST = '我已阅读并同意《个人信息说明》'
const SECOND = '我单独同意为实名登记使用我的证件号码'
let phone: Phone

beforeEach(() => {
  phone = new Phone().install()
})

test('nothing is ticked beforehand', async () => {
  const page = await openPage(PAGE)
  expect(page.page.data).toMatchObject({ privacy: false, document: false })
})

test.each([[[]], [[FIRST]], [[SECOND]]])('with %p ticked nobody gets on, and nothing is kept', async (lines) => {
  const page = await openPage(PAGE)
  for (const line of lines) {
    await page.tap(line)
  }
  await page.tap('同意并继续')
  expect(page.text()).toContain('请先勾选上面两项')
  expect(phone.storage.has('consent')).toBe(false)
  expect(phone.addresses).toEqual([])
})

test('both ticked: the versions are kept and the form opens', async () => {
  const page = await openPage(PAGE)
  await page.tap(FIRST)
  await page.tap(SECOND)
  await page.tap('同意并继续')
  page.page.onAgreed()
  expect(phone.storage.get('consent')).toEqual(university.consent)
  expect(phone.addresses).toEqual(['/alumni/pages/form/form'])
})

test('a WeChat that never answers holds nobody up, and nobody goes on twice', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] })
  const opening = openPage(PAGE, { amend: '1' })
  await jest.advanceTimersByTimeAsync(100)
  const page = await opening
  page.page.setData({ privacy: true, document: true })
  page.page.onNext()
  page.page.onNext()
  await jest.advanceTimersByTimeAsync(1000)
  page.page.onAgreed()
  expect(phone.addresses).toEqual(['/alumni/pages/form/form?amend=1'])
  jest.useRealTimers()
})

test('the full text names who is responsible and its version', async () => {
  const page = await openPage(PAGE)
  await page.tap('阅读全文')
  expect(page.text()).toContain('江苏大学校友工作办公室')
  expect(page.text()).toContain(university.consent.privacy)
  expect(page.text()).not.toMatch(/\{\w+\}/)
})

describe('asked again, because the texts have changed', () => {
  const open = () => openPage(PAGE, { again: '1' })
  const agree = async (page: Awaited<ReturnType<typeof open>>) => {
    page.page.setData({ privacy: true, document: true })
    page.page.onNext()
    page.page.onAgreed()
    await page.settle()
  }

  test('it says so; agreeing tells the office the version, is kept, and leads home', async () => {
    phone.storage.set('consent', { ...university.consent, privacy: '2020-01' })
    phone.answers['privacy.agree'] = ok(null)
    const page = await open()
    expect(page.text()).toContain('请看一下现在的说明')
    expect(page.page.data).toMatchObject({ privacy: false, document: false })
    await agree(page)
    expect(phone.asked('privacy', 'agree')).toMatchObject([{ data: { consent: university.consent } }])
    expect(phone.storage.get('consent')).toEqual(university.consent)
    expect(phone.addresses).toEqual(['/pages/home/home'])
  })

  test('no answer keeps nothing and says what to do; later leads home; no longer agreeing leads to one’s data', async () => {
    phone.answers['privacy.agree'] = refused('busy')
    const page = await open()
    await agree(page)
    expect(page.page.data.refusal).toBe('busy')
    expect(phone.storage.has('consent')).toBe(false)
    await page.tap('以后再说')
    await page.tap('不同意')
    expect(phone.addresses).toEqual(['/pages/home/home', '/alumni/pages/privacy/privacy'])
  })
})

/** What of the form stays on the phone: the draft, never the ID number. */
import { type Phone, refused } from '../../harness/phone'
import { openPage, render } from '../../harness/render'
import { form } from '../../harness/samples'
import { PAGE, phoneWithConsent, toTheEnd, written } from './form-phone'

const NUMBER = form.document.number
let phone: Phone

beforeEach(() => {
  phone = phoneWithConsent()
})
afterEach(() => jest.restoreAllMocks())

test('the draft is kept without the ID number and comes back', async () => {
  const first = await openPage(PAGE)
  await first.type(0, NUMBER)
  await first.type(1, '张小明')
  first.page.onHide()
  expect(written(phone)).toContain('张小明')
  expect(written(phone)).not.toContain(NUMBER)

  const second = await openPage(PAGE)
  expect(second.page.data.form.nameChinese).toBe('张小明')
  expect(second.page.data.form.document.number).toBe('')
  expect(second.text()).toContain('证件号码没有存在手机里')
})

test('no step writes the ID number to the phone', async () => {
  phone.answers['registration.submit'] = refused('registration_stopped', { round: '2026-11-26' })
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  page.page.onUnload()
  expect(phone.storage.get('draft')).toBeDefined()
  expect(written(phone)).not.toContain(NUMBER)
})

test('a document that was typed while activating need not be typed again; the draft does not hold it', async () => {
  const page = render(PAGE)
  require('../../../../miniprogram/alumni/carried').carry({ type: 'resident_id', country: 'CHN', number: NUMBER })
  await page.page.onLoad({})
  expect(page.page.data.form.document.number).toBe(NUMBER)
  page.page.setData({ 'form.nameChinese': '张小明' })
  page.page.onUnload()
  expect(written(phone)).toContain('张小明')
  expect(written(phone)).not.toContain(NUMBER)
})

/** The registration form as a person meets it: consent first, steps, errors under their fields, the summary. */
import { university } from '../../../../domain/university'
import { ok, type Phone, refused } from '../../harness/phone'
import { openPage } from '../../harness/render'
import { form, status } from '../../harness/samples'
import { PAGE, phoneWithConsent, toTheEnd } from './form-phone'

const NUMBER = form.document.number
let phone: Phone

beforeEach(() => {
  phone = phoneWithConsent()
})
afterEach(() => jest.restoreAllMocks())

test('without consent the consent page comes first', async () => {
  phone.storage.delete('consent')
  await openPage(PAGE)
  expect(phone.addresses).toEqual(['/alumni/pages/consent/consent'])
})

test('consent to an older text is asked again', async () => {
  phone.storage.set('consent', { ...university.consent, document: '2020-01' })
  await openPage(PAGE)
  expect(phone.addresses).toEqual(['/alumni/pages/consent/consent'])
})

test('a wrong number is explained under its field once it is left, not before', async () => {
  const page = await openPage(PAGE)
  await page.send('wx-input', 0, 'input', { value: '321102199001010012' })
  expect(page.text()).not.toContain('有一位数字不对')
  await page.send('wx-input', 0, 'blur')
  expect(page.text()).toContain('有一位数字不对，请再核对一遍')
})

test('a step with errors is not left, and says all of them', async () => {
  const page = await openPage(PAGE)
  await page.tap('下一步')
  expect(page.text()).toContain('第 1 步，共 5 步')
  expect(page.text().match(/请填写这一项/g)).toHaveLength(2)
  await page.type(0, NUMBER)
  await page.type(1, '张小明')
  await page.tap('下一步')
  expect(page.text()).toContain('第 2 步，共 5 步')
})

test('one tap fills in the WeChat number; declining leaves the fields', async () => {
  phone.answers['registration.phoneNumber'] = ({ code }) =>
    code === 'good' ? ok({ phone: '+447700900123' }) : refused('phone_code_invalid')
  const page = await openPage(PAGE)
  await page.page.onPhoneTap({ detail: {} })
  expect(phone.asked('registration', 'phoneNumber')).toHaveLength(0)
  await page.page.onPhoneTap({ detail: { code: 'good' } })
  expect(page.page.data).toMatchObject({ phoneCode: '44', phoneNumber: '7700900123', form: { phone: '+447700900123' } })
  await page.page.onPhoneTap({ detail: { code: 'old' } })
  expect(page.page.data.refusal).toBe('phone_code_invalid')
})

test('study records can be added up to five and removed, and one always stays', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form })
  await page.tap('下一步')
  await page.tap('下一步')
  for (let more = 0; more < 4; more += 1) {
    await page.tap('再加一段学习经历')
  }
  expect(page.page.data.form.studies).toHaveLength(5)
  expect(page.text()).not.toContain('再加一段学习经历')
  page.page.onRemoveStudy({ detail: { index: 1 } })
  await page.settle()
  expect(page.page.data.form.studies).toHaveLength(4)
  expect(page.page.data.form.studies[0].major).toBe('车辆工程')
})

test('the last step shows everything and names the review day', async () => {
  phone.storage.set('standing', { state: status().state, application: null, cardNumber: null })
  const page = await openPage(PAGE)
  await toTheEnd(page)
  for (const words of [
    '张小明',
    '居民身份证',
    NUMBER,
    '+8613812345678',
    '机械工程学院 · 车辆工程',
    '本科 · 2008–2012',
  ]) {
    expect(page.text()).toContain(words)
  }
  expect(page.text()).toContain('11月26日（星期四）12:00前提交')
})

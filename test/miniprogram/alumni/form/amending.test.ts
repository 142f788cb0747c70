/** A returned application that is amended: it opens as it was, its number may stay with the server. */
import { ok, type Phone } from '../../harness/phone'
import { openPage } from '../../harness/render'
import { application, returned, status } from '../../harness/samples'
import { goOn, PAGE, phoneWithConsent, TIMELINE } from './form-phone'

let phone: Phone

beforeEach(() => {
  phone = phoneWithConsent()
})
afterEach(() => jest.restoreAllMocks())

test('an application whose number was shredded asks for it again', async () => {
  const application = { ...returned, documentKept: false }
  phone.answers['registration.status'] = ok(status({ application }))
  const page = await openPage(PAGE, { amend: '1' })
  expect(page.text()).not.toContain('不改就留空')
  await page.tap('下一步')
  expect(page.page.data.errors).toEqual({ 'document.number': 'required' })
})

test('amending opens the returned application and may keep the number', async () => {
  phone.answers['registration.status'] = ok(status({ application: returned }))
  phone.answers['registration.amend'] = ok({ application: application() })
  const page = await openPage(PAGE, { amend: '1' })
  expect(page.text()).toContain('321***********0011')
  expect(page.page.data.form.nameChinese).toBe('张小明')
  await goOn(page, 4)
  await page.tap('重新提交')
  expect(phone.asked('registration', 'amend')[0]?.data.form.document.number).toBe('')
  expect(phone.addresses).toEqual([TIMELINE])
})

test('what cannot be amended says so', async () => {
  phone.answers['registration.status'] = ok(status({ application: application() }))
  const page = await openPage(PAGE, { amend: '1' })
  expect(page.text()).toContain('这份申请现在不能修改')
})

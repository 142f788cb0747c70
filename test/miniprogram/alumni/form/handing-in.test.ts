/** Handing the form in: what is sent, what a lost answer means, and where every refusal leads. */
import { university } from '../../../../domain/university'
import { ok, type Phone, refused } from '../../harness/phone'
import { openPage } from '../../harness/render'
import { application, form, status, tuesday } from '../../harness/samples'
import { PAGE, phoneWithConsent, TIMELINE, toTheEnd } from './form-phone'

let phone: Phone

beforeEach(() => {
  phone = phoneWithConsent()
})
afterEach(() => jest.restoreAllMocks())

test('handing in sends the form with both consents, forgets the draft and shows the timeline', async () => {
  phone.answers['registration.submit'] = ok({ application: application() })
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  expect(phone.asked('registration', 'submit')[0]?.data).toEqual({ form, consent: university.consent, language: 'zh' })
  expect(phone.addresses).toEqual([TIMELINE])
  page.page.onUnload()
  expect(phone.storage.has('draft')).toBe(false)
})

test('the tap that hands in also asks for notices, and what was allowed is kept', async () => {
  phone.answers['registration.submit'] = ok({ application: application() })
  phone.answers['notifications.agree'] = ok({})
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  expect(phone.noticesAsked).toEqual([['review-result', 'activation-open']])
  expect(phone.asked('notifications', 'agree')[0]?.data).toEqual({ templates: ['review_result', 'activation_open'] })
})

test.each(['reject', null] as const)(
  'WeChat says %p to notices: the form is handed in all the same',
  async (answer) => {
    phone.answers['registration.submit'] = ok({ application: application() })
    phone.notices = answer
    const page = await openPage(PAGE)
    await toTheEnd(page)
    await page.tap('提交申请')
    expect(phone.addresses).toEqual([TIMELINE])
    expect(phone.asked('notifications', 'agree')).toEqual([])
  },
)

test('stopped meanwhile: the way out leads to being told when it opens', async () => {
  phone.answers['registration.submit'] = refused('registration_stopped', { round: '2026-11-26' })
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  await page.tap('开放后通知我')
  expect(phone.addresses).toEqual(['/pages/home/home'])
})

test('a double tap hands in once', async () => {
  let answer: (reply: ReturnType<typeof ok>) => void = () => {}
  phone.answers['registration.submit'] = () => new Promise((resolve) => (answer = resolve))
  const page = await openPage(PAGE)
  await toTheEnd(page)
  void page.page.onSubmit()
  void page.page.onSubmit()
  answer(ok({ application: application() }))
  await page.settle()
  expect(phone.asked('registration', 'submit')).toHaveLength(1)
})

test('when the answer is lost but the application arrived, the timeline follows', async () => {
  phone.answers['registration.submit'] = () => {
    phone.answers['registration.status'] = ok(status({ application: application({ submittedAt: tuesday }) }))
    throw new Error('cut')
  }
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  expect(phone.addresses).toEqual([TIMELINE])
})

test('when the answer is lost and nothing arrived, it says so and can be tapped again', async () => {
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  expect(phone.addresses).toEqual([])
  expect(page.text()).toContain('暂时没有收到回应')
  phone.answers['registration.submit'] = ok({ application: application() })
  await page.tap('提交申请')
  expect(phone.addresses).toEqual([TIMELINE])
})

test('an application from last week is not taken for the one just handed in', async () => {
  const page = await openPage(PAGE)
  await toTheEnd(page)
  phone.answers['registration.status'] = ok(
    status({ application: application({ submittedAt: tuesday - 7 * 86_400_000 }) }),
  )
  await page.tap('提交申请')
  expect(phone.addresses).toEqual([])
})

test.each([
  ['already_applied', '查看申请进度', TIMELINE],
  ['card_exists', '去激活', '/alumni/pages/activate/activate'],
  ['document_in_use', '联系方式', '/alumni/pages/help/help'],
  ['consent_missing', '阅读并同意', '/alumni/pages/consent/consent'],
])('%s leads on', async (code, button, address) => {
  phone.answers['registration.submit'] = refused(code)
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  await page.tap(button)
  expect(phone.addresses).toEqual([address])
})

test('stopped registration says why and keeps everything', async () => {
  phone.answers['registration.submit'] = refused('registration_stopped', { round: '2026-11-26' })
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  expect(page.text()).toMatch(/11月26日（星期四）这一轮正在审核/)
  page.page.onUnload()
  expect(phone.storage.get('draft')).toMatchObject({ form: { nameChinese: '张小明' } })
})

test('errors that only the server found open their step', async () => {
  phone.answers['registration.submit'] = refused('form_invalid', { email: 'email_shape' })
  const page = await openPage(PAGE)
  await toTheEnd(page)
  await page.tap('提交申请')
  expect(page.text()).toContain('第 2 步，共 5 步')
  expect(page.text()).toContain('邮箱地址不完整')
})

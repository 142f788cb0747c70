/** The registration form as a person meets it: steps, errors under their fields, the draft, photos, handing in. */
import { university } from '../../../../domain/university'
import { ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered, render } from '../../harness/render'
import { application, form, returned, status, tuesday } from '../../harness/samples'

const PAGE = 'alumni/pages/form/form'
const TIMELINE = '/alumni/pages/timeline/timeline'
const NUMBER = form.document.number
let phone: Phone

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.storage.set('consent', university.consent)
  phone.answers = { 'registration.status': ok(status()), 'registration.announcePhoto': ok(null) }
})
afterEach(() => jest.restoreAllMocks())

const written = () => JSON.stringify([...phone.storage.values()])

async function toTheEnd(page: Rendered) {
  page.page.setData({ form })
  for (let step = 0; step < 4; step += 1) {
    await page.tap('下一步')
  }
}

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

test('the draft is kept without the ID number and comes back', async () => {
  const first = await openPage(PAGE)
  await first.type(0, NUMBER)
  await first.type(1, '张小明')
  first.page.onHide()
  expect(written()).toContain('张小明')
  expect(written()).not.toContain(NUMBER)

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
  expect(written()).not.toContain(NUMBER)
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

test('photos are uploaded into the photos folder under a name that says nothing', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form: { ...form, portrait: '', proof: '' } })
  for (let step = 0; step < 3; step += 1) {
    await page.tap('下一步')
  }
  await page.tap('拍照或从相册选择')
  await page.settle()
  expect(phone.uploads[0]).toMatch(/^photos\/[0-9a-f]{32}\.jpg$/)
  expect(page.page.data.form.proof).toMatch(/^cloud:\/\/env\/photos\//)
  expect(page.text()).toContain('已上传')
})

test('an upload that breaks can be tried again and does not count as a photo', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form: { ...form, proof: '' } })
  for (let step = 0; step < 3; step += 1) {
    await page.tap('下一步')
  }
  phone.uploadFails = true
  await page.tap('拍照或从相册选择')
  await page.settle()
  expect(page.text()).toContain('上传没有完成')
  expect(page.page.data.form.proof).toBe('')
  phone.uploadFails = false
  await page.tap('再试一次')
  await page.settle()
  expect(page.page.data.form.proof).not.toBe('')
})

test('a photo that was not announced is not uploaded: nobody would ever delete it', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form: { ...form, proof: '' } })
  for (let step = 0; step < 3; step += 1) {
    await page.tap('下一步')
  }
  phone.answers['registration.announcePhoto'] = refused('busy')
  await page.tap('拍照或从相册选择')
  await page.settle()
  expect(phone.uploads).toEqual([])
  expect(page.text()).toContain('上传没有完成')
})

test('an application whose number was shredded asks for it again', async () => {
  const application = { ...returned, documentKept: false }
  phone.answers['registration.status'] = ok(status({ application }))
  const page = await openPage(PAGE, { amend: '1' })
  expect(page.text()).not.toContain('不改就留空')
  await page.tap('下一步')
  expect(page.page.data.errors).toEqual({ 'document.number': 'required' })
})

test('a photo that is too large is refused before it is uploaded', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form: { ...form, proof: '' } })
  for (let step = 0; step < 3; step += 1) {
    await page.tap('下一步')
  }
  phone.photo = { tempFilePath: 'wxfile://tmp_2.jpg', size: 11 * 1024 * 1024 }
  await page.tap('拍照或从相册选择')
  expect(page.text()).toContain('照片超过 10 MB')
  expect(phone.uploads).toEqual([])
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

test('amending opens the returned application and may keep the number', async () => {
  phone.answers['registration.status'] = ok(status({ application: returned }))
  phone.answers['registration.amend'] = ok({ application: application() })
  const page = await openPage(PAGE, { amend: '1' })
  expect(page.text()).toContain('321***********0011')
  expect(page.page.data.form.nameChinese).toBe('张小明')
  for (let step = 0; step < 4; step += 1) {
    await page.tap('下一步')
  }
  await page.tap('重新提交')
  expect(phone.asked('registration', 'amend')[0]?.data.form.document.number).toBe('')
  expect(phone.addresses).toEqual([TIMELINE])
})

test('what cannot be amended says so', async () => {
  phone.answers['registration.status'] = ok(status({ application: application() }))
  const page = await openPage(PAGE, { amend: '1' })
  expect(page.text()).toContain('这份申请现在不能修改')
})

test('a document that was typed while activating need not be typed again; the draft does not hold it', async () => {
  const page = render(PAGE)
  require('../../../../miniprogram/alumni/carried').carry({ type: 'resident_id', country: 'CHN', number: NUMBER })
  await page.page.onLoad({})
  expect(page.page.data.form.document.number).toBe(NUMBER)
  page.page.setData({ 'form.nameChinese': '张小明' })
  page.page.onUnload()
  expect(written()).toContain('张小明')
  expect(written()).not.toContain(NUMBER)
})

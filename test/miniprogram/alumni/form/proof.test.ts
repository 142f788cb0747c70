/** The proof photo on the form: asked for unless the archive knows the person. */
import { university } from '../../../../domain/university'
import { type Answer, ok, Phone, refused } from '../../harness/phone'
import { openPage, type Rendered } from '../../harness/render'
import { form, status, tuesday } from '../../harness/samples'

const PHOTOS = 3
let phone: Phone

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  phone = new Phone().install()
  phone.storage.set('consent', university.consent)
})
afterEach(() => jest.restoreAllMocks())

async function openAtPhotos(answer: Answer, changed: object = {}): Promise<Rendered> {
  phone.answers = { 'registration.status': ok(status()), 'registration.proof': answer }
  const page = await openPage('alumni/pages/form/form')
  page.page.setData({ form: { ...form, proof: '', ...changed } })
  page.page.goTo(PHOTOS)
  await page.settle()
  return page
}
const asked = () => phone.asked('registration', 'proof').map(({ data }) => data)

test('whom the archive knows goes on without the photo', async () => {
  const page = await openAtPhotos(ok({ needed: false }))
  const { document, nameChinese, nameLatin, studies } = form
  expect(asked()).toEqual([{ document, nameChinese, nameLatin, studies }])
  expect(page.text()).toContain('学校档案里有您')
  await page.tap('下一步')
  expect(page.text()).toContain('第 5 步，共 5 步')
  expect(page.text()).toContain('无需学历证明')
})

test.each([
  ['the archive does not', ok({ needed: true })],
  ['nobody answers', refused('busy')],
])('when %s, the photo is asked for', async (_, answer) => {
  const page = await openAtPhotos(answer)
  await page.tap('下一步')
  expect(page.text()).toContain('第 4 步，共 5 步')
  expect(page.page.data.errors).toEqual({ proof: 'photo_missing' })
})

test('an answer that comes late takes the error away', async () => {
  let answer: (reply: ReturnType<typeof ok>) => void = () => {}
  const page = await openAtPhotos(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  await page.tap('下一步')
  expect(page.page.data.errors).toEqual({ proof: 'photo_missing' })
  answer(ok({ needed: false }))
  await page.settle()
  expect(page.page.data.errors).toEqual({})
})

test('with a photo, or without a number, nothing is asked', async () => {
  await openAtPhotos(ok({ needed: false }), { proof: form.proof })
  await openAtPhotos(ok({ needed: false }), { document: { ...form.document, number: '' } })
  expect(asked()).toEqual([])
})

test('a refusal that wants the photo after all opens the step and asks for it', async () => {
  const page = await openAtPhotos(ok({ needed: false }))
  phone.answers['registration.proof'] = ok({ needed: true })
  phone.answers['registration.submit'] = refused('form_invalid', { proof: 'photo_missing' })
  await page.tap('下一步')
  await page.tap('提交申请')
  await page.settle()
  expect(page.text()).toContain('第 4 步，共 5 步')
  expect(page.page.data).toMatchObject({ needsProof: true, errors: { proof: 'photo_missing' } })
})

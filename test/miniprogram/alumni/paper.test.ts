import { alumniWords } from '../../../miniprogram/alumni/words/words'
import { ok, Phone, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { form } from '../harness/samples'

const { paper: t } = alumniWords.zh
let phone: Phone
let page: Rendered

beforeEach(async () => {
  phone = new Phone().install()
  phone.answers = {
    'registration.enterPaper': ok({
      id: 'a',
      documentMasked: '321***********0011',
      round: '2026-11-26',
      cutOff: 0,
      amended: false,
    }),
  }
  page = await openPage('alumni/pages/paper/paper')
})
afterEach(() => page.detach())

async function fill() {
  page.page.fillIn(form)
  page.page.onSignedOn({ detail: { value: '2026-11-20' } })
  await page.settle()
}

test('an empty form says everything that is missing, the signature too, and asks nobody', async () => {
  await page.tap(t.enter)
  expect(page.text()).toContain(t.wrong)
  expect(page.text()).toContain(t.signedMissing)
  expect(Object.keys(page.page.data.errors)).toEqual(
    expect.arrayContaining(['document.number', 'phone', 'portrait', 'proof']),
  )
  expect(phone.asked('registration', 'enterPaper')).toEqual([])
})

test('a whole form is entered with the day of its signature and the language for messages', async () => {
  await fill()
  await page.tap(t.languages.en)
  await page.tap(t.enter)
  expect(phone.asked('registration', 'enterPaper')[0]?.data).toEqual({ form, signedOn: '2026-11-20', language: 'en' })
  expect(page.text()).toContain(t.done)
  expect(page.text()).toContain('321***********0011')
  expect(page.text()).toContain('另一位同事')
})

test('nothing of the person stays on this phone, and the next form is empty', async () => {
  await fill()
  await page.tap(t.enter)
  const kept = JSON.stringify([...phone.storage]) + JSON.stringify(page.page.data.form)
  expect(kept).not.toContain(form.document.number)
  await page.tap(t.another)
  expect(page.page.data).toMatchObject({ signedOn: '', done: null })
})

test('a refusal is said, and what was typed stays', async () => {
  phone.answers['registration.enterPaper'] = refused('person_has_card')
  await fill()
  await page.tap(t.enter)
  expect(page.text()).toContain('表上的人已经有校友卡')
  expect(page.page.data.form).toEqual(form)
})

test('what only the office finds wrong is marked at its field', async () => {
  phone.answers['registration.enterPaper'] = refused('form_invalid', { 'document.number': 'document_check_digit' })
  await fill()
  await page.tap(t.enter)
  expect(page.page.data).toMatchObject({ wrong: true, errors: { 'document.number': 'document_check_digit' } })
})

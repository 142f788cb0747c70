/** Photos of the form: uploaded under a name that says nothing, and what happens when that breaks. */
import { type Phone, refused } from '../../harness/phone'
import { openPage } from '../../harness/render'
import { form } from '../../harness/samples'
import { goOn, PAGE, phoneWithConsent } from './form-phone'

let phone: Phone

beforeEach(() => {
  phone = phoneWithConsent()
})
afterEach(() => jest.restoreAllMocks())

test('photos are uploaded into the photos folder under a name that says nothing', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form: { ...form, portrait: '', proof: '' } })
  await goOn(page, 3)
  await page.tap('拍照或从相册选择')
  await page.settle()
  expect(phone.uploads[0]).toMatch(/^photos\/[0-9a-f]{32}\.jpg$/)
  expect(page.page.data.form.proof).toMatch(/^cloud:\/\/env\/photos\//)
  expect(page.text()).toContain('已上传')
})

test('an upload that breaks can be tried again and does not count as a photo', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form: { ...form, proof: '' } })
  await goOn(page, 3)
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
  await goOn(page, 3)
  phone.answers['registration.announcePhoto'] = refused('busy')
  await page.tap('拍照或从相册选择')
  await page.settle()
  expect(phone.uploads).toEqual([])
  expect(page.text()).toContain('上传没有完成')
})

test('a photo that is too large is refused before it is uploaded', async () => {
  const page = await openPage(PAGE)
  page.page.setData({ form: { ...form, proof: '' } })
  await goOn(page, 3)
  phone.photo = { tempFilePath: 'wxfile://tmp_2.jpg', size: 11 * 1024 * 1024 }
  await page.tap('拍照或从相册选择')
  expect(page.text()).toContain('照片超过 10 MB')
  expect(phone.uploads).toEqual([])
})

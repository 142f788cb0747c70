/** Help: the contacts, hours and address of the notice, and answers that follow the university's own file. */
import { university } from '../../../../domain/university'
import { Phone } from '../../harness/phone'
import { openPage } from '../../harness/render'

const PAGE = 'alumni/pages/help/help'
let phone: Phone

beforeEach(() => {
  phone = new Phone().install()
})

test('every contact of the notice is there and can be called', async () => {
  const called: string[] = []
  const page = await openPage(PAGE)
  ;(globalThis as any).wx.makePhoneCall = async ({ phoneNumber }: { phoneNumber: string }) => called.push(phoneNumber)
  for (const { office, phone: number } of university.contacts) {
    expect(page.text()).toContain(office.zh)
    await page.tap(number)
  }
  expect(called).toEqual(['+8651188792366', '+8651188792566', '+8651188792216'])
  expect(page.text()).toContain(university.address.zh)
  expect(page.text()).toContain('08:30–11:30，14:00–17:00')
})

test('hanging up before the call is not an error', async () => {
  const page = await openPage(PAGE)
  ;(globalThis as any).wx.makePhoneCall = () => Promise.reject(new Error('makePhoneCall:fail cancel'))
  await page.tap(university.contacts[0].phone)
})

test('one answer is open at a time, with the university’s own day and years', async () => {
  const page = await openPage(PAGE)
  await page.tap('多久能拿到卡？')
  expect(page.text()).toContain('每星期四 12:00 截止')
  await page.tap('收费吗？有效期多久？')
  expect(page.text()).toContain('有效期 2 年')
  expect(page.text()).not.toContain('每星期四 12:00 截止')
  expect(page.text()).not.toMatch(/\{\w+\}/)
})

test("the visitor's way is a tap away", async () => {
  const help = await openPage(PAGE)
  await help.tap('预约访客入校')
  expect(phone.addresses).toEqual(['/alumni/pages/visit/visit'])
})

test('staff find the way in', async () => {
  const page = await openPage(PAGE)
  await page.tap('我收到了工作人员邀请码')
  expect(phone.addresses).toEqual(['/staff/pages/join/join'])
})

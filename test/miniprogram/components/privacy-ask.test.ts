/** WeChat's question before something private is used: what for, agree, not, and what waits goes on or fails. */
import { Phone } from '../harness/phone'
import { type Rendered, render } from '../harness/render'

type Ask = (resolve: (answer: object) => void, event?: { referrer: string }) => void
let ask: Ask | undefined
let guides = 0
let toasts: string[] = []
let component: Rendered

beforeEach(() => {
  new Phone().install()
  ask = undefined
  guides = 0
  toasts = []
  Object.assign((globalThis as any).wx, {
    onNeedPrivacyAuthorization: (listener: Ask) => {
      ask = listener
    },
    openPrivacyContract: () => {
      guides += 1
    },
    showToast: ({ title }: { title: string }) => void toasts.push(title),
  })
  component = render('components/privacy-ask/privacy-ask')
})
afterEach(() => component.detach())

/** WeChat holds an interface. @returns what it was told */
function hold(referrer: string): object[] {
  const told: object[] = []
  ask?.((answer) => void told.push(answer), { referrer })
  return told
}

test.each([
  ['chooseMedia', '相册和相机'],
  ['button.getPhoneNumber', '手机号'],
  ['setClipboardData', '剪贴板'],
  ['chooseMessageFile', '聊天中的文件'],
])('%s: says what it is needed for', async (referrer, words) => {
  const told = hold(referrer)
  await component.settle()
  expect(component.text()).toContain(words)
  expect(told).toEqual([{ event: 'exposureAuthorization' }])
})

test('agreed: everything that waits goes on, by the button that was pressed', async () => {
  const [one, other] = [hold('chooseMedia'), hold('setClipboardData')]
  await component.settle()
  component.page.onAgreed()
  const agree = { event: 'agree', buttonId: component.page.data.button }
  expect([one.at(-1), other.at(-1)]).toEqual([agree, agree])
  expect(component.page.data.asking).toBe(false)
})

test('not agreed: it fails, and what can be done instead is said; the guide can be read before', async () => {
  const told = hold('button.getPhoneNumber')
  await component.settle()
  component.page.onGuide()
  expect(guides).toBe(1)
  await component.tap('不同意')
  expect(told.at(-1)).toEqual({ event: 'disagree' })
  expect(toasts).toEqual([expect.stringContaining('短信验证码')])
  expect(component.page.data.asking).toBe(false)
})

test('a page that closes leaves nothing waiting; an older WeChat does not ask', async () => {
  const told = hold('chooseMedia')
  component.detach()
  expect(told.at(-1)).toEqual({ event: 'disagree' })
  Object.assign((globalThis as any).wx, { onNeedPrivacyAuthorization: undefined })
  expect(() => render('components/privacy-ask/privacy-ask')).not.toThrow()
})

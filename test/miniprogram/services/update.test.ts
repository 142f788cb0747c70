/** A new version is offered once, kindly, and never over a card, a scan or a form. */
import { Phone } from '../harness/phone'

let route: string
let tellReady: () => void
let asked: WechatMiniprogram.ShowModalOption[]
let applied: number
let update: typeof import('../../../miniprogram/services/update')

beforeEach(() => {
  jest.resetModules()
  new Phone().install()
  route = 'pages/home/home'
  asked = []
  applied = 0
  const manager = { onUpdateReady: (told: () => void) => (tellReady = told), applyUpdate: () => (applied += 1) }
  Object.assign(wx, {
    getUpdateManager: () => manager,
    showModal: (option: WechatMiniprogram.ShowModalOption) => asked.push(option),
  })
  Reflect.set(globalThis, 'getCurrentPages', () => [{ route }])
  update = require('../../../miniprogram/services/update')
  update.watchForUpdate()
})

const answer = (confirm: boolean) =>
  asked[0]?.success?.({ confirm, cancel: !confirm, content: null, errMsg: '' } as never)

test('without a new version nobody is asked', () => {
  update.offerUpdate()
  expect(asked).toEqual([])
})

test('at home the new version is offered, and begun only by a yes', () => {
  tellReady()
  expect(asked).toHaveLength(1)
  answer(true)
  expect(applied).toBe(1)
})

test('who declines is not asked again', () => {
  tellReady()
  answer(false)
  update.offerUpdate()
  expect(asked).toHaveLength(1)
  expect(applied).toBe(0)
})

test.each(['pages/card/card', 'guard/pages/scan/scan', 'alumni/pages/form/form'])(
  'on %s it waits for the way home',
  (busy) => {
    route = busy
    tellReady()
    expect(asked).toEqual([])
    route = 'pages/home/home'
    update.offerUpdate()
    expect(asked).toHaveLength(1)
  },
)

test.each(['zh', 'en'] as const)('the buttons fit WeChat’s four characters (%s)', (language) => {
  const { words } = require('../../../miniprogram/i18n/words')
  const { confirmText, cancelText } = words[language].update
  expect(confirmText.length).toBeLessThanOrEqual(4)
  expect(cancelText.length).toBeLessThanOrEqual(4)
})

/**
 * What people meet when something is wrong: in words, under the field or on the page, with a next step, and nothing is lost.
 * And what somebody meets who talks to the functions past every page.
 */
import net from 'node:net'
import { consent } from './alumnus'
import { type Browser, openPhone, type Page, startBrowser } from './browser'
import { seen, tap, type } from './hands'
import { amara, li } from './people'
import { Product } from './product'
import { CUT_OFF, MONDAY } from './week'
import { words } from './words'

jest.setTimeout(120_000)

const { main, alumni, refusals } = words.zh
const { fields } = main

let product: Product
let browser: Browser

beforeAll(async () => {
  product = await Product.start(MONDAY)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.dispose()
})

async function withPhone(options: { openid: string; page?: string }, work: (phone: Page) => Promise<void>) {
  const phone = await openPhone(browser, product, options)
  try {
    await work(phone)
  } finally {
    await phone.context().close()
  }
}

describe('on the pages', () => {
  test.each([
    ['a wrong check digit', '321102199001010012', fields.document_check_digit],
    ['an impossible date', '321102199002290019', fields.document_date],
    ['a number of another shape', '12345', fields.document_shape],
  ])('%s is told when the field is left, and what was typed stays', async (_, number, sentence) => {
    await withPhone({ openid: li.openid }, async (phone) => {
      await tap(phone, main.home.steps.register.action)
      await consent(phone, 'zh')
      await type(phone, alumni.documents.number, number)
      await seen(phone, sentence).waitFor()
      await tap(phone, alumni.form.next)
      await seen(phone, sentence).waitFor()
      const field = phone.locator(`input[aria-label="${alumni.documents.number}"]`)
      expect(await field.inputValue()).toBe(number)
    })
  })

  test('a staff page opened by an alumnus says that it is not theirs', async () => {
    await withPhone({ openid: li.openid, page: 'staff/pages/queue/queue' }, async (phone) => {
      await seen(phone, refusals.not_allowed.say).waitFor()
      await seen(phone, refusals.not_allowed.next).waitFor()
    })
  })

  test('somebody who has no card learns nothing about whose number it is', async () => {
    await withPhone({ openid: amara.openid, page: 'alumni/pages/activate/activate' }, async (phone) => {
      await type(phone, alumni.documents.number, li.document.number)
      await tap(phone, alumni.activate.next)
      await tap(phone, alumni.activate.wechat)
      await seen(phone, '同意').click()
      await phone.locator('button', { hasText: '允许' }).locator('visible=true').last().click()
      await seen(phone, refusals.activation_not_matched.say).waitFor()
      await seen(phone, refusals.activation_not_matched.next).waitFor()
    })
  })
})

describe('past the pages', () => {
  test('an unknown action and unknown fields are refused by code', async () => {
    expect(await product.call(li.openid, 'registration', { action: 'approveMe' })).toEqual({
      ok: false,
      code: 'unknown_action',
    })
    const extra = { action: 'status', openid: 'o-wu-fang' }
    expect(await product.call(li.openid, 'registration', extra)).toEqual({ ok: false, code: 'bad_request' })
  })

  test('an alumnus is refused by every staff function', async () => {
    const calls = [
      ['review', { action: 'round' }],
      ['office', { action: 'staff' }],
      [
        'gate',
        {
          action: 'record',
          scans: [
            {
              id: '0'.repeat(32),
              at: 1,
              point: 'library',
              verdict: 'admitted',
              serial: null,
              step: null,
              online: true,
            },
          ],
        },
      ],
    ] as const
    for (const [name, data] of calls) {
      expect(await product.call(li.openid, name, data)).toMatchObject({ ok: false, code: 'not_allowed' })
    }
  })

  test('a torn request does nothing and hurts nobody', async () => {
    await new Promise<void>((resolve, reject) => {
      const socket = net.connect(product.port, '127.0.0.1', () => {
        const head =
          'POST /_emulator/call HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n'
        socket.write(`${head}{"openid":"${li.openid}","name":"registration","data":{"action":"sub`, () =>
          socket.destroy(),
        )
      })
      socket.on('close', () => resolve())
      socket.on('error', reject)
    })
    const status = await product.call(li.openid, 'registration', { action: 'status' })
    expect(status).toMatchObject({ ok: true, value: { application: null } })
  })

  test('registration while stopped is refused with the round that is under way', async () => {
    await product.moveTo(CUT_OFF)
    await withPhone({ openid: 'o-wang-jianguo' }, async (phone) => {
      await seen(phone, main.home.steps.stopped.head).waitFor()
    })
  })
})

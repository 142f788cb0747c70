/** The services between pages and platform: time, the road to the functions, the wallet, the draft. */
import { ok, Phone, refused } from '../harness/phone'
import { card, credential, form, tuesday } from '../harness/samples'

let phone: Phone
let clock: number

beforeEach(() => {
  jest.resetModules()
  clock = tuesday
  jest.spyOn(Date, 'now').mockImplementation(() => clock)
  phone = new Phone().install()
})
afterEach(() => jest.restoreAllMocks())

const load = <T>(name: string) => require(`../../../miniprogram/services/${name}`) as T
const request = () => load<typeof import('../../../miniprogram/services/request')>('request')
const time = () => load<typeof import('../../../miniprogram/services/clock')>('clock')
const wallet = () => load<typeof import('../../../miniprogram/services/wallet')>('wallet')
const draft = () => load<typeof import('../../../miniprogram/services/draft')>('draft')

describe('the road to the functions', () => {
  test('hands on values and refusals as they are', async () => {
    phone.answers = { 'office.me': ok({ staff: null }), 'office.join': refused('invitation_invalid') }
    expect(await request().request('office', 'me')).toEqual({ ok: true, value: { staff: null } })
    expect(await request().request('office', 'join', { code: 'x' })).toEqual({ ok: false, code: 'invitation_invalid' })
    expect(phone.calls[1]).toEqual({ name: 'office', action: 'join', data: { code: 'x' } })
  })

  test('a full phone keeps answering', async () => {
    phone.answers = { 'registration.status': ok({ now: tuesday + 120_000 }) }
    ;(globalThis as any).wx.setStorageSync = () => {
      throw new Error('setStorageSync:fail exceed max size')
    }
    expect(await request().request('registration', 'status')).toMatchObject({ ok: true })
    expect(time().now()).toBe(tuesday + 120_000)
  })

  test('tells no network from no answer', async () => {
    expect(await request().request('office', 'me')).toEqual({ ok: false, code: 'no_answer' })
    phone.online = false
    expect(await request().request('office', 'me')).toEqual({ ok: false, code: 'offline' })
  })

  test.each([null, 'text', {}, 7])('an answer of the wrong shape (%p) is no answer', async (result) => {
    ;(globalThis as any).wx.cloud.callFunction = async () => ({ result })
    expect(await request().request('office', 'me')).toEqual({ ok: false, code: 'no_answer' })
  })
})

describe('time', () => {
  test('is the server’s, learnt from any answer that carries it, and stays so offline', async () => {
    phone.answers = { 'registration.status': ok({ now: tuesday + 120_000 }) }
    await request().request('registration', 'status')
    expect(time().now()).toBe(tuesday + 120_000)
    jest.resetModules()
    clock += 5_000
    expect(time().now()).toBe(tuesday + 125_000)
  })

  test('never goes back, and says when the phone’s clock did', () => {
    expect(time().readTime()).toMatchObject({ now: tuesday, wentBack: false })
    clock -= 600_000
    expect(time().readTime()).toMatchObject({ now: tuesday, wentBack: true })
  })

  test('remembers across a restart that it was later already', () => {
    time().now()
    clock += 60_000
    time().now()
    jest.resetModules()
    clock = tuesday - 3_600_000
    expect(time().readTime()).toMatchObject({ now: tuesday + 60_000, wentBack: true })
  })

  test('a server’s word puts a phone right that ran ahead', async () => {
    clock = tuesday + 3_600_000
    time().now()
    phone.answers = { 'registration.status': ok({ now: tuesday }) }
    await request().request('registration', 'status')
    expect(time().readTime()).toMatchObject({ now: tuesday, wentBack: false })
  })
})

describe('the wallet', () => {
  test('keeps what the server says, and a held credential when it says nothing newer', async () => {
    phone.answers = { 'card.show': ok({ now: tuesday, card, credential }) }
    await wallet().refreshCard()
    expect(wallet().readWallet()).toEqual({ card, credential })
    phone.answers = { 'card.show': ok({ now: tuesday, card, credential: null }) }
    await wallet().refreshCard()
    expect(wallet().readWallet()).toEqual({ card, credential })
  })

  test('a suspended card loses its credential', async () => {
    phone.storage.set('card', { card, credential })
    phone.answers = { 'card.show': ok({ now: tuesday, card: { ...card, status: 'suspended' }, credential: null }) }
    await wallet().refreshCard()
    expect(wallet().readWallet()?.credential).toBeNull()
  })

  test('no card on the server: none on the phone; no answer: as before', async () => {
    phone.storage.set('card', { card, credential })
    await wallet().refreshCard()
    expect(wallet().readWallet()).not.toBeNull()
    phone.answers = { 'card.show': refused('card_none') }
    await wallet().refreshCard()
    expect(wallet().readWallet()).toBeNull()
  })

  test.each(['', 'text', 5, { card: 1 }])('a storage that holds %p is empty', (stored) => {
    phone.storage.set('card', stored)
    expect(wallet().readWallet()).toBeNull()
  })
})

describe('the portrait', () => {
  const portrait = () => load<typeof import('../../../miniprogram/services/portrait')>('portrait')
  const withPhoto = { ...card, portraitUrl: 'https://storage/portrait?sign=1' }

  test('is fetched once for an activation and shown from the phone', async () => {
    await portrait().keepPortrait(withPhoto)
    await portrait().keepPortrait({ ...withPhoto, portraitUrl: 'https://storage/portrait?sign=2' })
    expect(phone.downloads).toEqual(['https://storage/portrait?sign=1'])
    expect(phone.files).toEqual([`wxfile://usr/portrait-${card.number}.jpg`])
    expect(portrait().portraitOf({ ...withPhoto, portraitUrl: '' })).toBe(phone.files[0])
  })

  test('of another activation is another portrait', async () => {
    await portrait().keepPortrait(withPhoto)
    expect(portrait().portraitOf({ ...withPhoto, activatedAt: tuesday })).toBe(withPhoto.portraitUrl)
  })

  test('is not kept when the address has run out, and is forgotten when its file is gone', async () => {
    phone.downloadStatus = 403
    await portrait().keepPortrait(withPhoto)
    expect(portrait().portraitOf(withPhoto)).toBe(withPhoto.portraitUrl)
    phone.downloadStatus = 200
    await portrait().keepPortrait(withPhoto)
    portrait().dropPortrait()
    expect(portrait().portraitOf(withPhoto)).toBe(withPhoto.portraitUrl)
  })
})

describe('the draft', () => {
  test('never holds the document number', () => {
    draft().keepDraft({ form, step: 2, amends: '' })
    expect(JSON.stringify([...phone.storage.values()])).not.toContain(form.document.number)
    expect(draft().readDraft()?.form).toEqual({ ...form, document: { ...form.document, number: '' } })
  })

  test('a new application and an amendment are not mixed up', () => {
    draft().keepDraft({ form, step: 0, amends: 'application-1' })
    expect(draft().hasDraft()).toBe(false)
    expect(draft().readDraft('application-1')).not.toBeNull()
    expect(draft().readDraft('application-2')).toBeNull()
  })

  test('is gone once forgotten', () => {
    draft().keepDraft({ form, step: 0, amends: '' })
    draft().forgetDraft()
    expect(draft().hasDraft()).toBe(false)
  })
})

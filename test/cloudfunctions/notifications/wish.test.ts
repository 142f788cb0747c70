/** "Tell me when registration opens": one wish an account, one message, and a change of mind counts. */

import { universityClosedForYears } from '../harness/calendar'
import { CUT_OFF, MONDAY, type TestCloud, THURSDAY, testCloud } from '../harness/cloud'
import { ADMIN, close, openOffice, saveSettings } from '../harness/office'
import { foreigner, type Person, person } from '../harness/people'

const ecard: TestCloud = testCloud()
const MINUTE = 60_000
const wish = (who: Person, changed: object = {}) =>
  ecard.call(who.openid, 'notifications', 'wish', { agreed: false, phone: who.phone, language: 'zh', ...changed })
const told = (who: Person) => ecard.texts(who.phone).map(({ template }) => template)

beforeAll(() => openOffice(ecard))

test('while registration is open there is nothing to wait for', async () => {
  expect(await wish(person(1))).toEqual({ ok: false, code: 'registration_open_now' })
  expect(ecard.records('wishes')).toEqual([])
})

describe('while it is stopped', () => {
  const [one, twice, gone, abroad, wrong] = [person(2), person(3), person(4), foreigner(5), person(6)]

  beforeAll(() => ecard.moveTo(CUT_OFF))

  test('the wish is kept, and the number is sealed', async () => {
    expect((await wish(one)).value.wish).toEqual({
      since: expect.any(Number),
      byWechat: false,
      phoneMasked: `+86 ··· ${one.phone.slice(-4)}`,
    })
    expect(JSON.stringify(ecard.records('wishes'))).not.toContain(one.phone.slice(3))
    const { wish: read } = await ecard.value(one.openid, 'notifications', 'readWish')
    expect(read).toMatchObject({ byWechat: false })
    expect(await ecard.value(abroad.openid, 'notifications', 'readWish')).toEqual({ wish: null })
  })

  test.each([
    ['no number', ''],
    ['a number that cannot be', '+86123'],
  ])('with %s and no consent nobody could be told', async (_, phone) => {
    expect(await wish(wrong, { phone })).toEqual({ ok: false, code: 'wish_unreachable' })
  })

  test('asked at once from two phones of one account there is one wish, and the last one counts', async () => {
    const answers = await Promise.all([wish(twice), wish(twice), wish(twice, { language: 'en' })])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(ecard.records('wishes').filter(({ _id }) => _id === twice.openid)).toHaveLength(1)
  })

  test('it can be taken back, and taken back again', async () => {
    await wish(gone)
    await ecard.value(gone.openid, 'notifications', 'dropWish')
    await ecard.value(gone.openid, 'notifications', 'dropWish')
    expect(ecard.record('wishes', gone.openid)).toBeFalsy()
  })

  test('ten changes of mind a day', async () => {
    for (let change = 0; change < 10; change += 1) {
      await wish(wrong)
    }
    expect(await wish(wrong)).toEqual({ ok: false, code: 'wish_limit' })
    await ecard.value(wrong.openid, 'notifications', 'dropWish')
  })

  test('nobody is told before it opens', async () => {
    await wish(abroad, { language: 'en' })
    await ecard.dispatch()
    expect([one, twice, gone, abroad].flatMap(told)).toEqual([])
  })

  test('when the round is closed everybody who waits hears exactly once, several dispatchers or not', async () => {
    expect((await close(ecard, false, THURSDAY)).value).toMatchObject({ done: true })
    await Promise.all([ecard.dispatch(), ecard.dispatch(), ecard.dispatch()])
    await ecard.dispatch()
    expect(told(one)).toEqual(['registration_open.zh'])
    expect(told(twice)).toHaveLength(1)
    expect(told(abroad)).toEqual(['registration_open.en'])
    expect(told(gone)).toEqual([])
    expect(ecard.records('wishes')).toEqual([])
  })

  test('staff and the audit log see a message whose key names no account', () => {
    const keys = ecard.records('outbox').map(({ _id }) => _id)
    expect(keys).toHaveLength(3)
    expect(keys.join()).not.toContain('o-')
  })

  test('who waits again hears again', async () => {
    await ecard.moveTo(CUT_OFF + 7 * 24 * 60 * MINUTE)
    await wish(one)
    await close(ecard, false, '2027-03-11')
    await ecard.dispatch()
    expect(told(one)).toEqual(['registration_open.zh', 'registration_open.zh'])
  })
})

test('a vacation that is taken out of the calendar opens registration, too', async () => {
  const { settings } = await ecard.value(ADMIN, 'office', 'readSettings')
  await saveSettings(ecard, universityClosedForYears)
  expect(ecard.now).toBeGreaterThan(MONDAY)
  const who = person(9)
  expect((await wish(who)).ok).toBe(true)
  await ecard.dispatch()
  expect(told(who)).toEqual([])
  await saveSettings(ecard, settings)
  await ecard.dispatch()
  expect(told(who)).toEqual(['registration_open.zh'])
})

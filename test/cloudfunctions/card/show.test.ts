/** Showing the card: to whom, with which credential, and what is said of cards that are over. */

import { ed25519 } from '@noble/curves/ed25519.js'
import { fromHex, isCredentialGenuine, readVerifyKey } from '../../../domain/pass'
import { addDays, DAY, startOf } from '../../../domain/time/shanghai'
import { THURSDAY, testCloud } from '../harness/cloud'
import { activation, deviceKey, issueTo, openOffice } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const who = person(1)
const { devicePublicKey } = deviceKey(1)
const show = (fields: object = { devicePublicKey }) => ecard.call(who.openid, 'card', 'show', fields)
let number = ''

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, [who])
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  const reply = await ecard.value(who.openid, 'activation', 'activate', activation(ecard, who))
  number = reply.card.number
})

test('card_none for anybody else', async () => {
  expect(await ecard.call('o-nobody', 'card', 'show')).toEqual({ ok: false, code: 'card_none' })
})

test('a credential that the issuer key signed, for this phone, ninety days, on the server clock', async () => {
  const { value } = await show()
  expect(Math.abs(value.now - ecard.now)).toBeLessThan(10_000)
  expect(value.credential.expires).toBe(addDays('2027-03-05', 90))
  const issuer = readVerifyKey(ed25519.getPublicKey(new Uint8Array(32).fill(5)))!
  const credential = fromHex(value.credential.credential)!
  expect(isCredentialGenuine(credential, issuer)).toBe(true)
  expect(value.credential.credential).toContain(devicePublicKey)
  expect(value.card).toMatchObject({ number, status: 'active', class: 1, nameChinese: '张小明' })
})

test('the portrait by an address that ends', async () => {
  const fileId = ecard.cloud.world.storage.upload('photos/portrait-99-0000.jpg', Buffer.from('jpeg'), who.openid)
  await ecard.setRecord('cards', number, { portrait: fileId })
  const { portraitUrl } = (await show()).value.card
  expect(await (await fetch(portraitUrl)).text()).toBe('jpeg')
})

test('without a phone key the card is shown without a credential', async () => {
  expect((await show({})).value).toMatchObject({ card: { number }, credential: null })
})

test('device_changed for a phone that is not bound', async () => {
  expect(await show(deviceKeyOf(2))).toEqual({ ok: false, code: 'device_changed' })
})

test('suspended and revoked cards are shown as such, without a credential', async () => {
  for (const status of ['suspended', 'revoked']) {
    await ecard.setRecord('cards', number, { status })
    expect((await show()).value).toMatchObject({ card: { status }, credential: null })
  }
  await ecard.setRecord('cards', number, { status: 'active' })
})

test('the credential never outlives the card, and an expired card gets none', async () => {
  const lastDay = startOf('2029-03-04')
  await ecard.moveTo(lastDay)
  expect((await show()).value.credential.expires).toBe('2029-03-04')
  await ecard.moveTo(lastDay + DAY)
  expect((await show()).value).toMatchObject({ card: { validUntil: '2029-03-04' }, credential: null })
})

const deviceKeyOf = (seed: number) => ({ devicePublicKey: deviceKey(seed).devicePublicKey })

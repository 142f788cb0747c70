/**
 * Keys change while cards are in use: old and new passes are both let in, phones move over silently, lists are signed
 * anew.
 */
import { fromHex, shouldRenewCredential } from '../../../domain/pass'
import { DAY } from '../../../domain/time/shanghai'
import { startCloud } from '../../../emulator/cloud/cloud'
import { buildAll } from '../harness/build'
import { cloudOptions, testCloud } from '../harness/cloud'
import { activated, type CardPhone, GuardPhone } from '../harness/gate'
import { functionKeys } from '../harness/keys'
import { GUARD, openOffice } from '../harness/office'

const ecard = testCloud()
let phones: CardPhone[] = []
let oldKeys: { keyId: number; issuer: string; view: string }[] = []
const guard = new GuardPhone(ecard)
const base64 = (hex: string) => Buffer.from(fromHex(hex)!).toString('base64')
const verdictOf = async (phone: CardPhone) =>
  (await ecard.value(GUARD, 'gate', 'check', { text: phone.code(), point: 'gate-east', challenge: null })).verdict

/**
 * The same cloud with other keys, as after an update of the functions' environment; its clock is kept with its data.
 */
async function restart(keys: Record<string, string>) {
  await ecard.cloud.stop()
  ecard.cloud = await startCloud(cloudOptions(buildAll(), ecard.dataDir, { ...functionKeys, ...keys }))
  await ecard.cloud.controls.advanceClock(0)
}

const newPair = {
  PASS_KEY_ID: '8',
  PASS_ISSUER_KEY: Buffer.alloc(32, 85).toString('base64'),
  PASS_VIEW_KEY: Buffer.alloc(16, 86).toString('base64'),
}

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 2)
  oldKeys = (await guard.open()).keys
}, 60_000)

test('after 90 days a credential has died; a phone that was online meanwhile renewed it silently', async () => {
  const [renewing, away] = phones as [CardPhone, CardPhone]
  const { credential, card } = await renewing.renew()
  await ecard.moveTo(ecard.now + 45 * DAY)
  expect(shouldRenewCredential(credential.expires, card.validUntil, ecard.now)).toBe(true)
  await renewing.renew()
  await ecard.moveTo(ecard.now + 46 * DAY)
  expect([await verdictOf(renewing), await verdictOf(away)]).toEqual(['admitted', 'expired'])
  await away.renew()
  expect(await verdictOf(away)).toBe('admitted')
})

test('a new pair of keys: passes of both are let in, a guard gets both, showing the card moves a phone over', async () => {
  const [moving, staying] = phones as [CardPhone, CardPhone]
  const [old] = oldKeys
  const earlier = [{ keyId: old!.keyId, issuer: base64(old!.issuer), view: base64(old!.view) }]
  await restart({ ...newPair, PASS_KEYS_EARLIER: JSON.stringify(earlier) })
  expect([moving.credential[1], await verdictOf(moving)]).toEqual([7, 'admitted'])
  await moving.renew()
  expect([moving.credential[1], await verdictOf(moving)]).toEqual([8, 'admitted'])
  expect([staying.credential[1], await verdictOf(staying)]).toEqual([7, 'admitted'])
  const { keys } = await guard.open()
  expect(keys).toEqual([{ keyId: 8, issuer: expect.any(String), view: '56'.repeat(16) }, old])
})

test('once the old pair is withdrawn, its passes are unknown_key until the phone comes online', async () => {
  const [, staying] = phones as [CardPhone, CardPhone]
  await restart(newPair)
  expect(await verdictOf(staying)).toBe('unknown_key')
  await staying.renew()
  expect(await verdictOf(staying)).toBe('admitted')
})

test('a new list key signs a new list at once, with a higher sequence and the same serials', async () => {
  const before = guard.list!.sequence
  await restart({ ...newPair, PASS_LIST_KEY: Buffer.alloc(32, 87).toString('base64') })
  await guard.open()
  expect(guard.list!.sequence).toBe(before + 1)
})

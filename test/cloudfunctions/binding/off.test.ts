/** A university without an official account: everything else works, and each question gets its answer. */
import { testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { ADMIN, openOffice } from '../harness/office'

const ecard = testCloud({ ...functionKeys, OFFICIAL_APP_ID: '' })

test('the card page is told, admins are told, and the address answers nobody', async () => {
  await openOffice(ecard)
  expect(await ecard.value('o-anybody', 'binding', 'status')).toEqual({ official: { state: 'off' } })
  expect(await ecard.call('o-anybody', 'binding', 'bind')).toEqual({ ok: false, code: 'official_off' })
  expect(await ecard.call(ADMIN, 'binding', 'menu')).toEqual({ ok: false, code: 'official_off' })
  expect((await fetch(`${ecard.cloud.url}/http/binding?echostr=1`)).status).toBe(404)
  await ecard.cloud.controls.fireTimer('binding')
})

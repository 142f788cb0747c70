/** The road into every function: strict parsing, who is calling, that garbage stays outside. Roles: access.test.ts. */
import { activationRequests } from '../../domain/activation/api'
import { archiveRequests } from '../../domain/archive/api'
import { bindingRequests } from '../../domain/binding/api'
import { cardRequests } from '../../domain/card/api'
import { gateRequests } from '../../domain/gate/api'
import { libraryRequests } from '../../domain/library/api'
import { notificationsRequests } from '../../domain/notifications/api'
import { officeRequests } from '../../domain/office/api'
import { privacyRequests } from '../../domain/privacy/api'
import { registrationRequests } from '../../domain/registration/api'
import { renewalRequests } from '../../domain/renewal/api'
import { reviewRequests } from '../../domain/review/api'
import { visitorRequests } from '../../domain/visitor/api'
import { functionNames } from './harness/build'
import { testCloud } from './harness/cloud'
import { ADMIN, openOffice, REVIEWER } from './harness/office'

const ecard = testCloud()
const raw = (openid: string, name: string, event: unknown) => ecard.cloud.call(openid, name, event)

const actions = {
  registration: registrationRequests,
  review: reviewRequests,
  activation: activationRequests,
  card: cardRequests,
  gate: gateRequests,
  notifications: notificationsRequests,
  office: officeRequests,
  archive: archiveRequests,
  binding: bindingRequests,
  library: libraryRequests,
  privacy: privacyRequests,
  renewal: renewalRequests,
  visitor: visitorRequests,
}

beforeAll(() => openOffice(ecard))

test('every capability with requests is a function, and every function has its actions', async () => {
  expect(functionNames().sort()).toEqual(Object.keys(actions).sort())
  for (const [name, requests] of Object.entries(actions)) {
    for (const action of Object.keys(requests)) {
      const reply: any = await raw('o-anybody', name, { action, unknownField: 1 })
      expect(reply).toEqual({ ok: false, code: 'bad_request' })
    }
  }
}, 60_000)

test('unknown_action, also for names that every object has', async () => {
  for (const action of ['', 'nothing', 'constructor', '__proto__', 'toString', 'timer', 7, null]) {
    expect(await raw('o-x', 'registration', { action })).toEqual({ ok: false, code: 'unknown_action' })
  }
  expect(await raw('o-x', 'registration', {})).toEqual({ ok: false, code: 'unknown_action' })
})

test('garbage is a bad request or an unknown action, never a failure', async () => {
  const events = [
    null,
    [],
    'text',
    42,
    [{ action: 'status' }],
    { action: { $gt: '' } },
    { action: 'submit', form: null },
  ]
  for (const event of events) {
    const reply: any = await raw('o-x', 'registration', event)
    expect(['bad_request', 'unknown_action']).toContain(reply.code)
  }
  const operators = { action: 'application', id: { $ne: null } }
  expect(await raw(REVIEWER, 'review', operators)).toEqual({ ok: false, code: 'bad_request' })
})

test('an OPENID in the event is not believed: neither as a field nor in the place where WeChat puts it', async () => {
  const forged = { action: 'staff', userInfo: { openId: ADMIN, appId: 'x' }, tcbContext: { openid: ADMIN } }
  expect(await raw('o-nobody', 'office', forged)).toEqual({ ok: false, code: 'not_allowed' })
})

test('somebody who dresses an event as a timer is a person', async () => {
  const event = { Type: 'Timer', TriggerName: 'dispatch' }
  expect(await raw('o-nobody', 'notifications', event)).toEqual({ ok: false, code: 'unknown_action' })
})

test('not_signed_in: without an OPENID only the platform may call, and only what is for it', async () => {
  const { functions } = ecard.cloud.world
  const reply = await functions.invoke('registration', { action: 'status' }, { kind: 'function', phone: null })
  expect(reply.result).toEqual({ ok: false, code: 'not_signed_in' })
  const dispatched = await functions.invoke('notifications', { action: 'dispatch' }, { kind: 'function', phone: null })
  expect(dispatched.result).toMatchObject({ ok: true })
  const timer = await functions.invoke('review', { type: 'timer' }, { kind: 'timer' })
  expect(timer.result).toEqual({ ok: true, value: null })
})

test('an OPENID of digits only is a name like any other', async () => {
  await ecard.cloud.world.database.insert('staff', [{ _id: '1234567', name: 'x', role: 'guard', since: 1 }])
  expect(await ecard.value('1234567', 'office', 'me')).toMatchObject({ staff: { role: 'guard' } })
})

test('internal: an unexpected failure is answered with a reference and nothing else', async () => {
  await ecard.cloud.world.database.editById('settings', 'office', () => null)
  const reply = await ecard.call(ADMIN, 'office', 'readSettings')
  expect(reply).toEqual({ ok: false, code: 'internal', details: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) } })
  expect(ecard.lastLog()).toContain(reply.details?.reference)
})

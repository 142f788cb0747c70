/** The office: the first admin, invitations, settings; each refusal by name. */
import { settings } from '../harness/calendar'
import { CUT_OFF, MONDAY, THURSDAY, testCloud } from '../harness/cloud'
import { BOOTSTRAP_CODE } from '../harness/keys'

const ecard = testCloud()
const call = (openid: string, action: string, fields: object = {}) => ecard.call(openid, 'office', action, fields)
const bootstrap = (openid: string, code = BOOTSTRAP_CODE) => call(openid, 'bootstrap', { code, name: '吴芳' })
const [ADMIN, REVIEWER] = ['o-first', 'o-reviewer']

test('bootstrap_closed for a wrong code; the first with the right one is admin, of many at once exactly one', async () => {
  expect(await bootstrap('o-guess', 'wrong')).toEqual({ ok: false, code: 'bootstrap_closed' })
  expect(await call(ADMIN, 'me')).toEqual({ ok: true, value: { staff: null } })
  const replies = await Promise.all(Array.from({ length: 6 }, (_, n) => bootstrap(n === 0 ? ADMIN : `o-rush-${n}`)))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(replies.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(new Set(['bootstrap_closed']))
  expect(await bootstrap('o-late')).toEqual({ ok: false, code: 'bootstrap_closed' })
  const [admin] = ecard.records('staff')
  expect(ecard.record('invitations', 'staff-bootstrap')).toMatchObject({ role: 'admin', usedBy: admin._id })
  await ecard.cloud.world.database.insert('staff', [{ ...admin, _id: ADMIN === admin._id ? 'o-spare' : ADMIN }])
})

test('the service begins open: settings by default, nothing waited for', async () => {
  expect((await call(ADMIN, 'readSettings')).value).toEqual({
    settings: {
      ...settings,
      sendingHours: { from: '08:00', until: '22:00' },
      renewalWindowDays: 60,
      visitDaysAhead: 14,
      visitsPerMonth: 2,
      visitsByRule: 2,
      visitLeavingMinutes: 0,
      shredDays: 30,
      deletionDays: 3,
    },
    version: 1,
    lastClosedRound: '2027-02-28',
  })
  const { state } = await ecard.value('o-anybody', 'registration', 'status')
  expect(state).toEqual({ open: true, next: { day: THURSDAY, cutOff: CUT_OFF } })
})

test('invitation_invalid: unknown, used, older than a day; one answer', async () => {
  const { code, expiresAt } = (await call(ADMIN, 'invite', { role: 'reviewer', name: '周敏' })).value
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(expiresAt - ecard.now).toBeGreaterThan(86_390_000)
  const spelled = ` ${code.toLowerCase().replaceAll('-', ' ')} `
  expect(await call(REVIEWER, 'join', { code: spelled })).toMatchObject({
    ok: true,
    value: { staff: { role: 'reviewer' } },
  })
  const late = (await call(ADMIN, 'invite', { role: 'guard', name: '赵强' })).value
  await ecard.cloud.controls.advanceClock(24 * 3_600_000)
  for (const bad of ['AAAA-BBBB-CCCC-DDDD', code, late.code, '']) {
    expect(await call('o-x', 'join', { code: bad })).toEqual({ ok: false, code: 'invitation_invalid' })
  }
  expect(JSON.stringify(ecard.records('invitations'))).not.toContain(code.replaceAll('-', ''))
})

test('one invitation, many who try it at once: one joins', async () => {
  const { code } = (await call(ADMIN, 'invite', { role: 'guard', name: '钱勇' })).value
  const replies = await Promise.all(Array.from({ length: 6 }, (_, n) => call(`o-many-${n}`, 'join', { code })))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(replies.filter(({ ok }) => !ok).map((reply) => reply.code))).toEqual(new Set(['invitation_invalid']))
})

test('staff_exists: a role is not changed by another invitation, which stays usable', async () => {
  const { code } = (await call(ADMIN, 'invite', { role: 'admin', name: '周敏' })).value
  expect(await call(REVIEWER, 'join', { code })).toEqual({ ok: false, code: 'staff_exists' })
  expect(await call('o-second-admin', 'join', { code })).toMatchObject({ ok: true })
})

test('staff: who is and who is invited, without accounts and codes', async () => {
  await call(ADMIN, 'invite', { role: 'guard', name: '新人' })
  const { staff, invited } = (await call(ADMIN, 'staff')).value
  expect(staff.map(({ role }: any) => role)).toEqual(expect.arrayContaining(['admin', 'reviewer', 'guard']))
  const invitation = { id: expect.stringMatching(/^[0-9a-f]{64}$/), name: '新人', role: 'guard', by: '吴芳' }
  expect(invited).toEqual([{ ...invitation, expiresAt: expect.any(Number) }])
  expect(JSON.stringify({ staff, invited })).not.toContain('o-')
})

test('every staff action leaves an entry that names who and what, and no person', async () => {
  await ecard.value(ADMIN, 'office', 'writeSettings', { settings, version: 1 })
  const entries = ecard.records('audit')
  const actions = new Set(entries.map(({ action }) => action))
  for (const action of ['office.bootstrap', 'office.invite', 'office.join', 'office.writeSettings']) {
    expect(actions).toContain(action)
  }
  expect(entries.every(({ at, by }) => at >= MONDAY && by.startsWith('o-'))).toBe(true)
  expect(JSON.stringify(entries)).not.toMatch(/周敏|赵强|吴芳/)
})

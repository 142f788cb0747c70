/**
 * Staff after they joined: roles changed, people removed, invitations withdrawn; effective at once, and never nobody
 * left.
 */
import { DAY } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { ADMIN, GUARD, openOffice, REVIEWER, SECOND_REVIEWER } from '../harness/office'

const ecard = testCloud()
const call = (openid: string, action: string, fields: object = {}) => ecard.call(openid, 'office', action, fields)
const value = (openid: string, action: string, fields: object = {}) => ecard.value(openid, 'office', action, fields)
const everybody = () => value(ADMIN, 'staff')

/** Invites and joins; names are unique, so that people can be found in the list. */
async function hire(openid: string, role: string, name: string): Promise<string> {
  const { code } = await value(ADMIN, 'invite', { role, name })
  await value(openid, 'join', { code })
  return idOf(name)
}

async function idOf(name: string): Promise<string> {
  const { staff } = await everybody()
  return staff.find((each: any) => each.name === name).id
}

const scan = (n: number) => ({
  id: n.toString(16).padStart(32, '0'),
  at: ecard.now,
  point: 'gate-east',
  verdict: 'admitted',
  serial: null,
  step: null,
  online: false,
})

beforeAll(() => openOffice(ecard))

test('everybody stands with role and since, oneself marked, no account named', async () => {
  const { staff } = await everybody()
  expect(staff).toHaveLength(4)
  expect(staff.find(({ self }: any) => self)).toMatchObject({ name: '吴芳', role: 'admin', since: expect.any(Number) })
  expect(new Set(staff.map(({ id }: any) => id)).size).toBe(4)
  expect(JSON.stringify(await everybody())).not.toContain('o-')
})

test('a changed role is the role of the next request', async () => {
  const id = await hire('o-climber', 'guard', '攀登')
  expect((await ecard.call('o-climber', 'review', 'queue', { filter: 'undecided' })).code).toBe('not_allowed')
  const { staff } = await value(ADMIN, 'changeRole', { id, role: 'reviewer' })
  expect(staff.find((each: any) => each.id === id)).toMatchObject({ role: 'reviewer' })
  expect((await ecard.call('o-climber', 'review', 'queue', { filter: 'undecided' })).ok).toBe(true)
  expect((await ecard.call('o-climber', 'gate', 'open', {})).code).toBe('not_allowed')
})

test('whoever is removed is refused at once, and again does no harm', async () => {
  const id = await hire('o-leaver', 'reviewer', '离职')
  expect((await ecard.call('o-leaver', 'office', 'readSettings')).ok).toBe(true)
  const { staff } = await value(ADMIN, 'removeStaff', { id })
  expect(staff.map((each: any) => each.id)).not.toContain(id)
  expect((await ecard.call('o-leaver', 'office', 'readSettings')).code).toBe('not_allowed')
  expect(await value('o-leaver', 'me')).toEqual({ staff: null })
  expect((await call(ADMIN, 'removeStaff', { id })).ok).toBe(true)
  expect(await call(ADMIN, 'changeRole', { id, role: 'guard' })).toEqual({ ok: false, code: 'staff_unknown' })
})

test('somebody who was removed can be invited anew, and removed a second time', async () => {
  const id = await hire('o-leaver', 'guard', '回来')
  expect((await ecard.call('o-leaver', 'gate', 'open', {})).ok).toBe(true)
  await value(ADMIN, 'removeStaff', { id })
  expect((await ecard.call('o-leaver', 'gate', 'open', {})).code).toBe('not_allowed')
})

test('a removed guard delivers the scans of the phone for a day, and does nothing else', async () => {
  const id = await hire('o-guard-gone', 'guard', '门卫甲')
  await value(ADMIN, 'removeStaff', { id })
  expect((await ecard.call('o-guard-gone', 'gate', 'list', { sequence: null })).code).toBe('not_allowed')
  expect(await ecard.value('o-guard-gone', 'gate', 'record', { scans: [scan(1)] })).toEqual({ stored: 1 })
  expect(ecard.record('scans', scan(1).id)).toMatchObject({ guard: 'o-guard-gone' })
  await ecard.moveTo(ecard.now + DAY)
  expect((await ecard.call('o-guard-gone', 'gate', 'record', { scans: [scan(2)] })).code).toBe('not_allowed')
})

test('a guard who became a reviewer delivers, too; a reviewer who was removed does not', async () => {
  const guard = await hire('o-guard-up', 'guard', '门卫乙')
  await value(ADMIN, 'changeRole', { id: guard, role: 'reviewer' })
  expect((await ecard.call('o-guard-up', 'gate', 'record', { scans: [scan(3)] })).ok).toBe(true)
  const reviewer = await hire('o-reviewer-gone', 'reviewer', '审核甲')
  await value(ADMIN, 'removeStaff', { id: reviewer })
  expect((await ecard.call('o-reviewer-gone', 'gate', 'record', { scans: [scan(4)] })).code).toBe('not_allowed')
})

test('staff_self: an admin neither removes nor demotes themself', async () => {
  const id = await idOf('吴芳')
  expect(await call(ADMIN, 'removeStaff', { id })).toEqual({ ok: false, code: 'staff_self' })
  expect(await call(ADMIN, 'changeRole', { id, role: 'guard' })).toEqual({ ok: false, code: 'staff_self' })
  expect((await value(ADMIN, 'me')).staff.role).toBe('admin')
})

test('two admins who remove each other at the same time: one remains, whoever it is, every time', async () => {
  for (let round = 0; round < 5; round += 1) {
    const other = await hire(`o-rival-${round}`, 'admin', `对手${round}`)
    const self = await idOf('吴芳')
    const replies = await Promise.all([
      call(ADMIN, 'removeStaff', { id: other }),
      call(`o-rival-${round}`, 'removeStaff', { id: self }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)?.code).toBe('not_allowed')
    const admins = ecard.records('staff').filter(({ role }) => role === 'admin')
    expect(admins).toHaveLength(1)
    if (admins[0]._id !== ADMIN) {
      // The rival won: they take the first one in again.
      const { code } = await value(admins[0]._id, 'invite', { role: 'admin', name: '吴芳' })
      await value(ADMIN, 'join', { code })
      await value(ADMIN, 'removeStaff', { id: await idOf(`对手${round}`) })
    }
  }
})

test('a withdrawn invitation opens nothing; invitation_gone for what is used, over or withdrawn', async () => {
  const { code } = await value(ADMIN, 'invite', { role: 'admin', name: '发错了' })
  const { invited } = await everybody()
  const { id, by } = invited.find(({ name }: any) => name === '发错了')
  expect(by).toBe('吴芳')
  const after = await value(ADMIN, 'withdrawInvitation', { id })
  expect(after.invited.map((each: any) => each.id)).not.toContain(id)
  expect(await call('o-thief', 'join', { code })).toEqual({ ok: false, code: 'invitation_invalid' })
  expect(await call(ADMIN, 'withdrawInvitation', { id })).toEqual({ ok: false, code: 'invitation_gone' })
  const [used] = ecard.records('invitations').filter(({ usedBy }) => usedBy === REVIEWER)
  expect(await call(ADMIN, 'withdrawInvitation', { id: used._id })).toEqual({ ok: false, code: 'invitation_gone' })
})

test('joining and withdrawing at once: one of them', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { code } = await value(ADMIN, 'invite', { role: 'guard', name: `赛跑${round}` })
    const { id } = (await everybody()).invited.find(({ name }: any) => name === `赛跑${round}`)
    const replies = await Promise.all([
      call(`o-runner-${round}`, 'join', { code }),
      call(ADMIN, 'withdrawInvitation', { id }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

test('an admin who was removed does not come back by an invitation they kept', async () => {
  const id = await hire('o-sly', 'admin', '留一手')
  const { code } = await value('o-sly', 'invite', { role: 'admin', name: '后门' })
  await value(ADMIN, 'removeStaff', { id })
  expect(await call('o-sly', 'join', { code })).toEqual({ ok: false, code: 'invitation_invalid' })
})

test('every change leaves an entry that says who, whom and what, and names no account', async () => {
  const entries = ecard.records('audit').filter(({ action }) => /changeRole|removeStaff|withdraw/.test(action))
  expect(entries.length).toBeGreaterThan(5)
  expect(entries.every(({ subject }) => !subject.startsWith('o-'))).toBe(true)
  expect(entries.find(({ action }) => action === 'office.changeRole')?.details).toEqual({
    from: 'guard',
    role: 'reviewer',
  })
  expect([GUARD, SECOND_REVIEWER].every((openid) => ecard.record('staff', openid))).toBe(true)
})

/** Joining and inviting: the two ends of an invitation. */
import { codeOf } from '../../../miniprogram/staff/invitation-query'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { StaffPhone } from './staff-phone'

const CODE = '7QX2-M9KD-4TRW-A0FE'
const { join: t, invite } = words.zh
let phone: StaffPhone
let page: Rendered

const member = (role: string, name = '李志强') => ok({ staff: { name, role, since: Date.now() } })

beforeEach(() => {
  phone = new StaffPhone().install()
  phone.answers = { 'office.me': ok({ staff: null }) }
})
afterEach(() => page?.detach())

describe('the code in the address', () => {
  test.each([
    [{ code: CODE }, CODE],
    [{ code: encodeURIComponent('7QX2 M9KD') }, '7QX2 M9KD'],
    [{ scene: encodeURIComponent(`code=${CODE}`) }, CODE],
    [{ scene: CODE }, CODE],
    [{ code: '100%' }, '100%'],
    [{}, ''],
  ])('%j is %s', (query, code) => {
    expect(codeOf(query)).toBe(code)
  })
})

describe('joining', () => {
  const cases = [
    ['guard', [t.toGate], '/guard/pages/point/point'],
    ['reviewer', [t.toQueue], '/staff/pages/queue/queue'],
    ['admin', [t.toQueue, t.toGate, t.toInvite], '/staff/pages/queue/queue'],
  ] as const

  test.each(cases)('as %s says so and leads to the work', async (role, ways, first) => {
    phone.answers['office.join'] = member(role)
    page = await openPage('staff/pages/join/join', { code: CODE })
    phone.answers['office.me'] = member(role)
    await page.tap(t.join)
    expect(phone.asked('office', 'join')[0]?.data).toEqual({ code: CODE })
    expect(page.text()).toContain(words.zh.roles[role])
    expect(page.text()).toContain(t.does[role])
    for (const way of [t.toQueue, t.toGate, t.toInvite]) {
      expect(page.text().includes(way)).toBe((ways as readonly string[]).includes(way))
    }
    await page.page.onGo({ currentTarget: { dataset: { place: role === 'guard' ? 'gate' : 'queue' } } })
    expect(phone.addresses).toEqual([first])
    expect(phone.storage.get('staff-role')).toBe(role)
  })

  test('a used or old code has its sentence and keeps what was typed', async () => {
    phone.answers['office.join'] = refused('invitation_invalid')
    page = await openPage('staff/pages/join/join')
    page.page.onCode({ detail: { value: ` ${CODE} ` } })
    await page.tap(t.join)
    expect(phone.asked('office', 'join')[0]?.data).toEqual({ code: CODE })
    expect(page.text()).toContain('这个邀请码无法使用')
    expect(page.page.data.invitation).toBe(` ${CODE} `)
  })

  test('an empty code is asked for, not sent', async () => {
    page = await openPage('staff/pages/join/join')
    await page.tap(t.join)
    expect(page.text()).toContain(t.codeMissing)
    expect(phone.asked('office', 'join')).toEqual([])
  })

  test('who is staff already keeps the invitation', async () => {
    phone.answers['office.me'] = member('reviewer')
    page = await openPage('staff/pages/join/join', { code: CODE })
    expect(page.text()).toContain('李志强，您已经是审核员')
    expect(page.text()).not.toContain(t.codePlaceholder)
    expect(phone.asked('office', 'join')).toEqual([])
  })

  test('the first administrator gives code and name', async () => {
    phone.answers['office.bootstrap'] = member('admin', '王晓燕')
    page = await openPage('staff/pages/join/join')
    await page.tap(t.first)
    page.page.onCode({ detail: { value: 'boot' } })
    await page.tap(t.firstJoin)
    expect(page.text()).toContain(t.bothMissing)
    page.page.onName({ detail: { value: '王晓燕' } })
    await page.tap(t.firstJoin)
    expect(phone.asked('office', 'bootstrap').map(({ data }) => data)).toEqual([{ code: 'boot', name: '王晓燕' }])
    expect(page.text()).toContain('王晓燕，您现在是管理员')
  })

  test('a bootstrap that is closed says to ask for an invitation', async () => {
    phone.answers['office.bootstrap'] = refused('bootstrap_closed')
    page = await openPage('staff/pages/join/join')
    await page.tap(t.first)
    page.page.onCode({ detail: { value: 'boot' } })
    page.page.onName({ detail: { value: '王晓燕' } })
    await page.tap(t.firstJoin)
    expect(page.text()).toContain('请让现有管理员邀请您')
  })

  test('with no network it can be tried again', async () => {
    phone.online = false
    page = await openPage('staff/pages/join/join')
    expect(page.text()).toContain('手机没有连接网络')
  })
})

describe('inviting', () => {
  const until = Date.now() + 86_400_000
  beforeEach(async () => {
    phone.answers['office.invite'] = ok({ code: CODE, expiresAt: until })
    page = await openPage('staff/pages/invite/invite')
  })

  test('makes a code for a name and a role, shows it large, copies and shares it', async () => {
    await page.tap(invite.roleHints.guard)
    page.page.onName({ detail: { value: ' 陈建国 ' } })
    await page.tap(invite.make)
    expect(phone.asked('office', 'invite')[0]?.data).toEqual({ role: 'guard', name: '陈建国' })
    expect(page.page.data.invitation.lines).toEqual(['7QX2-M9KD', '4TRW-A0FE'])
    expect(page.text()).toContain('陈建国 的邀请码（门卫）')
    await page.tap(invite.copy)
    expect(phone.copied).toEqual([CODE])
    const shared = page.page.onShareAppMessage()
    expect(shared.path).toBe(`/staff/pages/join/join?code=${CODE}`)
    expect(shared.title).toContain('门卫')
    await page.tap(invite.another)
    expect(page.text()).not.toContain('7QX2')
    expect(page.page.onShareAppMessage().path).toBe('/staff/pages/join/join')
  })

  test('the code is in no storage', async () => {
    page.page.onName({ detail: { value: '陈建国' } })
    await page.tap(invite.make)
    expect(JSON.stringify([...phone.storage])).not.toContain('7QX2')
  })

  test('a name is asked for', async () => {
    await page.tap(invite.make)
    expect(page.text()).toContain(invite.nameMissing)
    expect(phone.asked('office', 'invite')).toEqual([])
  })

  test('a refusal is said and the name stays', async () => {
    phone.answers['office.invite'] = refused('not_allowed')
    page.page.onName({ detail: { value: '陈建国' } })
    await page.tap(invite.make)
    expect(page.text()).toContain('您的身份不能进行这项操作')
    expect(page.page.data.name).toBe('陈建国')
  })
})

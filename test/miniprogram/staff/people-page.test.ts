import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from './cards'
import { StaffPhone } from './staff-phone'

const { people: t } = words.zh
const member = (id: string, name: string, role: string, self = false) => ({
  id: id.repeat(32),
  name,
  role,
  since: at('2026-08-26T10:00'),
  self,
})
const everybody = {
  staff: [member('a', '陈建国', 'guard'), member('b', '周文静', 'reviewer'), member('c', '王晓燕', 'admin', true)],
  invited: [{ id: 'd'.repeat(64), name: '新同事', role: 'guard', expiresAt: at('2026-11-25T10:00'), by: '王晓燕' }],
}
let phone: StaffPhone
let page: Rendered

beforeEach(async () => {
  phone = new StaffPhone().install()
  phone.answers = {
    'office.staff': ok(everybody),
    'office.changeRole': ok(everybody),
    'office.removeStaff': ok({ ...everybody, staff: everybody.staff.slice(1) }),
    'office.withdrawInvitation': ok({ ...everybody, invited: [] }),
  }
  page = await openPage('staff/pages/people/people')
})
afterEach(() => page.detach())

const confirm = async () => {
  page.page.onConfirm()
  await page.settle()
}
const choose = async (id: string) => {
  page.page.onChange({ currentTarget: { dataset: { id: id.repeat(32) } } })
  await page.settle()
}

test('everybody with role and since, administrators first, oneself without a button', () => {
  expect(page.page.data.view.staff.map(({ name }: { name: string }) => name)).toEqual(['王晓燕', '周文静', '陈建国'])
  expect(page.text()).toContain('2026年8月26日起')
  expect(page.text()).toContain(t.you)
  expect(page.text()).toContain('新同事')
  expect(page.text().split(t.change).length - 1).toBe(2)
})

test('a role is changed after one more question that says what it means', async () => {
  await choose('a')
  await page.tap('改为审核员')
  expect(page.text()).toContain('把陈建国改为审核员？')
  expect(page.text()).toContain(t.roleEffects.reviewer)
  expect(phone.asked('office', 'changeRole')).toEqual([])
  await confirm()
  expect(phone.asked('office', 'changeRole')[0]?.data).toEqual({ id: 'a'.repeat(32), role: 'reviewer' })
  expect(phone.toasts).toEqual([t.changed])
})

test('somebody is removed, and it says what becomes of their unsent scans', async () => {
  await choose('a')
  await page.tap(t.remove)
  expect(page.text()).toContain('24 小时内仍可上传')
  await confirm()
  expect(phone.asked('office', 'removeStaff')[0]?.data).toEqual({ id: 'a'.repeat(32) })
  expect(page.text()).not.toContain('陈建国')
})

test('not now changes nothing', async () => {
  await choose('b')
  await page.tap(t.remove)
  page.page.onNotNow()
  await page.settle()
  await confirm()
  expect(phone.asked('office', 'removeStaff')).toEqual([])
})

test('an invitation is withdrawn', async () => {
  await page.tap(t.withdraw)
  expect(page.text()).toContain('撤回给新同事的邀请？')
  await confirm()
  expect(phone.asked('office', 'withdrawInvitation')[0]?.data).toEqual({ id: 'd'.repeat(64) })
  expect(page.text()).not.toContain('新同事')
})

test('a refusal is said with its next step, and the list stays', async () => {
  phone.answers['office.removeStaff'] = refused('not_allowed')
  await choose('b')
  await page.tap(t.remove)
  await confirm()
  expect(page.text()).toContain('您的身份不能进行这项操作')
  expect(page.text()).toContain('周文静')
})

test('inviting is one tap away; coming back reads the list anew', async () => {
  await page.tap(t.invite)
  expect(phone.addresses).toEqual(['/staff/pages/invite/invite'])
  const before = phone.asked('office', 'staff').length
  await page.page.onShow()
  expect(phone.asked('office', 'staff')).toHaveLength(before + 1)
})

test('a list that cannot be read can be tried again', async () => {
  phone.answers['office.staff'] = refused('no_answer')
  page = await openPage('staff/pages/people/people')
  expect(page.page.data.state).toBe('error')
})

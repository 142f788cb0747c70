import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from './cards'
import { StaffPhone } from './staff-phone'

const { audit: t } = words.zh
const link = (n: number) => `${n}`.repeat(64)
const head = { block: 3, entries: 120, link: link(3) }
const entry = (changed: object = {}) => ({
  id: 'e1',
  at: at('2026-11-19T14:32'),
  by: '周文静',
  action: 'review.decide',
  subject: 'ab'.repeat(16),
  details: { kind: 'return', reason: 'portrait_unclear' },
  sealed: true,
  ...changed,
})
const people = [
  { id: 'a'.repeat(32), name: '周文静' },
  { id: 'b'.repeat(32), name: '王晓燕' },
]
let phone: StaffPhone
let page: Rendered

beforeEach(async () => {
  phone = new StaffPhone().install()
  const second = entry({
    id: 'e2',
    by: '',
    action: 'review.close',
    subject: '2026-11-19',
    details: { approved: 7 },
    sealed: false,
  })
  phone.answers = {
    'office.audit': ({ after }) =>
      ok({ entries: after ? [entry({ id: 'e3' })] : [entry(), second], after: after ? null : 'x', people, head }),
    'office.verifyAudit': ({ head: from }) =>
      from === null
        ? ok({ head: { block: 2, entries: 80, link: link(2) }, problems: [], blocks: 3, done: false })
        : ok({ head, problems: [], blocks: 3, done: true }),
  }
  page = await openPage('staff/pages/audit/audit')
})
afterEach(() => page.detach())

test('who did what and when, in words, with the reasons of closed lists', () => {
  const [line, other] = page.page.data.lines
  expect(line).toMatchObject({ who: '周文静', what: '作出了审核决定', waiting: '' })
  expect(line.about).toBe('申请 abababab · 退回修改 · 照片不清晰')
  expect(other).toMatchObject({ who: t.system, about: '通过 7', waiting: t.waiting })
})

test('an entry about an application leads to it', async () => {
  await page.tap('周文静')
  expect(phone.addresses).toEqual([`/staff/pages/application/application?id=${'ab'.repeat(16)}`])
})

test('filtered by person, action and time: the office is asked for exactly that, from the start', async () => {
  await page.page.onPerson({ detail: { value: '2' } })
  await page.page.onDeed({ detail: { value: String(1 + page.page.data.actions.indexOf('office.invite')) } })
  await page.tap(t.spans.today)
  const { data } = phone.asked('office', 'audit').at(-1) ?? {}
  expect(data).toEqual({ by: 'b'.repeat(32), what: 'office.invite', from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
})

test('further pages come at the bottom', async () => {
  expect(page.text()).toContain(t.more)
  await page.page.onReachBottom()
  await page.settle()
  expect(page.page.data.lines.map(({ id }: { id: string }) => id)).toEqual(['e1', 'e2', 'e3'])
  expect(page.text()).toContain(t.end)
})

test('verifying goes on to the end, tells the head, and the phone remembers it', async () => {
  await page.tap(t.check.run)
  expect(phone.asked('office', 'verifyAudit').map(({ data }) => data.head?.block ?? 0)).toEqual([0, 2])
  expect(page.text()).toContain(t.check.good)
  expect(page.text()).toContain('3333 3333 3333 3333')
  await page.tap(t.check.again)
  expect(phone.asked('office', 'verifyAudit').at(-1)?.data.seen).toEqual({ block: 3, link: link(3) })
})

test('what was found is listed, and a log that is not whole is no witness', async () => {
  const problems = [
    { kind: 'removed', block: 2, entry: 'cd'.repeat(16) },
    { kind: 'truncated', block: 4 },
  ]
  phone.answers['office.verifyAudit'] = ok({ head, problems, blocks: 3, done: true })
  await page.tap(t.check.run)
  expect(page.text()).toContain('发现 2 处问题')
  expect(page.text()).toContain(t.problems.removed)
  expect(page.text()).toContain('cdcdcdcd')
  expect(page.text()).toContain(t.problems.truncated)
  expect(phone.storage.has('audit-head')).toBe(false)
})

test('a verification that is cut off says so and can be run again', async () => {
  phone.answers['office.verifyAudit'] = refused('no_answer')
  await page.tap(t.check.run)
  expect(page.text()).toContain(t.check.stopped)
  expect(page.page.data.running).toBe('')
})

test('nothing that matches says so; a log that cannot be read can be tried again', async () => {
  phone.answers['office.audit'] = ok({ entries: [], after: null, people, head })
  await page.tap(t.spans.week)
  expect(page.text()).toContain(t.empty)
  phone.answers['office.audit'] = refused('no_answer')
  page = await openPage('staff/pages/audit/audit')
  expect(page.page.data.state).toBe('error')
})

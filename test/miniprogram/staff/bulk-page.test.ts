/** Bulk approval on the phone: the sample one by one, the question, the bar, undoing, what can stand in the way. */
import type { ReviewReplies, SampleItem } from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { NOW } from './office'
import { StaffPhone } from './staff-phone'

const t = words.zh.bulk
let phone: StaffPhone
let page: Rendered

const item = (n: number): SampleItem => ({
  id: `app-0000000${n}`,
  name: `张${n}`,
  otherName: '',
  documentType: 'resident_id',
  documentMasked: '321***********0011',
  portraitUrl: `https://photos/${n}-portrait.jpg`,
  proofUrl: n === 1 ? '' : `https://photos/${n}-proof.jpg`,
  match: { kind: 'exact', candidates: [] },
})
const last: ReviewReplies['exact']['last'] = {
  id: 'bulk-0001',
  round: '2026-11-19',
  state: 'done',
  at: NOW,
  byName: '孙磊',
  approved: 120,
}
const exact = (changed: Partial<ReviewReplies['exact']> = {}) =>
  ok({ round: '2026-11-19', exact: 250, pending: 0, last: null, ...changed })

async function open(answers: StaffPhone['answers'] = {}) {
  phone = new StaffPhone().install()
  phone.answers = {
    'review.exact': () => exact(),
    'review.sampleExact': () => ok({ id: 'bulk-0002', total: 250, items: [item(1), item(2)] }),
    ...answers,
  }
  page = await openPage('staff/pages/bulk/bulk')
}
afterEach(() => {
  page.page.onUnload()
  page.detach()
})

const approvals = () => phone.asked('review', 'approveExact').map(({ data }) => data)

/** Answers one after the other, the last one for ever. */
function inTurn(...answers: ReturnType<typeof ok | typeof refused>[]) {
  let turn = 0
  return () => {
    const answer = answers[Math.min(turn, answers.length - 1)]!
    turn += 1
    return answer
  }
}
const step = (done: boolean, approved: number, left: number, after: string | null, skipped = 0) =>
  ok({ done, approved, left, after, skipped })

async function lookAtAll() {
  await page.tap(t.begin)
  await page.settle()
  await page.tap(t.fine)
  await page.settle()
  await page.tap(t.fineLast)
  await page.settle()
}

test('says how many there are and what will happen', async () => {
  await open({ 'review.exact': () => exact({ pending: 4 }) })
  expect(page.text()).toContain('250 份与档案完全一致')
  expect(page.text()).toContain('还有 4 份正在与档案比对')
})

test('every one of the sample is looked at before the question comes', async () => {
  await open()
  await page.tap(t.begin)
  await page.settle()
  expect(page.text()).toContain('抽样第 1 份，共 2 份')
  expect(page.text()).toContain(t.noProof)
  expect(page.page.data.question).toBeNull()
  await page.tap(t.fine)
  await page.settle()
  expect(page.text()).toContain('抽样第 2 份，共 2 份')
  await page.tap(t.before)
  expect(page.text()).toContain('张1')
  await page.tap(t.fine)
  await page.tap(t.fineLast)
  await page.settle()
  expect(page.text()).toContain('全部通过 250 份？')
  expect(approvals()).toEqual([])
})

test('approves in pieces from where the last one stopped, and says what it came to', async () => {
  await open({ 'review.approveExact': inTurn(step(false, 100, 150, 'p1'), step(true, 148, 0, null, 2)) })
  await lookAtAll()
  await page.page.onConfirm()
  await page.settle()
  const seen = ['app-00000001', 'app-00000002']
  expect(approvals()).toEqual([
    { id: 'bulk-0002', seen },
    { id: 'bulk-0002', seen, after: 'p1' },
  ])
  expect(page.text()).toContain('已批量通过 248 份')
  expect(page.text()).toContain('2 份同事已在处理')
})

test('the answer no approves nothing', async () => {
  await open()
  await lookAtAll()
  await page.tap(t.notNow)
  expect(page.page.data.question).toBeNull()
  expect(approvals()).toEqual([])
})

test('in doubt about one: it is opened alone, and a new sample has to be taken', async () => {
  await open()
  await page.tap(t.begin)
  await page.settle()
  await page.tap(t.wrong)
  expect(phone.addresses.at(-1)).toBe('/staff/pages/application/application?id=app-00000001')
  expect(page.page.data.mode).toBe('overview')
})

test('stopped by the network: says where, and goes on', async () => {
  await open({
    'review.approveExact': inTurn(step(false, 100, 150, 'p1'), refused('offline'), step(true, 150, 0, null)),
  })
  await lookAtAll()
  await page.page.onConfirm()
  await page.settle()
  expect(page.text()).toContain('停在 100 / 250')
  await page.page.run()
  await page.settle()
  expect(page.page.data.mode).toBe('done')
})

test('calls that move nothing stop with a reason instead of a bar that stands still', async () => {
  await open({ 'review.approveExact': () => step(false, 0, 250, '') })
  await lookAtAll()
  await page.page.onConfirm()
  await page.settle()
  expect(page.page.data).toMatchObject({ mode: 'paused', refusal: 'internal' })
  expect(approvals().length).toBeLessThan(5)
})

test('a sample out of date leads back to a new one', async () => {
  await open({ 'review.approveExact': () => refused('sample_outdated') })
  await lookAtAll()
  await page.page.onConfirm()
  await page.settle()
  await page.settle()
  expect(page.page.data).toMatchObject({ mode: 'overview', refusal: 'sample_outdated' })
  expect(page.text()).toContain(t.begin)
})

test('the last batch is undone after asking, to the end', async () => {
  const undo = inTurn(ok({ done: false, undone: 100, left: 20 }), ok({ done: true, undone: 20, left: 0 }))
  await open({ 'review.exact': () => exact({ exact: 0, last }), 'review.undoExact': undo })
  expect(page.text()).toContain('孙磊')
  expect(page.text()).toContain(t.none)
  await page.tap(t.undo)
  await page.settle()
  expect(page.text()).toContain('撤销这一批的 120 份？')
  await page.page.onConfirm()
  await page.settle()
  expect(phone.asked('review', 'undoExact').map(({ data }) => data)).toEqual(Array(2).fill({ id: 'bulk-0001' }))
  expect(page.text()).toContain('已撤销 120 份')
})

test('before the cut-off it says so and leads back', async () => {
  await open({ 'review.exact': () => exact({ round: null, exact: 0 }) })
  expect(page.text()).toContain(t.notDue)
  await page.tap(t.toQueue)
  expect(phone.backs).toBe(1)
})

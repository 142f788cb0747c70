/** The way of an application: what is done, under way, still to come, and where it ended. */
import type { ApplicationView } from '../../../../domain/client'
import { milestonesOf } from '../../../../miniprogram/alumni/pages/timeline/milestones'
import { timelineView } from '../../../../miniprogram/alumni/pages/timeline/view'
import { application, approved, at, rejected, returned, tuesday } from '../../harness/samples'

const way = (view: ApplicationView, changed: object = {}) => ({
  application: view,
  activatedAt: null,
  isGone: false,
  now: tuesday,
  language: 'zh' as const,
  ...changed,
})
const states = (view: ApplicationView, changed: object = {}) =>
  milestonesOf(way(view, changed)).map(({ key, state }) => `${key}:${state}`)

test('submitted: everything after it is still to come, with its day', () => {
  expect(states(application())).toEqual([
    'submitted:done',
    'in_review:coming',
    'decided:coming',
    'issued:coming',
    'activatable:coming',
    'active:coming',
  ])
  const [submitted, review, decided] = milestonesOf(way(application()))
  expect(submitted?.when).toBe('11月24日（星期二）08:00')
  expect(review?.when).toBe('11月26日（星期四）12:00起')
  expect(decided?.when).toBe('11月26日（星期四）下午')
})

test('in review', () => {
  expect(states(application({ stage: 'in_review' })).slice(0, 3)).toEqual([
    'submitted:done',
    'in_review:current',
    'decided:coming',
  ])
})

test('approved: waiting for its day, then ready, then active', () => {
  const before = { now: at('2026-11-19T20:00') }
  expect(states(approved, before).slice(2)).toEqual([
    'decided:done',
    'issued:done',
    'activatable:coming',
    'active:coming',
  ])
  expect(states(approved).slice(2)).toEqual(['decided:done', 'issued:done', 'activatable:current', 'active:coming'])
  const active = { activatedAt: at('2026-11-20T09:00') }
  expect(states(approved, active).slice(2)).toEqual(['decided:done', 'issued:done', 'activatable:done', 'active:done'])
  expect(states(approved, { isGone: true }).slice(2)).toEqual(['decided:done', 'issued:done'])
})

test('returned and rejected end there, and no card is promised', () => {
  expect(states(returned)).toEqual(['submitted:done', 'in_review:done', 'decided:stopped'])
  expect(states(rejected)).toEqual(['submitted:done', 'in_review:done', 'decided:stopped'])
})

test('withdrawn', () => {
  expect(states(application({ stage: 'withdrawn' }))).toEqual(['submitted:done', 'withdrawn:stopped'])
})

test.each([
  ['submitted', application(), null],
  ['in review', application({ stage: 'in_review' }), null],
  ['approved', approved, 'activate'],
  ['returned', returned, 'amend'],
  ['rejected', rejected, 'help'],
  ['withdrawn', application({ stage: 'withdrawn' }), 'register'],
])('%s: the one thing to do next', (_, view, kind) => {
  expect(timelineView(way(view)).action?.kind ?? null).toBe(kind)
})

test('an approved card is activated from 00:00 of its day, not before', () => {
  expect(timelineView(way(approved, { now: at('2026-11-19T23:59') })).action).toBeNull()
  expect(timelineView(way(approved, { now: at('2026-11-20T00:00') })).action?.kind).toBe('activate')
  expect(timelineView(way(approved, { activatedAt: tuesday })).action?.kind).toBe('showCard')
})

test('the reason of a return stands with its next step and the reviewer’s note', () => {
  const { reason } = timelineView(way(returned))
  expect(reason).toEqual({ say: '照片不够清晰。', next: expect.stringContaining('重新上传'), note: '请正面拍摄' })
  expect(timelineView(way(approved)).reason).toBeNull()
})

test('"other" is said by the note alone', () => {
  const other = application({
    ...returned,
    result: { kind: 'return', reason: 'other', note: '请补充成绩单', at: tuesday },
  })
  expect(timelineView(way(other)).reason).toMatchObject({ say: '', note: '请补充成绩单' })
})

test('everyone who looked at the number is listed with role and moment', () => {
  const seen = application({
    documentViews: [
      { at: at('2026-11-26T14:05'), role: 'reviewer' },
      { at: at('2026-11-26T15:05'), role: 'admin' },
    ],
  })
  expect(timelineView(way(seen)).views).toEqual([
    '审核员于 11月26日（星期四）14:05 查看',
    '管理员于 11月26日（星期四）15:05 查看',
  ])
})

test.each(['zh', 'en'] as const)('no place is left unfilled in %s', (language) => {
  for (const view of [application(), application({ stage: 'in_review' }), approved, returned, rejected]) {
    expect(JSON.stringify(timelineView(way(view, { language })))).not.toMatch(/\{\w+\}/)
  }
})

/** The next step for every state in which somebody can open the mini program. */
import type { Stage } from '../../../../domain/client'
import { type Known, nextStep } from '../../../../miniprogram/pages/home/next-step'
import { hasTimeline, viewOf } from '../../../../miniprogram/pages/home/view'
import { standingOf } from '../../../../miniprogram/services/standing'
import { application, approved, at, card, credential, rejected, returned, status, tuesday } from '../../harness/samples'

const known = (changed: Partial<Known> & { answer?: object } = {}): Known => ({
  wallet: null,
  standing: standingOf(status(changed.answer) as never),
  hasDraft: false,
  now: tuesday,
  ...changed,
})

test('nothing known yet: no step', () => {
  expect(nextStep({ wallet: null, standing: null, hasDraft: false, now: tuesday })).toBeNull()
})

test('a card that is bound to this phone is shown, even with no word from the server', () => {
  const wallet = { card, credential }
  expect(nextStep({ wallet, standing: null, hasDraft: false, now: tuesday })).toEqual({ kind: 'show_card' })
})

test('an active card without a credential is on another phone', () => {
  const wallet = { card, credential: null }
  expect(nextStep(known({ wallet }))).toEqual({ kind: 'activate_here', number: card.number })
})

test('a suspended card leads to the card page, which says so', () => {
  const wallet = { card: { ...card, status: 'suspended' as const }, credential: null }
  expect(nextStep(known({ wallet }))).toEqual({ kind: 'show_card' })
})

test('no application while registration is open: register, and until when', () => {
  expect(nextStep(known())).toEqual({ kind: 'register', cutOff: at('2026-11-26T12:00') })
})

test('a draft is gone on with', () => {
  expect(nextStep(known({ hasDraft: true }))).toEqual({ kind: 'resume', cutOff: at('2026-11-26T12:00') })
})

test('a withdrawn application is as good as none', () => {
  const answer = { application: application({ stage: 'withdrawn' }) }
  expect(nextStep(known({ answer }))).toMatchObject({ kind: 'register' })
})

test('an approved application whose card was revoked is as good as none', () => {
  const answer = { application: approved, cardNumber: null }
  expect(nextStep(known({ answer, now: at('2026-11-24T12:00') }))).toMatchObject({ kind: 'register' })
})

test('stopped registration names its round, vacations do not, an office that has not opened says so', () => {
  expect(nextStep(known({ answer: { state: { open: false, why: 'review', round: '2026-11-19' } } }))).toEqual({
    kind: 'stopped',
    round: '2026-11-19',
  })
  expect(nextStep(known({ answer: { state: { open: false, why: 'no_review_planned' } } }))).toEqual({ kind: 'closed' })
  expect(nextStep(known({ answer: { state: null } }))).toEqual({ kind: 'not_ready' })
})

test.each<[Stage, object]>([
  ['submitted', { kind: 'submitted', cutOff: at('2026-11-26T12:00') }],
  ['in_review', { kind: 'in_review', round: '2026-11-26' }],
])('an application that is %s', (stage, step) => {
  expect(nextStep(known({ answer: { application: application({ stage }) } }))).toEqual(step)
})

test('a remembered "submitted" becomes "in review" at the cut-off, by the clock alone', () => {
  const answer = { application: application() }
  expect(nextStep(known({ answer, now: at('2026-11-26T11:59') }))).toMatchObject({ kind: 'submitted' })
  expect(nextStep(known({ answer, now: at('2026-11-26T12:00') }))).toMatchObject({ kind: 'in_review' })
})

test('returned and rejected lead to the reason', () => {
  expect(nextStep(known({ answer: { application: returned } }))).toEqual({ kind: 'returned' })
  expect(nextStep(known({ answer: { application: rejected } }))).toEqual({ kind: 'rejected' })
})

test('an approved card waits until 00:00 of its day', () => {
  const answer = { application: approved, cardNumber: '8123456786' }
  expect(nextStep(known({ answer, now: at('2026-11-19T23:59') }))).toEqual({
    kind: 'await_activation',
    number: '8123456786',
    from: '2026-11-20',
  })
  expect(nextStep(known({ answer, now: at('2026-11-20T00:00') }))).toEqual({ kind: 'activate', number: '8123456786' })
})

test('an older card that this account has a number for is activated', () => {
  expect(nextStep(known({ answer: { cardNumber: '8123456786' } }))).toEqual({ kind: 'activate', number: '8123456786' })
})

test('the words name the exact review day in both languages', () => {
  const step = { kind: 'register', cutOff: at('2026-11-26T12:00') } as const
  expect(viewOf(step, 'zh', tuesday).text).toContain('11月26日（星期四）12:00前提交')
  expect(viewOf(step, 'en', tuesday).text).toContain('before Thursday 26 November, 12:00')
})

test('no place is left unfilled', () => {
  const steps = [
    { kind: 'activate', number: '8123456786' },
    { kind: 'await_activation', number: '8123456786', from: '2026-11-20' },
    { kind: 'submitted', cutOff: tuesday },
    { kind: 'in_review', round: '2026-11-26' },
    { kind: 'stopped', round: '2026-11-26' },
    { kind: 'resume', cutOff: tuesday },
  ] as const
  for (const step of steps) {
    expect(viewOf(step, 'zh', tuesday).text).not.toMatch(/\{\w+\}/)
    expect(viewOf(step, 'en', tuesday).text).not.toMatch(/\{\w+\}/)
  }
})

test('what is kept on the phone holds no personal data of the form', () => {
  const kept = JSON.stringify(standingOf(status({ application: approved, cardNumber: '8123456786' }) as never))
  for (const secret of ['张小明', '13812345678', '321***', '机械工程']) {
    expect(kept).not.toContain(secret)
  }
})

test('a timeline is offered for applications only', () => {
  expect(hasTimeline('submitted')).toBe(true)
  expect(hasTimeline('register')).toBe(false)
})

/** The review's timer: late, doubled and missed ticks, and a closing that goes on when nobody's phone is there. */
import { addDays } from '../../../domain/time/shanghai'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import { ADMIN, APPROVE, apply, close, decide, openOffice, REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const WEEK = 7 * 24 * 3_600_000
const tick = () => ecard.cloud.controls.fireTimer('review')
const state = () => ecard.value('o-anybody', 'registration', 'status').then((reply) => reply.state)

beforeAll(() => openOffice(ecard))

test('before the cut-off a tick opens nothing; from then on, registration is stopped before any tick', async () => {
  await apply(ecard, person(1))
  await tick()
  expect(ecard.records('rounds')).toEqual([])
  // No timer runs: the tick of this noon is missed.
  ecard.cloud.world.scheduler.watch([])
  await ecard.moveTo(CUT_OFF)
  expect(await state()).toEqual({ open: false, why: 'review', round: THURSDAY })
  expect((await ecard.value(REVIEWER, 'review', 'round')).counts.undecided).toBe(1)
})

test('a tick that is late, and ten at once, open one round', async () => {
  await ecard.moveTo(CUT_OFF + 3_600_000)
  await Promise.all(Array.from({ length: 10 }, tick))
  expect(ecard.records('rounds')).toEqual([expect.objectContaining({ _id: THURSDAY, state: 'open', cutOff: CUT_OFF })])
  const [{ openedAt }] = ecard.records('rounds')
  await tick()
  expect(ecard.records('rounds')[0].openedAt).toBe(openedAt)
})

test('a closing that somebody started is ended by the timer, in their name; nothing is closed that nobody started', async () => {
  const [{ _id }] = ecard.records('applications')
  await decide(ecard, _id, APPROVE)
  await tick()
  expect(ecard.record('rounds', THURSDAY).state).toBe('open')
  // As if the phone and the function had died right after starting.
  await ecard.setRecord('rounds', THURSDAY, { state: 'closing', startedBy: REVIEWER, startedAt: ecard.now, total: 1 })
  expect(await ecard.value(REVIEWER, 'review', 'progress', { round: THURSDAY })).toMatchObject({
    progress: { done: 0, total: 1 },
    undecided: 0,
    summary: null,
  })
  await tick()
  expect(ecard.record('rounds', THURSDAY)).toMatchObject({ state: 'closed', approved: 1 })
  expect(await ecard.value(REVIEWER, 'review', 'progress', { round: THURSDAY })).toMatchObject({
    progress: null,
    summary: { day: THURSDAY, approved: 1 },
  })
  expect(await state()).toMatchObject({ open: true, next: { day: NEXT_THURSDAY } })
})

test('whoever died keeps the work for the length of the lease, then the next one has it', async () => {
  const people = Array.from({ length: 5 }, (_, n) => person(10 + n))
  const ids: string[] = []
  for (const who of people) {
    ids.push((await apply(ecard, who)).id)
  }
  await ecard.moveTo(CUT_OFF + WEEK)
  for (const id of ids) {
    await decide(ecard, id, APPROVE)
  }
  await tick()
  await ecard.setRecord('rounds', NEXT_THURSDAY, {
    state: 'closing',
    startedBy: REVIEWER,
    total: 5,
    worker: 'dead',
    leaseUntil: ecard.now + 20_000,
  })
  const waiting = await close(ecard, false, NEXT_THURSDAY)
  expect(waiting.value).toEqual({ done: false, handled: 0, left: 5, summary: null })
  await ecard.cloud.controls.advanceClock(20_000)
  expect((await close(ecard, false, NEXT_THURSDAY)).value).toMatchObject({ done: true, handled: 5 })
})

test('person and timer at once, and a lease that lapses under the one at work: one card and one message each', async () => {
  const people = Array.from({ length: 30 }, (_, n) => person(40 + n))
  const ids = await Promise.all(people.map(async (who) => (await apply(ecard, who)).id))
  await ecard.moveTo(CUT_OFF + 2 * WEEK)
  await Promise.all(ids.map((id) => decide(ecard, id, APPROVE)))
  const round = addDays(THURSDAY, 14)
  const lapse = async () => {
    for (let time = 0; time < 20; time += 1) {
      await ecard.setRecord('rounds', round, { leaseUntil: 0 })
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  await tick()
  const closers = [close(ecard, false, round), tick(), close(ecard, false, round, ADMIN), lapse(), tick()]
  await Promise.all(closers)
  for (let done = false; !done; ) {
    done = (await close(ecard, false, round)).value.done
  }
  const cards = ecard.records('cards').filter(({ application }) => ids.includes(application))
  expect(cards).toHaveLength(30)
  expect(new Set(cards.map(({ application }) => application)).size).toBe(30)
  const messages = ids.map((id) => `review_approved:${id}:${round}`)
  const written = ecard.records('outbox').map(({ _id }) => _id)
  expect(written.filter((id) => messages.includes(id)).sort()).toEqual(messages.sort())
  expect(
    ecard.records('audit').filter(({ action, subject }) => action === 'review.close' && subject === round),
  ).toHaveLength(1)
}, 120_000)

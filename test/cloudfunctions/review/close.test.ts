/** Closing a round: who gets what, undecided ones, several closers at once, and that it can be asked again. */
import { addDays } from '../../../domain/time/shanghai'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import {
  ADMIN,
  APPROVE,
  apply,
  close,
  decide,
  openOffice,
  REJECT,
  RETURN,
  REVIEWER,
  SECOND_REVIEWER,
  saveSettings,
} from '../harness/office'
import { foreigner, person } from '../harness/people'

const ecard = testCloud()
const WEEK = 7 * 24 * 3_600_000

beforeAll(() => openOffice(ecard))

test('round_not_due before the cut-off, for another day, and for a day that is none', async () => {
  expect(await close(ecard)).toEqual({ ok: false, code: 'round_not_due' })
  await ecard.moveTo(CUT_OFF - 60_000)
  for (const round of [THURSDAY, NEXT_THURSDAY, '2027-03-05', '2027-13-99']) {
    expect(await close(ecard, false, round)).toEqual({ ok: false, code: 'round_not_due' })
  }
})

test('undecided_remain: asks before carrying over, with their number', async () => {
  const people = [person(1), person(2), foreigner(3), person(4)]
  const ids: string[] = []
  for (const who of people) {
    ids.push((await apply(ecard, who, who.openid.includes('foreigner') ? 'en' : 'zh')).id)
  }
  await ecard.moveTo(CUT_OFF)
  await decide(ecard, ids[0]!, APPROVE)
  await decide(ecard, ids[1]!, { kind: 'reject', reason: 'other', note: '请联系学院' })
  await decide(ecard, ids[2]!, RETURN)
  expect(await close(ecard)).toEqual({ ok: false, code: 'undecided_remain', details: { count: 1 } })
  expect(ecard.records('cards')).toEqual([])
})

test('carrying over: results, cards, claims and messages in the language of each', async () => {
  const closed = await close(ecard, true)
  expect(closed.value).toMatchObject({
    done: true,
    handled: 4,
    left: 0,
    summary: { day: THURSDAY, approved: 1, returned: 1, rejected: 1, carriedOver: 1 },
  })
  const [approved, rejected, returned, undecided] = [person(1), person(2), foreigner(3), person(4)]
  const [card] = ecard.records('cards')
  expect(card).toMatchObject({ status: 'issued', openid: approved.openid, activatableFrom: addDays(THURSDAY, 1) })
  expect(ecard.record('claims', `account:${approved.openid}`)).toMatchObject({ card: card._id })
  expect(ecard.record('claims', `account:${rejected.openid}`)).toBeNull()
  expect(ecard.record('claims', `account:${returned.openid}`)).toMatchObject({ card: null })
  expect(ecard.texts(approved.phone)[0]).toMatchObject({
    template: 'review_approved.zh',
    params: [card._id, '2027-03-05'],
  })
  expect(ecard.texts(rejected.phone)[0]).toMatchObject({ template: 'review_rejected.zh', params: ['请联系学院'] })
  expect(ecard.texts(returned.phone)[0]).toMatchObject({
    template: 'review_returned.en',
    params: ['the portrait is not clear'],
  })
  expect(ecard.texts(undecided.phone)).toEqual([])
  // The message's key names event, application and round: a second one of the same could not be written.
  expect(ecard.record('outbox', `review_approved:${card.application}:${THURSDAY}`)).toMatchObject({ state: 'sent' })
  const { application } = await ecard.value(undecided.openid, 'registration', 'status')
  expect(application).toMatchObject({ stage: 'submitted', round: NEXT_THURSDAY, canWithdraw: true })
})

test('closing again is harmless: done, nothing handled, nobody told twice', async () => {
  const before = ecard.cloud.world.messages.list(0).length
  const again = await close(ecard, true)
  expect(again.value).toMatchObject({ done: true, handled: 0, left: 0, summary: { day: THURSDAY, approved: 1 } })
  await ecard.dispatch()
  expect(ecard.cloud.world.messages.list(0)).toHaveLength(before)
  expect(ecard.records('cards')).toHaveLength(1)
})

test('four closers at once over forty applications: one card and one message each, each number once', async () => {
  const people = Array.from({ length: 40 }, (_, n) => person(100 + n))
  const ids = await Promise.all(people.map(async (who) => (await apply(ecard, who)).id))
  await ecard.moveTo(CUT_OFF + WEEK)
  await Promise.all(ids.map((id, n) => decide(ecard, id, n % 4 === 0 ? REJECT : APPROVE)))
  const closers = [REVIEWER, SECOND_REVIEWER, ADMIN, REVIEWER]
  const replies = await Promise.all(closers.map((by) => close(ecard, true, NEXT_THURSDAY, by)))
  expect(replies.every(({ ok }) => ok)).toBe(true)
  await closeUntilDone(NEXT_THURSDAY)
  await ecard.dispatch()
  const cards = ecard.records('cards').filter(({ openid }) => people.some((who) => who.openid === openid))
  expect(cards).toHaveLength(30)
  expect(new Set(cards.map(({ openid }) => openid)).size).toBe(30)
  for (const who of people) {
    expect(ecard.texts(who.phone)).toHaveLength(1)
  }
  expect(ecard.record('rounds', NEXT_THURSDAY)).toMatchObject({ state: 'closed', approved: 30, rejected: 10 })
  expect(ecard.records('audit').filter(({ action }) => action === 'review.close')).toHaveLength(2)
}, 90_000)

test('an imported card that has a new number keeps it: the next number is taken', async () => {
  const { cardNumberFor } = await import('../../../domain/card/number')
  const counter = ecard.record('counters', 'card-number').next
  const taken = cardNumberFor(counter, new Uint8Array(32).fill(3))!
  await ecard.cloud.world.database.insert('cards', [{ _id: taken, status: 'issued', openid: null, digest: 'imported' }])
  const who = person(200)
  const { id } = await apply(ecard, who)
  await ecard.moveTo(CUT_OFF + 2 * WEEK)
  await decide(ecard, id, APPROVE)
  await closeUntilDone(addDays(THURSDAY, 14))
  const { cardNumber } = await ecard.value(who.openid, 'registration', 'status')
  expect(cardNumber).toBe(cardNumberFor(counter + 1, new Uint8Array(32).fill(3)))
  expect(ecard.record('cards', taken)).toMatchObject({ digest: 'imported' })
})

test('one application that cannot be settled does not keep the others waiting', async () => {
  const [broken, sound] = [person(201), person(202)]
  const ids = [await apply(ecard, broken), await apply(ecard, sound)].map(({ id }) => id)
  await ecard.moveTo(CUT_OFF + 3 * WEEK)
  for (const id of ids) {
    await decide(ecard, id, APPROVE)
  }
  const { phoneSealed } = ecard.record('applications', ids[0]!)
  await ecard.setRecord('applications', ids[0]!, { phoneSealed: 'damaged' })
  const round = addDays(THURSDAY, 21)
  // Handled: the sound one, and the one that has been carried over since the first round.
  expect((await close(ecard, true, round)).value).toEqual({ done: false, handled: 2, left: 1, summary: null })
  expect(await ecard.value(REVIEWER, 'review', 'round')).toMatchObject({ due: { day: round, closing: true } })
  await ecard.setRecord('applications', ids[0]!, { phoneSealed })
  expect((await close(ecard, true, round)).value).toMatchObject({ done: true, handled: 1, summary: { approved: 2 } })
})

test('a round whose Thursday has become a holiday is settled with the next', async () => {
  const who = person(203)
  const { id, round } = await apply(ecard, who)
  expect(round).toBe(addDays(THURSDAY, 28))
  const settings = (await ecard.value(ADMIN, 'office', 'readSettings')).settings
  const closures = [{ from: round, to: round, reason: 'holiday' }]
  await saveSettings(ecard, { ...settings, closures })
  const { application } = await ecard.value(who.openid, 'registration', 'status')
  expect(application.round).toBe(addDays(round, 7))
  // As if it had been submitted in the same moment as the settings were written.
  await ecard.setRecord('applications', id, { round, reviewFrom: CUT_OFF + 4 * WEEK })
  await ecard.moveTo(CUT_OFF + 5 * WEEK)
  await decide(ecard, id, APPROVE)
  expect((await close(ecard, true, addDays(round, 7))).value).toMatchObject({ done: true, summary: { approved: 1 } })
})

async function closeUntilDone(round: string) {
  for (let call = 0; call < 10; call += 1) {
    const { value } = await close(ecard, true, round)
    if (value?.done) {
      return
    }
  }
  throw new Error('The round does not close.')
}

/** Holds: two reviewers never meet, whoever leaves gives back, and a phone that died keeps nobody waiting. */
import { HOLD_LASTS } from '../../../domain/review/hold'
import { CUT_OFF, testCloud } from '../harness/cloud'
import { ADMIN, APPROVE, apply, openOffice, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const ids: string[] = []
const call = (by: string, action: string, fields: object = {}) => ecard.call(by, 'review', action, fields)
const value = (by: string, action: string, fields: object = {}) => ecard.value(by, 'review', action, fields)
const next = async (by: string, inHand: string[] = []) => (await value(by, 'next', { inHand })).application
const holder = (id: string) => ecard.record('applications', id).hold.by

beforeAll(async () => {
  await openOffice(ecard)
  for (let n = 1; n <= 6; n += 1) {
    ids.push((await apply(ecard, person(n))).id)
  }
  await ecard.moveTo(CUT_OFF)
})

test('three who reach for the next one at once get three different ones, the oldest', async () => {
  const reviewers = [REVIEWER, SECOND_REVIEWER, ADMIN]
  const taken = await Promise.all(reviewers.map((by) => next(by)))
  expect(taken.map(({ id }) => id).sort()).toEqual(ids.slice(0, 3).sort())
  expect(taken.every(({ hold }) => hold.mine)).toBe(true)
  for (const [index, by] of reviewers.entries()) {
    await value(by, 'release', { ids: [taken[index].id] })
  }
})

test('one who opens what a colleague holds reads who and until when, and cannot decide', async () => {
  const { id, version } = await next(REVIEWER)
  const shown = await value(SECOND_REVIEWER, 'application', { id })
  expect(shown.hold).toEqual({ mine: false, name: 'reviewer', until: expect.any(Number) })
  const refused = await call(SECOND_REVIEWER, 'decide', { id, version, verdict: APPROVE })
  expect(refused).toMatchObject({ code: 'held_by_colleague', details: { name: 'reviewer' } })
  expect(ecard.record('applications', id)).toMatchObject({ version, verdict: 'undecided' })
  expect(JSON.stringify(shown)).not.toContain(REVIEWER)
})

test('the queue shows whose hands it is in, and can be narrowed by them', async () => {
  const { items } = await value(SECOND_REVIEWER, 'queue', { filter: 'undecided' })
  expect(items[0].hold).toMatchObject({ mine: false, name: 'reviewer' })
  const narrowed = async (by: string, hands: string) => {
    const page = await value(by, 'queue', { filter: 'undecided', narrow: { hands } })
    return page.items.map(({ id }: any) => id)
  }
  expect(await narrowed(SECOND_REVIEWER, 'others')).toEqual([ids[0]])
  expect(await narrowed(REVIEWER, 'mine')).toEqual([ids[0]])
  expect(await narrowed(REVIEWER, 'others')).toEqual([])
  expect(await narrowed(SECOND_REVIEWER, 'nobody')).toEqual(ids.slice(1))
})

test('renewed it lasts; the colleague’s next passes it over; in hand it is not offered twice', async () => {
  await ecard.moveTo(ecard.now + HOLD_LASTS - 30_000)
  expect(await value(REVIEWER, 'hold', { ids: [ids[0]] })).toMatchObject({ lost: [] })
  await ecard.moveTo(ecard.now + 60_000)
  expect((await next(SECOND_REVIEWER)).id).toBe(ids[1])
  expect((await next(SECOND_REVIEWER, [ids[1]!])).id).toBe(ids[2])
  await value(SECOND_REVIEWER, 'release', { ids: [ids[1], ids[2]] })
})

test('lapsed, a colleague takes over by opening it, and the first is told when renewing', async () => {
  await ecard.moveTo(ecard.now + HOLD_LASTS)
  expect((await value(SECOND_REVIEWER, 'application', { id: ids[0] })).hold).toMatchObject({ mine: true })
  expect(await value(REVIEWER, 'hold', { ids: [ids[0]] })).toMatchObject({ lost: [ids[0]] })
  expect(holder(ids[0]!)).toBe(SECOND_REVIEWER)
})

test('nobody gives back or renews what is a colleague’s', async () => {
  await value(REVIEWER, 'release', { ids: [ids[0]] })
  expect(holder(ids[0]!)).toBe(SECOND_REVIEWER)
})

test('two who open the same one at once: one holds it, the other reads who does', async () => {
  const shown = await Promise.all(
    [REVIEWER, SECOND_REVIEWER, ADMIN].map((by) => value(by, 'application', { id: ids[4] })),
  )
  expect(shown.filter(({ hold }) => hold.mine)).toHaveLength(1)
  expect(new Set(shown.map(({ hold }) => hold.until)).size).toBe(1)
})

test('deciding ends the hold; undoing takes it again', async () => {
  const { id, version } = await value(SECOND_REVIEWER, 'application', { id: ids[0] })
  await value(SECOND_REVIEWER, 'decide', { id, version, verdict: APPROVE })
  expect(holder(id)).toBe('')
  await value(REVIEWER, 'undo', { id, version: version + 1 })
  expect(holder(id)).toBe(REVIEWER)
})

test('what is not due or decided is held by nobody who opens it', async () => {
  const { id, version } = await value(REVIEWER, 'application', { id: ids[0] })
  await value(REVIEWER, 'decide', { id, version, verdict: APPROVE })
  expect((await value(SECOND_REVIEWER, 'application', { id })).hold).toBeNull()
})

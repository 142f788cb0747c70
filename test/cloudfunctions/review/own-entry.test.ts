/**
 * Forms that a reviewer entered from paper: never handed to them as the next one, marked in lists, counted when they
 * are left.
 */
import { CUT_OFF, testCloud } from '../harness/cloud'
import { APPROVE, apply, openOffice, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const value = (by: string, action: string, fields: object = {}) => ecard.value(by, 'review', action, fields)
const next = async (by: string, inHand: string[] = [], after?: string) =>
  (await value(by, 'next', { inHand, ...(after && { after }) })).application
const own = async (by: string, narrow: object = {}) => (await value(by, 'counts', { narrow, own: true })).own
const paper: string[] = []
let online: string

/** Eleven, so that the first page that "next" reads holds nothing but the reviewer's own. */
const ENTERED = 11

beforeAll(async () => {
  await openOffice(ecard)
  for (let n = 1; n <= ENTERED; n += 1) {
    const entry = { form: person(n).form, signedOn: '2027-02-20', language: 'zh' }
    paper.push((await ecard.value(REVIEWER, 'registration', 'enterPaper', entry)).id)
  }
  online = (await apply(ecard, person(ENTERED + 1))).id
  await ecard.moveTo(CUT_OFF)
})

test('the next one is somebody’s, never an own one, also while the one after it is fetched ahead', async () => {
  expect((await next(REVIEWER))?.id).toBe(online)
  expect(await next(REVIEWER, [online])).toBeNull()
  expect(paper.filter((id) => ecard.record('applications', id).hold.by !== '')).toEqual([])
  await value(REVIEWER, 'release', { ids: [online] })
})

test('nor after a place in the queue, nor from the beginning again', async () => {
  const { position } = ecard.record('applications', online)
  expect((await next(REVIEWER, [], position))?.id).toBe(online)
  expect(await next(REVIEWER, [online], position)).toBeNull()
  await value(REVIEWER, 'release', { ids: [online] })
})

test('many who ask at once get each form once, and nobody their own', async () => {
  const reviewers = Array.from({ length: 12 }, (_, index) => (index % 2 ? REVIEWER : SECOND_REVIEWER))
  const taken = await Promise.all(reviewers.map(async (by) => ({ by, id: (await next(by))?.id })))
  const got = taken.filter(({ id }) => id)
  expect(new Set(got.map(({ id }) => id)).size).toBe(got.length)
  expect(got.filter(({ by, id }) => by === REVIEWER && paper.includes(id))).toEqual([])
  await Promise.all(got.map(({ by, id }) => value(by, 'release', { ids: [id] })))
})

test('lists mark what came from paper, by whom, and whose it is', async () => {
  const { items } = await value(SECOND_REVIEWER, 'queue', { filter: 'undecided' })
  expect(items[0].paper).toEqual({ by: 'reviewer', signedOn: '2027-02-20', own: false })
  expect(items.at(-1).paper).toBeNull()
  expect((await value(REVIEWER, 'queue', { filter: 'undecided' })).items[0].paper.own).toBe(true)
  expect(JSON.stringify(items)).not.toContain(REVIEWER)
})

test('counted for who entered them, as long as they are undecided, narrowed like the lists', async () => {
  expect(await own(REVIEWER)).toBe(ENTERED)
  expect(await own(SECOND_REVIEWER)).toBe(0)
  expect(await own(REVIEWER, { documentType: 'passport' })).toBe(0)
  expect((await value(REVIEWER, 'counts')).own).toBe(0)
  const { id, version } = await next(SECOND_REVIEWER)
  await value(SECOND_REVIEWER, 'decide', { id, version, verdict: APPROVE })
  expect(await own(REVIEWER)).toBe(ENTERED - 1)
})

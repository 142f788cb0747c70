/** Bulk approval of exact matches: the sample, the approval in pieces, colleagues at the same time, undoing. */
import { addDays } from '../../../domain/time/shanghai'
import { archiveStudy, putOnRecord } from '../harness/archive'
import { CUT_OFF, testCloud } from '../harness/cloud'
import { APPROVE, apply, close, GUARD, openOffice, REJECT, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { type Person, person } from '../harness/people'

const ecard = testCloud()
const call = (action: string, fields: object = {}, by = REVIEWER) => ecard.call(by, 'review', action, fields)
const value = (action: string, fields: object = {}, by = REVIEWER) => ecard.value(by, 'review', action, fields)
const tick = () => ecard.cloud.controls.fireTimer('review')
const application = (id: string) => ecard.record('applications', id)
const idsOf = (items: any[]) => items.map(({ id }) => id)

const exactPeople = Array.from({ length: 14 }, (_, n) => named(n + 1, '李晓明'))
const unknownPerson = named(50, '吴彬')
const exactIds: string[] = []
let unknownId = ''

function named(n: number, nameChinese: string): Person {
  const one = person(n)
  return { ...one, form: { ...one.form, nameChinese } }
}

beforeAll(async () => {
  await openOffice(ecard)
  await putOnRecord(
    ecard,
    exactPeople.map((who, n) => archiveStudy(who, { studentNumber: `A${n}` })),
  )
  for (const who of exactPeople) {
    exactIds.push((await apply(ecard, who)).id)
  }
  unknownId = (await apply(ecard, unknownPerson)).id
  await tick()
})

test('round_not_due: before the cut-off there is nothing to sample', async () => {
  expect(await call('sampleExact')).toMatchObject({ code: 'round_not_due' })
  expect(await value('exact')).toEqual({ round: null, exact: 0, pending: 0, last: null })
  await ecard.moveTo(CUT_OFF)
  expect(await value('exact')).toMatchObject({ round: '2027-03-04', exact: 14, pending: 0, last: null })
})

test('only staff who review may', async () => {
  for (const [action, fields] of Object.entries({
    exact: {},
    sampleExact: {},
    approveExact: { id: 'a'.repeat(32), seen: [] },
    undoExact: { id: 'a'.repeat(32) },
  })) {
    expect(await call(action, fields, GUARD)).toMatchObject({ code: 'not_allowed' })
  }
})

test('the sample: ten different ones, all exact, with what a reviewer looks at, and no number', async () => {
  const { total, items } = await value('sampleExact')
  expect(total).toBe(14)
  expect(new Set(idsOf(items)).size).toBe(10)
  expect(idsOf(items).every((id) => exactIds.includes(id))).toBe(true)
  expect(items.every((item: any) => item.match.kind === 'exact' && item.name === '李晓明')).toBe(true)
  const sent = JSON.stringify(items)
  expect(exactPeople.some((who) => sent.includes(who.form.document.number))).toBe(false)
})

test('samples differ: they are drawn, not the first ones taken', async () => {
  const samples = await Promise.all(Array.from({ length: 6 }, () => value('sampleExact')))
  expect(new Set(samples.map(({ items }) => idsOf(items).sort().join())).size).toBeGreaterThan(1)
})

test('bulk_unknown, sample_not_seen, sample_outdated', async () => {
  expect(await call('approveExact', { id: 'f'.repeat(32), seen: [] })).toMatchObject({ code: 'bulk_unknown' })
  expect(await call('undoExact', { id: 'f'.repeat(32) })).toMatchObject({ code: 'bulk_unknown' })
  const { id, items } = await value('sampleExact')
  const seen = idsOf(items)
  expect(await call('approveExact', { id, seen: seen.slice(0, 8) })).toMatchObject({
    code: 'sample_not_seen',
    details: { left: 2 },
  })
  await ecard.setRecord('bulks', id, { sampledAt: ecard.now - 3 * 3_600_000 })
  expect(await call('approveExact', { id, seen })).toMatchObject({ code: 'sample_outdated' })
  await ecard.setRecord('bulks', id, { sampledAt: ecard.now, round: addDays('2027-03-04', -7) })
  expect(await call('approveExact', { id, seen })).toMatchObject({ code: 'sample_outdated' })
  expect(exactIds.every((each) => application(each).verdict === 'undecided')).toBe(true)
})

let bulk = ''

test('all are approved, each with its audit entry; what colleagues decided meanwhile stays theirs', async () => {
  const { id, items } = await value('sampleExact')
  const [theirs] = exactIds.filter((each) => !idsOf(items).includes(each))
  await value('decide', { id: theirs, version: 1, verdict: REJECT }, SECOND_REVIEWER)
  const done = await value('approveExact', { id, seen: idsOf(items) })
  expect(done).toMatchObject({ done: true, approved: 13, left: 0 })
  expect(application(theirs!)).toMatchObject({ verdict: 'reject', version: 2 })
  expect(application(unknownId).verdict).toBe('undecided')
  const approved = exactIds.filter((each) => each !== theirs)
  expect(approved.every((each) => application(each).decision.bulk === id)).toBe(true)
  const entries = ecard.records('audit').filter(({ details }) => details.bulk === id)
  expect(entries.map(({ subject }) => subject).sort()).toEqual([...approved].sort())
  expect(ecard.records('audit').filter(({ action }) => action === 'review.approveExact')).toHaveLength(1)
  expect((await value('exact')).last).toMatchObject({ id, state: 'done', approved: 13, byName: 'reviewer' })
  const seenOnes = await Promise.all(approved.map((each) => value('match', { id: each })))
  expect(seenOnes.filter((each) => each.bulk === 'seen')).toHaveLength(10)
  expect(seenOnes.filter((each) => each.bulk === 'unseen')).toHaveLength(3)
  bulk = id
})

test('asking again changes nothing', async () => {
  const { sample } = ecard.record('bulks', bulk)
  expect(await value('approveExact', { id: bulk, seen: sample })).toMatchObject({ done: true, approved: 0 })
  expect(await call('sampleExact')).toMatchObject({ code: 'nothing_exact' })
})

test('undone as a whole: all but what was decided otherwise since', async () => {
  const [changed] = ecard.record('bulks', bulk).sample
  await value('undo', { id: changed, version: 2 })
  await value('release', { ids: [changed] })
  await value('decide', { id: changed, version: 3, verdict: APPROVE }, SECOND_REVIEWER)
  expect(await value('undoExact', { id: bulk })).toEqual({ done: true, undone: 12, left: 0 })
  expect(application(changed)).toMatchObject({ verdict: 'approve', version: 4 })
  expect(exactIds.filter((each) => application(each).verdict === 'undecided')).toHaveLength(12)
  expect(await value('undoExact', { id: bulk })).toEqual({ done: true, undone: 0, left: 0 })
  const { sample } = ecard.record('bulks', bulk)
  expect(await call('approveExact', { id: bulk, seen: sample })).toMatchObject({ code: 'bulk_undone' })
})

test('two reviewers approve at once: each application is decided once', async () => {
  const [one, two] = await Promise.all([value('sampleExact'), value('sampleExact', {}, SECOND_REVIEWER)])
  const [first, second] = await Promise.all([
    value('approveExact', { id: one.id, seen: idsOf(one.items) }),
    value('approveExact', { id: two.id, seen: idsOf(two.items) }, SECOND_REVIEWER),
  ])
  expect(first.approved + second.approved).toBe(12)
  const decided = ecard.records('audit').filter(({ details }) => [one.id, two.id].includes(details.bulk))
  expect(new Set(decided.map(({ subject }) => subject)).size).toBe(12)
  expect(decided).toHaveLength(12)
})

test('after closing nothing can be undone', async () => {
  expect((await close(ecard, true)).value).toMatchObject({ done: true })
  const { last } = await value('exact')
  expect(last).toBeNull()
  const [{ _id: id }] = ecard.records('bulks').filter(({ state }) => state === 'done')
  expect(await value('undoExact', { id })).toMatchObject({ done: true, undone: 0 })
  expect(ecard.records('cards')).toHaveLength(13)
})

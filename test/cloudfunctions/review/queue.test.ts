/** The lists narrowed, their counts, and a reviewer's own decisions of today with undoing several. */
import { addDays, DAY, instantAt } from '../../../domain/time/shanghai'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import { APPROVE, apply, close, decide, openOffice, REJECT, RETURN, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { consent, foreigner, person } from '../harness/people'

const ecard = testCloud()
const ids: string[] = []
const value = (action: string, fields: object = {}, by = REVIEWER) => ecard.value(by, 'review', action, fields)
const listed = async (narrow: object) =>
  (await value('queue', { filter: 'undecided', narrow })).items.map(({ id }: any) => id)

beforeAll(async () => {
  await openOffice(ecard)
  const people = [person(1), foreigner(2), person(3)]
  for (const who of people) {
    ids.push((await apply(ecard, who)).id)
  }
  await ecard.moveTo(CUT_OFF)
  await decide(ecard, ids[0]!, RETURN)
  await close(ecard, true)
  // Now: two carried over, one returned and handed in again, one new; all for next week.
  await ecard.value(person(1).openid, 'registration', 'amend', { form: person(1).form, consent, language: 'zh' })
  ids.push((await apply(ecard, person(4))).id)
})

test('before the cut-off of next week all of them wait', async () => {
  const { counts, rounds } = await value('counts')
  expect(counts).toEqual({ undecided: 0, approve: 0, return: 0, reject: 0, waiting: 4 })
  expect(rounds).toEqual([NEXT_THURSDAY])
  expect((await value('next', { inHand: [] })).application).toBeNull()
  await ecard.moveTo(instantAt(NEXT_THURSDAY, '12:00'))
})

test('by the kind of document, with counts of the same', async () => {
  expect(await listed({ documentType: 'passport' })).toEqual([ids[1]])
  const { counts } = await value('counts', { narrow: { documentType: 'passport' } })
  expect(counts).toMatchObject({ undecided: 1, waiting: 0 })
})

test('by what was returned before, and what comes for the first time', async () => {
  expect(await listed({ returnedBefore: true })).toEqual([ids[0]])
  expect(await listed({ returnedBefore: false })).toEqual([ids[1], ids[2], ids[3]])
})

test('by round', async () => {
  expect(await listed({ round: NEXT_THURSDAY })).toHaveLength(4)
  expect(await listed({ round: THURSDAY })).toEqual([])
})

test('next keeps to what the list is narrowed to', async () => {
  const { application } = await value('next', { narrow: { documentType: 'passport' }, inHand: [] })
  expect(application.id).toBe(ids[1])
  expect(await value('next', { narrow: { documentType: 'passport' }, inHand: [] })).toEqual({ application: null })
  await value('release', { ids: [ids[1]] })
})

test('an unknown way of narrowing is refused', async () => {
  for (const narrow of [{ documentType: 'licence' }, { hands: 'both' }, { colour: 'red' }]) {
    const reply = await ecard.call(REVIEWER, 'review', 'queue', { filter: 'undecided', narrow })
    expect(reply).toEqual({ ok: false, code: 'bad_request' })
  }
})

describe('own decisions', () => {
  test('of today, newest first, and nobody else’s', async () => {
    for (const [index, verdict] of [APPROVE, REJECT, APPROVE].entries()) {
      await ecard.moveTo(ecard.now + 1000)
      await decide(ecard, ids[index]!, verdict)
    }
    await decide(ecard, ids[3]!, APPROVE, SECOND_REVIEWER)
    const { items, count } = await value('decisions')
    expect(count).toBe(3)
    expect(items.map(({ id, kind, undoable }: any) => [id, kind, undoable])).toEqual([
      [ids[2], 'approve', true],
      [ids[1], 'reject', true],
      [ids[0], 'approve', true],
    ])
    expect(items[1].reason).toBe('not_found_in_archive')
  })

  test('several undone at once; a colleague’s, and what was changed meanwhile, stay and are named', async () => {
    const { items } = await value('decisions')
    const theirs = { id: ids[3], version: ecard.record('applications', ids[3]!).version }
    await decide(ecard, ids[1]!, APPROVE)
    const decisions = [...items.map(({ id, version }: any) => ({ id, version })), theirs]
    const { undone, kept } = await value('undoSeveral', { decisions })
    expect(undone.sort()).toEqual([ids[0], ids[2]].sort())
    expect(kept.sort()).toEqual([ids[1], ids[3]].sort())
    expect(ecard.record('applications', ids[0]!)).toMatchObject({ verdict: 'undecided', decision: null })
    expect(ecard.record('applications', ids[3]!).verdict).toBe('approve')
    const undos = ecard.records('audit').filter(({ action }) => action === 'review.undo')
    expect(undos.map(({ subject }) => subject).sort()).toEqual([ids[0], ids[2]].sort())
  })

  test('after closing they are shown and can no longer be undone; tomorrow the page is empty', async () => {
    await close(ecard, true, NEXT_THURSDAY)
    const { items } = await value('decisions')
    expect(items).toMatchObject([{ id: ids[1], undoable: false }])
    const reply = await value('undoSeveral', { decisions: [{ id: ids[1], version: items[0].version }] })
    expect(reply).toEqual({ undone: [], kept: [ids[1]] })
    await ecard.moveTo(instantAt(addDays(NEXT_THURSDAY, 1), '08:00') + DAY)
    expect(await value('decisions')).toEqual({ items: [], count: 0 })
  })
})

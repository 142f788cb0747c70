/** The queue and the decisions: who may, when, and that two reviewers never decide the same application. */
import { addDays, instantAt } from '../../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from '../harness/cloud'
import { APPROVE, apply, decide, openOffice, REJECT, RETURN, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const ecard = testCloud()
const ids: string[] = []
const call = (action: string, fields: object = {}, by = REVIEWER) => ecard.call(by, 'review', action, fields)
const value = (action: string, fields: object = {}, by = REVIEWER) => ecard.value(by, 'review', action, fields)

beforeAll(async () => {
  await openOffice(ecard)
  for (let n = 1; n <= 5; n += 1) {
    ids.push((await apply(ecard, person(n))).id)
  }
})

test('review_not_open before the cut-off; the list is called waiting', async () => {
  const refused = await call('decide', { id: ids[0], version: 1, verdict: APPROVE })
  expect(refused).toEqual({ ok: false, code: 'review_not_open', details: { round: THURSDAY } })
  const waiting = await value('queue', { filter: 'waiting' })
  expect(waiting.items.map(({ id }: any) => id)).toEqual(ids)
  const { counts } = await value('counts')
  expect(counts).toEqual({ undecided: 0, approve: 0, return: 0, reject: 0, waiting: 5 })
  expect(await value('round')).toMatchObject({ due: null, next: { day: THURSDAY, cutOff: CUT_OFF }, lastClosed: null })
  await ecard.moveTo(CUT_OFF)
})

test('the timer noted when the round was opened', async () => {
  expect(ecard.record('rounds', THURSDAY)).toMatchObject({ state: 'open', cutOff: CUT_OFF })
  expect(await value('round')).toMatchObject({ due: { day: THURSDAY, closing: false }, counts: { undecided: 5 } })
})

test('what a reviewer sees: the number masked, the phone masked, the hold theirs', async () => {
  const shown = await value('application', { id: ids[0] })
  expect(shown).toMatchObject({
    stage: 'in_review',
    documentMasked: expect.stringMatching(/^321\*+\w{4}$/),
    phoneMasked: '+86 ··· 0001',
    decidable: true,
    returnedBefore: 0,
    hold: { mine: true, name: 'reviewer', until: expect.any(Number) },
  })
  expect(JSON.stringify(shown)).not.toContain(person(1).form.document.number)
  expect(JSON.stringify(shown)).not.toContain(person(1).phone)
})

test('application_unknown', async () => {
  const id = 'f'.repeat(32)
  for (const [action, fields] of Object.entries({
    application: { id },
    revealDocument: { id },
    decide: { id, version: 1, verdict: APPROVE },
    undo: { id, version: 1 },
  })) {
    expect(await call(action, fields)).toEqual({ ok: false, code: 'application_unknown' })
  }
})

test('reason_missing: a return and a rejection need one of the list, "other" a note', async () => {
  for (const verdict of [
    { kind: 'return' },
    { kind: 'reject', reason: 'other' },
    { kind: 'return', reason: 'forged' },
  ]) {
    expect(await call('decide', { id: ids[0], version: 1, verdict })).toEqual({ ok: false, code: 'reason_missing' })
  }
})

test('revealing the number is logged and visible to the applicant', async () => {
  const { document } = await value('revealDocument', { id: ids[0] })
  expect(document).toEqual(person(1).form.document)
  const { application } = await ecard.value(person(1).openid, 'registration', 'status')
  expect(application.documentViews).toEqual([{ at: expect.any(Number), role: 'reviewer' }])
  const entry = ecard.records('audit').find(({ action }) => action === 'review.revealDocument')
  expect(entry).toMatchObject({ by: REVIEWER, subject: ids[0], at: application.documentViews[0].at })
})

test('two reviewers at once: one decides, the other hears already_decided', async () => {
  await value('release', { ids: [ids[0]] }) // opened above
  const verdicts = [APPROVE, REJECT]
  const replies = await Promise.all(
    verdicts.map((verdict, index) =>
      call('decide', { id: ids[0], version: 1, verdict }, index === 0 ? REVIEWER : SECOND_REVIEWER),
    ),
  )
  const codes = replies.map(({ ok, code }) => (ok ? 'ok' : code)).sort()
  expect(codes).toEqual(['already_decided', 'ok'])
  const entries = ecard.records('audit').filter(({ action }) => action === 'review.decide')
  expect(entries).toHaveLength(1)
  const winner = verdicts[replies.findIndex(({ ok }) => ok)]
  expect(ecard.record('applications', ids[0]!)).toMatchObject({ version: 2, verdict: winner?.kind })
})

test('a decision can be changed and undone with the version on the screen, not with an older one', async () => {
  const { version } = await value('application', { id: ids[0] })
  expect(await call('undo', { id: ids[0], version: version - 1 })).toEqual({ ok: false, code: 'already_decided' })
  expect(await value('undo', { id: ids[0], version })).toEqual({ version: version + 1 })
  expect(await value('decide', { id: ids[0], version: version + 1, verdict: RETURN })).toEqual({ version: version + 2 })
  expect(ecard.record('applications', ids[0]!).decision).toMatchObject({ kind: 'return', reason: 'portrait_unclear' })
  const changed = await value('decide', { id: ids[0], version: version + 2, verdict: APPROVE })
  expect(ecard.record('applications', ids[0]!).decision).not.toHaveProperty('reason')
  expect(changed.version).toBe(version + 3)
})

test('next goes around: after the last comes the first undecided, after all nothing', async () => {
  const next = async (id: string) => {
    const { position } = ecard.record('applications', id)
    const { application } = await value('next', { inHand: [], after: position })
    return application?.id ?? null
  }
  await decide(ecard, ids[4]!, APPROVE)
  expect(await next(ids[4]!)).toBe(ids[1])
  for (const id of [ids[1], ids[2]]) {
    await decide(ecard, id!, REJECT)
  }
  await decide(ecard, ids[3]!, RETURN)
  expect(await next(ids[3]!)).toBeNull()
  const { counts } = await value('counts')
  expect(counts).toEqual({ undecided: 0, approve: 2, return: 1, reject: 2, waiting: 0 })
})

test('the queue in pages of twenty, each application once', async () => {
  const other = testCloudOfMany()
  expect(await other).toEqual({ pages: [20, 5], distinct: 25 })
})

async function testCloudOfMany() {
  // Carried far enough that registration is open again, in a calendar of its own.
  await ecard.value(REVIEWER, 'review', 'close', { round: THURSDAY, carryOver: true })
  const people = Array.from({ length: 25 }, (_, n) => person(100 + n))
  await Promise.all(people.map((who) => apply(ecard, who)))
  await ecard.moveTo(instantAt(addDays(THURSDAY, 7), '12:00'))
  const first = await value('queue', { filter: 'undecided' })
  const second = await value('queue', { filter: 'undecided', after: first.after })
  expect(second.after).toBeNull()
  const seen = [...first.items, ...second.items].map(({ id }: any) => id)
  return { pages: [first.items.length, second.items.length], distinct: new Set(seen).size }
}

test('round_closed: a settled application is decided no more', async () => {
  expect(await call('decide', { id: ids[4], version: 9, verdict: REJECT })).toEqual({ ok: false, code: 'round_closed' })
  expect(await call('undo', { id: ids[4], version: 9 })).toEqual({ ok: false, code: 'round_closed' })
})

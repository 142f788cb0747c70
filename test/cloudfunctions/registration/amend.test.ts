/** Returned applications, withdrawing, and the claims that go with them. */
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import { APPROVE, apply, close, decide, openOffice, REJECT, RETURN, REVIEWER } from '../harness/office'
import { consent, person } from '../harness/people'

const ecard = testCloud()
const amend = (openid: string, form: any) =>
  ecard.call(openid, 'registration', 'amend', { form, consent, language: 'zh' })
const withdraw = (openid: string) => ecard.call(openid, 'registration', 'withdraw')

const [returned, rejected, approved, waiting, mover] = [1, 2, 3, 4, 5].map(person) as [any, any, any, any, any]

beforeAll(async () => {
  await openOffice(ecard)
  const applications = []
  for (const who of [returned, rejected, approved, waiting, mover]) {
    applications.push(await apply(ecard, who))
  }
  await ecard.moveTo(CUT_OFF)
  const verdicts = [RETURN, REJECT, APPROVE, null, RETURN]
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict) {
      await decide(ecard, applications[index].id, verdict)
    }
  }
})

test('cannot_withdraw once somebody has decided, and nobody sees why yet', async () => {
  expect(await withdraw(returned.openid)).toEqual({ ok: false, code: 'cannot_withdraw' })
  const { application } = await ecard.value(returned.openid, 'registration', 'status')
  expect(application).toMatchObject({ stage: 'in_review', canWithdraw: false })
})

test('cannot_amend before the result, application_not_found without one', async () => {
  expect(await amend(returned.openid, returned.form)).toEqual({ ok: false, code: 'cannot_amend' })
  expect(await amend('o-nobody', returned.form)).toEqual({ ok: false, code: 'application_not_found' })
  expect(await withdraw('o-nobody')).toEqual({ ok: false, code: 'application_not_found' })
})

test('an undecided one can be withdrawn during the review; document and account are free again', async () => {
  const { application } = (await withdraw(waiting.openid)).value
  expect(application).toMatchObject({ stage: 'withdrawn', canWithdraw: false })
  expect(ecard.records('claims').filter(({ openid }) => openid === waiting.openid)).toEqual([])
  expect(await withdraw(waiting.openid)).toEqual({ ok: false, code: 'cannot_withdraw' })
})

test('the result is told when the round closes: reason and note, never who decided', async () => {
  expect((await close(ecard)).value).toMatchObject({ done: true, summary: { approved: 1, returned: 2, rejected: 1 } })
  const { application } = await ecard.value(returned.openid, 'registration', 'status')
  expect(application).toMatchObject({
    stage: 'returned',
    canAmend: true,
    result: { kind: 'return', reason: 'portrait_unclear' },
  })
  expect(JSON.stringify(application)).not.toContain(REVIEWER)
  expect(ecard.texts(returned.phone)).toHaveLength(1)
  expect(ecard.texts(rejected.phone)).toHaveLength(1)
})

test('a returned one keeps its identity: the document stays taken', async () => {
  const reply = await ecard.call('o-thief', 'registration', 'submit', { form: returned.form, consent, language: 'zh' })
  expect(reply).toEqual({ ok: false, code: 'document_in_use' })
  const again = await ecard.call(returned.openid, 'registration', 'submit', {
    form: person(20).form,
    consent,
    language: 'zh',
  })
  expect(again).toEqual({ ok: false, code: 'already_applied' })
})

test('amending: the same application, the next round, the number kept when it is left empty', async () => {
  const before = ecard.records('applications').find(({ openid }) => openid === returned.openid)
  const form = {
    ...returned.form,
    email: 'zhang@example.org',
    document: { type: 'resident_id', country: 'CHN', number: '' },
  }
  const { application } = (await amend(returned.openid, form)).value
  expect(application).toMatchObject({ id: before._id, stage: 'submitted', round: NEXT_THURSDAY })
  expect(application.result).toBeUndefined()
  const after = ecard.record('applications', before._id)
  expect(after).toMatchObject({ digest: before.digest, email: 'zhang@example.org', decision: null, result: null })
  expect(after.earlier).toEqual([expect.objectContaining({ kind: 'return', round: THURSDAY })])
  expect(after.version).toBeGreaterThan(before.version)
  expect(await amend(returned.openid, form)).toEqual({ ok: false, code: 'cannot_amend' })
})

test('amending with an empty number of another type is refused by the form', async () => {
  const form = { ...mover.form, document: { type: 'passport', country: 'NGA', number: '' } }
  expect(await amend(mover.openid, form)).toMatchObject({ code: 'form_invalid' })
})

test("amending with somebody else's document is refused, and nothing has moved", async () => {
  expect(await amend(mover.openid, { ...mover.form, document: returned.form.document })).toEqual({
    ok: false,
    code: 'document_in_use',
  })
  expect(await amend(mover.openid, { ...mover.form, document: approved.form.document })).toEqual({
    ok: false,
    code: 'card_exists',
  })
  const { digest } = ecard.records('applications').find(({ openid }) => openid === mover.openid)
  expect(ecard.record('claims', `document:${digest}`)).toMatchObject({ openid: mover.openid })
})

test('amending with another document moves the claim on the person with it', async () => {
  const before = ecard.records('applications').find(({ openid }) => openid === mover.openid)
  expect(await amend(mover.openid, { ...mover.form, document: person(6).form.document })).toMatchObject({ ok: true })
  const after = ecard.record('applications', before._id)
  expect(after.digest).not.toBe(before.digest)
  expect(ecard.record('claims', `document:${before.digest}`)).toBeNull()
  expect(ecard.record('claims', `document:${after.digest}`)).toMatchObject({ application: before._id })
  const free = await ecard.call('o-owner', 'registration', 'submit', { form: mover.form, consent, language: 'zh' })
  expect(free).toMatchObject({ ok: true })
})

test('approved and rejected ones cannot be amended or withdrawn', async () => {
  for (const who of [approved, rejected]) {
    expect(await amend(who.openid, who.form)).toEqual({ ok: false, code: 'cannot_amend' })
    expect(await withdraw(who.openid)).toEqual({ ok: false, code: 'cannot_withdraw' })
  }
})

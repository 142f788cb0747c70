/** Submitting: every refusal by name, one person one identity under a crowd, and what is stored. */
import { universityClosedForYears } from '../harness/calendar'
import { CUT_OFF, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import { APPROVE, apply, close, decide, openOffice, REJECT, saveSettings, submission } from '../harness/office'
import { consent, foreigner, person, residentNumber } from '../harness/people'

const ecard = testCloud()
const submit = (who: { openid: string; form: any }, fields: object = {}) =>
  ecard.call(who.openid, 'registration', 'submit', { form: who.form, consent, language: 'zh', ...fields })

test('registration_not_ready: nobody can apply before the office opens the service', async () => {
  expect(await submit(person(1))).toEqual({ ok: false, code: 'registration_not_ready' })
  const status = await ecard.value('o-anybody', 'registration', 'status')
  expect(status).toMatchObject({ state: null, application: null, cardNumber: null })
  await openOffice(ecard)
})

test('form_invalid: errors by field, by the rules that the phone has', async () => {
  const form = {
    ...person(2).form,
    phone: '123',
    document: { type: 'resident_id', country: 'CHN', number: '321102199001010012' },
  }
  expect(await submit({ openid: 'o-2', form })).toEqual({
    ok: false,
    code: 'form_invalid',
    details: { phone: 'phone_shape', 'document.number': 'document_check_digit' },
  })
})

test('consent_missing: both consents must be to the texts of today', async () => {
  const older = { ...consent, document: '2020-01' }
  expect(await submit(person(2), { consent: older })).toEqual({ ok: false, code: 'consent_missing' })
})

test('already_applied: one account, one live application', async () => {
  const first = person(3)
  await apply(ecard, first)
  expect(await submit(first)).toEqual({ ok: false, code: 'already_applied' })
  expect(await submit({ openid: first.openid, form: person(4).form })).toEqual({ ok: false, code: 'already_applied' })
})

test('document_in_use: the same document from another account, however it is typed', async () => {
  await apply(ecard, person(5))
  const number = ` ${person(5).form.document.number.slice(0, 6)} ${person(5).form.document.number.slice(6)}`
  const form = { ...person(5).form, document: { type: 'resident_id', country: '', number } }
  expect(await submit({ openid: 'o-another', form })).toEqual({ ok: false, code: 'document_in_use' })
})

test('fifty submissions of one document at once from fifty accounts: exactly one wins', async () => {
  const { form } = person(6)
  const replies = await Promise.all(Array.from({ length: 50 }, (_, n) => submit({ openid: `o-crowd-${n}`, form })))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const refused = replies.filter(({ ok }) => !ok).map(({ code }) => code)
  expect(new Set(refused)).toEqual(new Set(['document_in_use']))
  const { digest } = ecard.records('applications').find(({ openid }) => openid.startsWith('o-crowd'))
  expect(ecard.records('applications').filter((each) => each.digest === digest)).toHaveLength(1)
  expect(ecard.records('claims').filter(({ openid }) => openid.startsWith('o-crowd'))).toHaveLength(2)
})

test('one account in a hurry: many submissions at once make one application', async () => {
  const replies = await Promise.all(Array.from({ length: 10 }, () => submit(person(7))))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(replies.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(new Set(['already_applied']))
})

test('what is stored: sealed document and phone, everything else of the form, consent with version and time', async () => {
  const who = foreigner(1)
  const { id } = await apply(ecard, who, 'en')
  const stored = ecard.record('applications', id)
  expect(stored).toMatchObject({
    openid: who.openid,
    status: 'submitted',
    verdict: 'undecided',
    version: 1,
    language: 'en',
    nameLatin: 'AMARA OKAFOR',
    documentType: 'passport',
    documentCountry: 'NGA',
    documentMasked: 'A******01',
    last4: '0001',
    consent: { ...consent, at: expect.any(Number) },
  })
  const text = JSON.stringify(stored)
  expect(text).not.toContain(who.form.document.number)
  expect(text).not.toContain(who.phone.slice(1))
})

test('registration_stopped from the cut-off to the closing of the round, then open for the next', async () => {
  await ecard.moveTo(CUT_OFF)
  expect(await submit(person(8))).toEqual({ ok: false, code: 'registration_stopped', details: { round: THURSDAY } })
  const status = await ecard.value(person(3).openid, 'registration', 'status')
  expect(status.state).toEqual({ open: false, why: 'review', round: THURSDAY })
  expect(status.application.stage).toBe('in_review')
  expect((await close(ecard, true)).value).toMatchObject({ done: true })
  expect(await apply(ecard, person(8))).toMatchObject({ round: NEXT_THURSDAY })
})

test('card_exists: who has a card is sent to activation, from any account; a rejected person may apply again', async () => {
  const [holder, rejected] = [person(8), person(9)]
  const { id } = await apply(ecard, rejected)
  const { application } = await ecard.value(holder.openid, 'registration', 'status')
  await ecard.moveTo(CUT_OFF + 7 * 24 * 3_600_000)
  await decide(ecard, application.id, APPROVE)
  await decide(ecard, id, REJECT)
  expect((await close(ecard, true, NEXT_THURSDAY)).value).toMatchObject({ done: true })
  expect(await submit(holder)).toEqual({ ok: false, code: 'card_exists' })
  expect(await submit({ openid: 'o-another', form: holder.form })).toEqual({ ok: false, code: 'card_exists' })
  expect(await submit({ openid: holder.openid, form: person(10).form })).toEqual({ ok: false, code: 'card_exists' })
  expect(await apply(ecard, rejected)).toMatchObject({ stage: 'submitted' })
})

test('no_review_planned: when closures leave no review in sight', async () => {
  await saveSettings(ecard, universityClosedForYears)
  expect(await submit(person(11))).toEqual({ ok: false, code: 'no_review_planned' })
})

test('bad_request: a photo that is not in the photos folder, an unknown field, a forged identity', async () => {
  const elsewhere = { ...person(12).form, portrait: 'https://example.org/a.jpg' }
  for (const fields of [
    { form: elsewhere },
    { openid: 'o-somebody' },
    { form: { ...person(12).form, status: 'decided' } },
  ]) {
    expect(await submit(person(12), fields)).toEqual({ ok: false, code: 'bad_request' })
  }
  expect(submission(person(12)).form.document.number).toBe(residentNumber(12))
})

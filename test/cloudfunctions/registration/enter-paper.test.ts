/**
 * Forms on paper: the checks and claims of everybody, entered by one colleague, decided by another, activated by the
 * person.
 */
import { addDays, startOf } from '../../../domain/time/shanghai'
import { CUT_OFF, MONDAY, NEXT_THURSDAY, THURSDAY, testCloud } from '../harness/cloud'
import {
  APPROVE,
  activation,
  apply,
  close,
  decide,
  openOffice,
  RETURN,
  REVIEWER,
  SECOND_REVIEWER,
  submission,
} from '../harness/office'
import { type Person, person } from '../harness/people'

const ecard = testCloud()
const signedOn = '2027-02-20'
const enter = (who: Person, changed: object = {}, by = REVIEWER) =>
  ecard.call(by, 'registration', 'enterPaper', { form: who.form, signedOn, language: 'zh', ...changed })
const verdict = (id: string, by: string) =>
  ecard.call(by, 'review', 'decide', { id, version: ecard.record('applications', id).version, verdict: APPROVE })
const [one, two, three, four] = [person(1), person(2), person(3), person(4)]
const ids: string[] = []

beforeAll(() => openOffice(ecard))

test('the same checks as on a phone, and the day of the signature', async () => {
  const wrong = { ...one.form, document: { ...one.form.document, number: '321102199001010012' } }
  expect(await enter(one, { form: wrong })).toMatchObject({
    code: 'form_invalid',
    details: { 'document.number': 'document_check_digit' },
  })
  expect((await enter(one, { form: { ...one.form, proof: '' } })).code).toBe('form_invalid')
  for (const day of ['2027-03-02', '2025-01-01', '2027-02-30']) {
    expect((await enter(one, { signedOn: day })).code).toBe('signed_on_invalid')
  }
  expect(ecard.records('applications')).toEqual([])
})

test('it waits in the queue, marked as what it is, without an account', async () => {
  const { value } = await enter(one)
  expect(value).toMatchObject({ round: THURSDAY, cutOff: CUT_OFF, amended: false })
  ids.push(value.id)
  const stored = ecard.record('applications', value.id)
  expect(stored).toMatchObject({ openid: null, paper: { by: REVIEWER, byName: 'reviewer', signedOn } })
  expect(stored.consent).toEqual({ privacy: 'paper', document: 'paper', at: startOf(signedOn) })
  expect(ecard.records('claims')).toHaveLength(1)
  const seen = await ecard.value(SECOND_REVIEWER, 'review', 'application', { id: value.id })
  expect(seen.paper).toEqual({ by: 'reviewer', signedOn, own: false })
  expect(JSON.stringify(seen)).not.toContain(REVIEWER)
})

test('one person, one identity: paper and phone meet in the same claim', async () => {
  expect((await enter(one)).code).toBe('person_has_applied')
  expect((await ecard.call(one.openid, 'registration', 'submit', submission(one))).code).toBe('document_in_use')
  await apply(ecard, two)
  expect((await enter(two)).code).toBe('person_has_applied')
})

test('entered many times at once it is entered once', async () => {
  const replies = await Promise.all(
    Array.from({ length: 5 }, (_, n) => enter(three, {}, n % 2 ? REVIEWER : SECOND_REVIEWER)),
  )
  const done = replies.filter(({ ok }) => ok)
  expect(done).toHaveLength(1)
  expect(new Set(replies.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(new Set(['person_has_applied']))
  ids.push(done[0]?.value.id)
})

test('own_entry: whoever entered it does not decide it, whatever they decide', async () => {
  await ecard.moveTo(CUT_OFF)
  const [id = ''] = ids
  expect((await ecard.value(REVIEWER, 'review', 'application', { id })).paper.own).toBe(true)
  expect(await verdict(id, REVIEWER)).toEqual({ ok: false, code: 'own_entry' })
  expect(ecard.record('applications', id).decision).toBeNull()
  expect((await verdict(id, SECOND_REVIEWER)).ok).toBe(true)
})

test('registration_stopped while a round is under way, as for everybody', async () => {
  expect((await enter(four)).code).toBe('registration_stopped')
})

test('approved, told by SMS, activated by the person with document and phone', async () => {
  const [, third = ''] = ids
  const { by } = ecard.record('applications', third).paper
  await decide(ecard, third, RETURN, by === REVIEWER ? SECOND_REVIEWER : REVIEWER)
  expect((await close(ecard, true)).value).toMatchObject({ done: true })
  await ecard.dispatch()
  expect(ecard.texts(one.phone)).toHaveLength(1)
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  expect((await enter(one)).code).toBe('person_has_card')
  const shown = await ecard.value(one.openid, 'activation', 'activate', activation(ecard, one))
  expect(shown.card).toMatchObject({ status: 'active' })
  expect((await ecard.value(one.openid, 'card', 'show', {})).card.number).toBe(shown.card.number)
})

test('a returned form is entered again: the same application, the same claim, for the next round', async () => {
  const [, id = ''] = ids
  const { value } = await enter(three, { form: { ...three.form, email: 'new@example.com' } }, SECOND_REVIEWER)
  expect(value).toMatchObject({ id, amended: true, round: NEXT_THURSDAY })
  const stored = ecard.record('applications', id)
  expect(stored).toMatchObject({ status: 'submitted', openid: null, paper: { by: SECOND_REVIEWER } })
  expect(stored.earlier).toHaveLength(1)
  expect((await enter(three)).code).toBe('person_has_applied')
})

test('every entry stands in the audit log, without the person', async () => {
  const entries = ecard.records('audit').filter(({ action }) => action === 'registration.enterPaper')
  expect(entries.map(({ subject }) => subject)).toEqual(expect.arrayContaining(ids))
  expect(JSON.stringify(entries)).not.toContain('张小明')
  // What a refusal told about somebody is on record, too, without their number.
  const refused = ecard.records('audit').filter(({ action }) => action === 'registration.paperRefused')
  expect(new Set(refused.map(({ details }) => details.refused))).toEqual(
    new Set(['person_has_applied', 'person_has_card']),
  )
  expect(refused.every(({ subject }) => /^[0-9a-f]{16}$/.test(subject))).toBe(true)
  const views = (await ecard.value(two.openid, 'privacy', 'overview')).views
  expect(views).toEqual([{ at: expect.any(Number), role: 'reviewer', why: 'search' }])
  expect(ecard.now).toBeGreaterThan(MONDAY)
})

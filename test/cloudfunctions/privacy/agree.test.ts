/**
 * Consent over time: asked again when the texts changed, every agreement kept with version and time, none of another
 * version taken.
 */
import { DAY } from '../../../domain/time/shanghai'
import { university } from '../../../domain/university'
import { CUT_OFF, testCloud } from '../harness/cloud'
import { apply, close, decide, openOffice, RETURN, submission } from '../harness/office'
import { type Person, person } from '../harness/people'

const ecard = testCloud()
const [applicant, newcomer] = [person(1), person(2)]
const call = (who: Person, action: string, fields: object = {}) => ecard.call(who.openid, 'privacy', action, fields)
const consents = async (who: Person) => (await ecard.value(who.openid, 'privacy', 'overview')).consents
const of = (who: Person) => ecard.records('applications').find(({ openid }) => openid === who.openid)
/** As the store would be if the texts had been other ones when somebody agreed. */
const agreedTo = (who: Person, version: string) =>
  ecard.setRecord('applications', of(who)._id, { consent: { ...of(who).consent, privacy: version } })

beforeAll(async () => {
  await openOffice(ecard)
  await apply(ecard, applicant)
})

test('who handed in a form today has agreed; who never did has not', async () => {
  expect(await call(applicant, 'agreed')).toEqual({ ok: true, value: { agreed: true } })
  expect(await call(newcomer, 'agreed')).toEqual({ ok: true, value: { agreed: false } })
})

test('after the texts have changed the person is asked, agrees once, and both stand in the history', async () => {
  await agreedTo(applicant, '2026-05')
  expect((await call(applicant, 'agreed')).value).toEqual({ agreed: false })
  await ecard.moveTo(ecard.now + DAY)
  const at = ecard.now
  await Promise.all([call(applicant, 'agree', { consent: university.consent })])
  await call(applicant, 'agree', { consent: university.consent })
  expect((await call(applicant, 'agreed')).value).toEqual({ agreed: true })
  const [again, first, ...others] = await consents(applicant)
  expect(again).toMatchObject(university.consent)
  expect(again.at).toBeGreaterThanOrEqual(at)
  expect(first).toMatchObject({ privacy: '2026-05' })
  expect(others).toEqual([])
})

test('consent_missing: agreeing to texts that are not those of today', async () => {
  const before = ecard.records('agreements').length
  for (const consent of [
    { ...university.consent, privacy: '2020-01' },
    { ...university.consent, document: '' },
  ]) {
    expect(await call(newcomer, 'agree', { consent })).toEqual({ ok: false, code: 'consent_missing' })
  }
  expect(ecard.records('agreements')).toHaveLength(before)
})

test('an amended form keeps what was agreed to with the one before', async () => {
  await ecard.moveTo(CUT_OFF)
  await decide(ecard, of(applicant)._id, RETURN)
  await close(ecard)
  await ecard.value(applicant.openid, 'registration', 'amend', submission(applicant))
  expect(of(applicant).earlierConsents).toMatchObject([{ privacy: '2026-05' }])
  expect((await consents(applicant)).map(({ privacy }: { privacy: string }) => privacy)).toEqual([
    university.consent.privacy,
    university.consent.privacy,
    '2026-05',
  ])
})

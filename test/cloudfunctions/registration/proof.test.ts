/** The proof photo: asked for when the archive does not know the person, and no way to find out who is an alumnus. */
import { PROOF_QUESTIONS_A_DAY } from '../../../domain/registration/proof'
import { addDays, startOf } from '../../../domain/time/shanghai'
import { archiveStudy, putOnRecord } from '../harness/archive'
import { testCloud } from '../harness/cloud'
import { openOffice, submission } from '../harness/office'
import { type Person, person } from '../harness/people'

const ecard = testCloud()
const known = person(1)
const unknown = person(2)

const without = (who: Person) => ({ ...who, form: { ...who.form, proof: '' } })
const question = ({ form }: Person, changed: object = {}) => {
  const { document, nameChinese, nameLatin, studies } = form
  return { document, nameChinese, nameLatin, studies, ...changed }
}
const ask = (openid: string, who: Person, changed: object = {}) =>
  ecard.call(openid, 'registration', 'proof', question(who, changed))
const needed = async (openid: string, who: Person, changed: object = {}) =>
  (await ask(openid, who, changed)).value?.needed
const submit = (who: Person) => ecard.call(who.openid, 'registration', 'submit', submission(who))

beforeAll(async () => {
  await openOffice(ecard)
  await putOnRecord(ecard, [archiveStudy(known)])
})

test('whom the archive knows needs no photo, everybody else does', async () => {
  expect(await needed('o-asks-1', known)).toBe(false)
  expect(await needed('o-asks-1', unknown)).toBe(true)
})

test('any part that is wrong is answered like a stranger', async () => {
  const [study] = known.form.studies
  const answers = []
  for (const changed of [
    { nameChinese: '李四' },
    { document: unknown.form.document },
    { studies: [{ ...study, entryYear: study.entryYear - 1 }] },
    { studies: [{ ...study, school: '文学院' }] },
    { studies: [{ ...study, degree: 'master' }] },
  ]) {
    answers.push(await ask('o-asks-2', known, changed))
  }
  expect(answers).toEqual(answers.map(() => ({ ok: true, value: { needed: true } })))
})

test('after some questions a day everybody is asked for the photo; the next day it is answered again', async () => {
  for (let n = 0; n < PROOF_QUESTIONS_A_DAY; n += 1) {
    expect(await needed('o-asks-3', known)).toBe(false)
  }
  expect(await needed('o-asks-3', known)).toBe(true)
  expect(await needed('o-asks-4', known)).toBe(false)
  await ecard.moveTo(startOf(addDays('2027-03-01', 1)) + 9 * 3_600_000)
  expect(await needed('o-asks-3', known)).toBe(false)
})

test('a request of another shape is refused', async () => {
  expect(await ask('o-asks-5', known, { studies: [] })).toMatchObject({ code: 'bad_request' })
  expect(await ask('o-asks-5', known, { openid: 'o-other' })).toMatchObject({ code: 'bad_request' })
})

test('form_invalid: handed in without a photo by somebody unknown', async () => {
  expect(await submit(without(unknown))).toEqual({
    ok: false,
    code: 'form_invalid',
    details: { proof: 'photo_missing' },
  })
  expect(ecard.records('applications')).toEqual([])
})

test('whom the archive knows hands in without a photo', async () => {
  expect(await submit(without(known))).toMatchObject({ ok: true, value: { application: { form: { proof: '' } } } })
})

test('a reviewer who asks for a proof gets one, whatever the archive says', async () => {
  const [{ _id: id }] = ecard.records('applications')
  const result = { kind: 'return', at: ecard.now, round: '2027-03-04' }
  const amend = () => ecard.call(known.openid, 'registration', 'amend', submission(without(known)))
  await ecard.setRecord('applications', id, { status: 'decided', result: { ...result, reason: 'proof_unreadable' } })
  expect(await amend()).toMatchObject({ code: 'form_invalid', details: { proof: 'photo_missing' } })
  await ecard.setRecord('applications', id, { result: { ...result, reason: 'portrait_unclear' } })
  expect(await amend()).toMatchObject({ ok: true })
})

/** Current campus identities: nobody with one registers (notice 5(1)), and only as long as it lasts. */
import { addDays, dayOf, startOf } from '../../../domain/time/shanghai'
import { MONDAY, testCloud } from '../harness/cloud'
import { importFile, problemsOf } from '../harness/import'
import { apply, openOffice, submission } from '../harness/office'
import { foreigner, person } from '../harness/people'
import { csv } from '../harness/spreadsheet'

const ecard = testCloud()
const today = dayOf(MONDAY)
const idOf = (who: any) => who.form.document.number as string
const [teacher, student, child, visitor] = [person(1), person(2), person(3), foreigner(4)]

beforeAll(() => openOffice(ecard))

test('people of the university are refused by their own message, others are not', async () => {
  const bytes = csv([
    ['人员类别', '证件类型', '证件号码', '国籍', '有效期至'],
    ['教职工', '居民身份证', idOf(teacher), '', ''],
    ['本科生', '居民身份证', idOf(student), '', addDays(today, 1).replaceAll('-', '/')],
    ['教职工家属', '居民身份证', idOf(child), '', addDays(today, -1)],
    ['附属医院医护', '护照', idOf(visitor), 'NGA', '长期'],
    ['陌生人', '居民身份证', idOf(person(5)), '', ''],
  ])
  const done = await importFile(ecard, { kind: 'campus', bytes })
  expect(done.counts).toMatchObject({ fresh: 4, bad: 1 })
  expect(await problemsOf(ecard, done.id)).toEqual([{ row: 6, column: '人员类别', problem: 'cell_campus_kind' }])
  expect(
    ecard
      .records('campusIdentities')
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['family', 'hospital', 'staff', 'student'])

  for (const who of [teacher, student, visitor]) {
    expect(await submit(who)).toMatchObject({ ok: false, code: 'campus_identity' })
  }
  expect(await submit(child)).toMatchObject({ ok: true })
})

test('a returned application cannot be amended to the document of somebody on campus', async () => {
  const who = person(6)
  const { id } = await apply(ecard, who)
  await ecard.setRecord('applications', id, { status: 'decided', result: { kind: 'return' } })
  const form = { ...who.form, document: teacher.form.document }
  const amended = await ecard.call(who.openid, 'registration', 'amend', { ...submission(who), form })
  expect(amended).toMatchObject({ ok: false, code: 'campus_identity' })
})

test('the day after the last one, a student may register; a new list prolongs it', async () => {
  await ecard.moveTo(startOf(addDays(today, 2)))
  const list = csv([
    ['人员类别', '证件号码', '有效期至'],
    ['本科生', idOf(student), addDays(today, 5)],
  ])
  const done = await importFile(ecard, { kind: 'campus', bytes: list })
  expect(done.counts).toMatchObject({ fresh: 0, changed: 1 })
  expect(await submit(student)).toMatchObject({ code: 'campus_identity' })
  const again = await importFile(ecard, { kind: 'campus', bytes: list })
  expect(again.counts).toMatchObject({ fresh: 0, changed: 0, unchanged: 1 })
  await ecard.moveTo(startOf(addDays(today, 6)))
  // The review is under way or over: what matters is that the identity no longer refuses.
  expect((await submit(student)).code).not.toBe('campus_identity')
})

function submit(who: any) {
  return ecard.call(who.openid, 'registration', 'submit', submission(who))
}

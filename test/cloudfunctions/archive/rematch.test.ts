/** What an import means for the applications that wait: they are looked up again, whichever way it came to its end. */
import { testCloud } from '../harness/cloud'
import { ALUMNI_HEADERS, importFile, upload } from '../harness/import'
import { apply, openOffice, REVIEWER } from '../harness/office'
import { type Person, person } from '../harness/people'
import { csv } from '../harness/spreadsheet'

const ecard = testCloud()
const named = (n: number, nameChinese: string): Person => ({ ...person(n), form: { ...person(n).form, nameChinese } })
const [first, second, third] = [named(1, '李晓明'), named(2, '王建国'), named(3, '吴彬')]
const ids = new Map<Person, string>()
const match = (who: Person) => ecard.record('applications', ids.get(who) ?? '').match
const tickReview = () => ecard.cloud.controls.fireTimer('review')
const fileOf = (who: Person) => ({ kind: 'alumni' as const, bytes: csv([ALUMNI_HEADERS, rowOf(who)]) })

function rowOf({ form }: Person): (string | number)[] {
  const [{ school, major, entryYear, graduationYear, studentNumber }] = form.studies
  return [form.nameChinese, studentNumber, form.document.number, school, major, '本科', entryYear, graduationYear]
}

beforeAll(async () => {
  await openOffice(ecard)
  for (const who of [first, second, third]) {
    ids.set(who, (await apply(ecard, who)).id)
  }
  await tickReview()
  expect([first, second, third].map(match)).toEqual(['unknown', 'unknown', 'unknown'])
})

test('somebody who was unknown is an exact match after the import that names them, and nobody else is', async () => {
  const done = await importFile(ecard, fileOf(first))
  expect(done).toMatchObject({ state: 'done', counts: { fresh: 1, bad: 0 } })
  expect(match(first)).toBe('pending')
  await tickReview()
  expect([first, second, third].map(match)).toEqual(['exact', 'unknown', 'unknown'])
})

test('killed after the last row and before that was asked for: the timer makes it good', async () => {
  const { id } = await importFile(ecard, fileOf(second))
  // As the kill leaves it: the rows are on record, the import is over, nobody asked, the file is still there.
  await ecard.setRecord('applications', ids.get(second) ?? '', { match: 'unknown', matchAsked: '' })
  await ecard.setRecord('imports', id, { held: true })
  await ecard.cloud.controls.fireTimer('archive')
  expect(match(second)).toBe('pending')
  expect(ecard.record('imports', id).held).toBe(false)
  await tickReview()
  expect(match(second)).toBe('exact')
})

test('an import that is stopped leaves its rows, so it asks as well', async () => {
  const id = await upload(ecard, fileOf(third))
  const { preview } = await ecard.value(REVIEWER, 'archive', 'preview', { id })
  await ecard.value(REVIEWER, 'archive', 'start', { id, mapping: preview.mapping })
  await ecard.value(REVIEWER, 'archive', 'stop', { id })
  expect([first, second, third].map(match)).toEqual(['pending', 'pending', 'pending'])
  await tickReview()
  expect(match(third)).toBe('unknown')
})

test('campus identities say nothing about the archive: nothing is looked up again', async () => {
  const bytes = csv([
    ['证件号', '身份', '有效期至'],
    [third.form.document.number, '学生', '2027-06-30'],
  ])
  const done = await importFile(ecard, { kind: 'campus', bytes })
  expect(done).toMatchObject({ state: 'done', counts: { fresh: 1, bad: 0 } })
  expect([first, second, third].map(match)).toEqual(['exact', 'exact', 'unknown'])
})

/** The archive match as reviewers get it, and as the lists have it. */
import { archiveStudy, putOnRecord } from '../harness/archive'
import { CUT_OFF, testCloud } from '../harness/cloud'
import { APPROVE, apply, GUARD, openOffice, RETURN, REVIEWER, submission } from '../harness/office'
import { foreigner, type Person, person } from '../harness/people'

const ecard = testCloud()
const match = (id: string, by = REVIEWER) => ecard.call(by, 'review', 'match', { id })
const matched = async (id: string) => (await match(id)).value
const stored = (id: string) => ecard.record('applications', id).match
const tick = () => ecard.cloud.controls.fireTimer('review')

function named(n: number, nameChinese: string, study: object = {}): Person {
  const one = person(n)
  return { ...one, form: { ...one.form, nameChinese, studies: [{ ...one.form.studies[0], ...study }] } }
}

const known = named(1, '李晓明')
const slip = named(2, '王建国')
const doubled = named(3, '陈静')
const stranger = named(4, '吴彬')
const abroad = foreigner(5)
const ids: Record<string, string> = {}

beforeAll(async () => {
  await openOffice(ecard)
  await putOnRecord(ecard, [
    archiveStudy(known, { nameChinese: '李曉明', school: '汽车工程系' }),
    archiveStudy(slip, { digest: '', entryYear: 2009 }),
    archiveStudy(doubled, { digest: '', studentNumber: 'A1' }),
    archiveStudy(doubled, { digest: '', studentNumber: 'A2' }),
    archiveStudy(stranger, { digest: '', nameChinese: '吴斌', school: '文学院', major: '英语' }),
    archiveStudy(abroad, { nameLatin: 'Okafor, Amara' }),
  ])
  for (const [name, who] of Object.entries({ known, slip, doubled, stranger, abroad })) {
    ids[name] = (await apply(ecard, who)).id
  }
})

test('only staff who review may ask', async () => {
  expect(await match(ids.known!, GUARD)).toMatchObject({ code: 'not_allowed' })
  expect(await match(ids.known!, known.openid)).toMatchObject({ code: 'not_allowed' })
  expect(await match('f'.repeat(32))).toMatchObject({ code: 'application_unknown' })
})

test('exact, by document, though the archive writes it in its own way', async () => {
  const found = await matched(ids.known!)
  expect(found).toMatchObject({ kind: 'exact', bulk: null, duplicates: [] })
  expect(found.candidates).toMatchObject([{ by: 'document', name: { agreement: 'equivalent', record: '李曉明' } }])
  expect(await matched(ids.abroad!)).toMatchObject({ kind: 'exact', candidates: [{ name: { why: 'spelling' } }] })
})

test('differs, several, unknown', async () => {
  expect(await matched(ids.slip!)).toMatchObject({ kind: 'differs' })
  const { kind, candidates } = await matched(ids.doubled!)
  expect([kind, candidates.length]).toEqual(['several', 2])
  expect(await matched(ids.stranger!)).toMatchObject({ kind: 'unknown', candidates: [] })
})

test('neither a document number nor its digest leaves the server', async () => {
  const sent = JSON.stringify(await matched(ids.known!))
  expect(sent).not.toContain(known.form.document.number)
  expect(sent).not.toContain(ecard.record('applications', ids.known!).digest)
})

test('the timer looks up new applications for the lists', async () => {
  expect(Object.values(ids).map(stored)).toEqual(Array(5).fill('pending'))
  await tick()
  expect(Object.values(ids).map(stored)).toEqual(['exact', 'differs', 'several', 'unknown', 'exact'])
})

test('with nothing new the timer asks three times: the settings, who waits for another day, who waits for a match', async () => {
  const { database } = await ecard.roundTrips(() => tick())
  expect(database).toBe(3)
})

test('after an import every waiting application is looked up again', async () => {
  await putOnRecord(ecard, [archiveStudy(stranger)])
  for (const id of Object.values(ids)) {
    await ecard.setRecord('applications', id, { match: 'pending', matchAsked: 'import-1' })
  }
  await tick()
  expect(stored(ids.stranger!)).toBe('exact')
})

describe('duplicates', () => {
  test('another document with the same name and study', async () => {
    const twin = foreigner(77)
    twin.form.nameChinese = '吴彬'
    const { id } = await ecard
      .value(twin.openid, 'registration', 'submit', submission(twin))
      .then(({ application }) => application)
    expect((await matched(ids.stranger!)).duplicates).toMatchObject([
      { application: id, cardNumber: null, why: 'same_study', documentMasked: expect.stringContaining('*') },
    ])
    expect((await matched(id)).duplicates).toMatchObject([{ application: ids.stranger }])
  })

  test('an imported card of the name', async () => {
    const card = { nameChinese: '陈静', nameLatin: '', digest: 'other', application: null, last4: '0013' }
    await ecard.cloud.world.database.editById('cards', '8000000017', () => ({ _id: '8000000017', ...card }))
    expect((await matched(ids.doubled!)).duplicates).toMatchObject([{ cardNumber: '8000000017', why: 'same_name' }])
  })
})

test('an amended application is looked up anew', async () => {
  await ecard.moveTo(CUT_OFF)
  const { version } = ecard.record('applications', ids.slip!)
  await ecard.value(REVIEWER, 'review', 'decide', { id: ids.slip, version, verdict: RETURN })
  await ecard.setRecord('applications', ids.slip!, {
    status: 'decided',
    result: { kind: 'return', reason: 'study_incomplete', at: ecard.now, round: '2027-03-04' },
  })
  const { lastClosedRound } = ecard.record('settings', 'office')
  await ecard.setRecord('settings', 'office', { lastClosedRound: '2027-03-04' })
  const right = named(2, '王建国', { entryYear: 2009, studentNumber: 'A081' })
  await ecard.value(slip.openid, 'registration', 'amend', submission(right))
  expect(stored(ids.slip!)).toBe('pending')
  await tick()
  expect(stored(ids.slip!)).toBe('differs')
  await ecard.setRecord('settings', 'office', { lastClosedRound })
})

test('what it costs: staff, the application, documents and names of the archive, applications and cards of the name', async () => {
  const { database } = await ecard.roundTrips(() => matched(ids.stranger!))
  expect(database).toBeLessThanOrEqual(6)
})

test('two hundred and fifty at once: one tick, fewer requests than applications', async () => {
  const model = ecard.record('applications', ids.known!)
  const copies = Array.from({ length: 250 }, (_, n) => ({
    ...model,
    _id: `copy-${n}`,
    nameChinese: n % 2 ? '李晓明' : '郑丽华',
    digest: n < 120 ? model.digest : `nobody-${n}`,
    position: `${model.position}-${n}`,
    match: 'pending',
    matchAsked: n % 3 === 0 ? '' : 'import-2',
  }))
  await ecard.cloud.world.database.insert('applications', copies)
  const { database } = await ecard.roundTrips(() => tick())
  expect(database).toBeLessThan(60)
  const after = copies.map(({ _id }) => stored(_id))
  expect(after.slice(0, 120)).toEqual(copies.slice(0, 120).map((_, n) => (n % 2 ? 'exact' : 'differs')))
  // Found by name alone: 李晓明 of this year is on record under another document; 郑丽华 is not.
  expect(after.slice(120)).toEqual(copies.slice(120).map((_, n) => (n % 2 ? 'differs' : 'unknown')))
})

test('deciding does not wait for the match', async () => {
  const id = ids.known!
  const { version } = ecard.record('applications', id)
  await ecard.setRecord('applications', id, { match: 'pending' })
  expect(await ecard.call(REVIEWER, 'review', 'decide', { id, version, verdict: APPROVE })).toMatchObject({ ok: true })
  await tick()
  expect(stored(id)).toBe('exact')
})

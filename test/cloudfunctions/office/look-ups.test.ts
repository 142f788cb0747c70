/**
 * Whoever looks somebody up by the number of their document stands in the audit log with their reason, and in what that
 * person sees; the number stands nowhere. Looking at a card by its number is on record, too.
 */
import { testCloud } from '../harness/cloud'
import { apply, issueTo, openOffice, REVIEWER, SECOND_REVIEWER } from '../harness/office'
import { foreigner, type Person, person } from '../harness/people'

const ecard = testCloud()
const [holder, applicant, other, nobody] = [person(1), person(2), foreigner(3), person(4)]
let application: string
let card: string

const of = (who: Person) => ({ document: who.form.document })
const office = (action: string, fields: object, by = REVIEWER) => ecard.call(by, 'office', action, fields)
const entries = (action: string) => ecard.records('audit').filter((entry) => entry.action === action)
const last = (action: string) =>
  entries(action)
    .sort((one, two) => one.at - two.at)
    .at(-1)
const views = async (who: Person) => (await ecard.value(who.openid, 'privacy', 'overview')).views

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, [holder])
  card = (await ecard.value(holder.openid, 'registration', 'status')).cardNumber
  application = (await apply(ecard, applicant)).id
})

test('by a document: who, why, what was found; its person sees role and moment', async () => {
  const reply = await office('identity', { of: of(holder), why: 'office_asks' })
  expect(reply.value.identity.card.number).toBe(card)
  const details = { by: 'document', reason: 'office_asks' }
  expect(last('office.identity')).toMatchObject({ by: REVIEWER, subject: card, details })
  expect(await views(holder)).toEqual([{ at: expect.any(Number), role: 'reviewer', why: 'search' }])
})

test('without a reason, or with another one, nobody is looked up', async () => {
  for (const fields of [{ of: of(holder) }, { of: of(holder), why: 'curiosity' }, { of: of(holder), why: '' }]) {
    expect((await office('identity', fields)).code).toBe('bad_request')
  }
  expect(entries('office.identity')).toHaveLength(1)
})

test('of somebody who is not here, the log has no more than the tag of a digest', async () => {
  expect((await office('identity', { of: of(nobody), why: 'holder_asks' })).value.identity.card).toBeNull()
  expect(entries('office.identity').map(({ subject }) => subject)).toContainEqual(
    expect.stringMatching(/^[0-9a-f]{16}$/),
  )
})

test('by a card it is on record, and nobody’s ID number was looked at', async () => {
  await office('identity', { of: { cardNumber: card } }, SECOND_REVIEWER)
  const found = entries('office.identity').find(({ details }) => details.by === 'card')
  expect(found).toMatchObject({ by: SECOND_REVIEWER, subject: card })
  expect(await views(holder)).toHaveLength(1)
})

test('a search by a whole number that finds somebody is shown to them; one that finds nobody is on record', async () => {
  const search = (text: string) => ecard.value(REVIEWER, 'review', 'search', { text })
  await search(applicant.form.document.number)
  await search(nobody.form.document.number)
  const searches = entries('review.search').map(({ subject, details }) => ({ subject, ...details }))
  expect(searches).toHaveLength(2)
  expect(searches).toContainEqual({ subject: application, by: 'document', count: 1 })
  expect(searches).toContainEqual({ subject: '', by: 'document', count: 0 })
  expect((await views(applicant)).map(({ why }: any) => why)).toEqual(['search'])
  await search('张小明')
  expect(await views(applicant)).toHaveLength(1)
})

test('a join that was refused told something about both: it is on record, and shown', async () => {
  const join = { one: { cardNumber: card }, other: of(applicant), reason: 'other_document' }
  expect((await office('joinIdentities', join)).code).toBe('identity_applying')
  const details = { by: 'document', refused: 'identity_applying' }
  expect(last('office.joinRefused')).toMatchObject({ by: REVIEWER, details })
  expect(await views(applicant)).toHaveLength(2)
})

test('looking at a card is on record; a number that no card has is not', async () => {
  await office('card', { cardNumber: card })
  await office('card', { cardNumber: '8999999999' })
  expect(entries('office.card').map(({ by, subject }) => [by, subject])).toEqual([[REVIEWER, card]])
})

test('no document number stands anywhere in the log', () => {
  const log = JSON.stringify(ecard.records('audit'))
  for (const who of [holder, applicant, other, nobody]) {
    expect(log).not.toContain(who.form.document.number)
  }
})

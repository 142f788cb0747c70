/** Search: by what a reviewer has in hand. A whole document number is looked for by its digest and kept nowhere. */
import { CUT_OFF, testCloud } from '../harness/cloud'
import { APPROVE, apply, close, decide, openOffice, REVIEWER } from '../harness/office'
import { foreigner, person, residentNumber } from '../harness/people'

const ecard = testCloud()
const ids: string[] = []
const search = (text: string) => ecard.value(REVIEWER, 'review', 'search', { text })
const found = async (text: string) => (await search(text)).items.map(({ id }: any) => id)

const named = (n: number, nameChinese: string) => {
  const who = person(n)
  return { ...who, form: { ...who.form, nameChinese } }
}

beforeAll(async () => {
  await openOffice(ecard)
  for (const who of [named(1, '王小明'), named(2, '王小红'), named(3, '李强'), foreigner(4)]) {
    ids.push((await apply(ecard, who)).id)
  }
})

test('by the beginning of a name in either script', async () => {
  expect((await found('王小')).sort()).toEqual([ids[0], ids[1]].sort())
  expect(await found('王小红')).toEqual([ids[1]])
  expect(await found('小红')).toEqual([])
  expect(await found('amara OK')).toEqual([ids[3]])
})

describe('a Latin name', () => {
  const whole = ['Amara Okafor', 'okafor AMARA', 'Okafor', 'okafor, am', 'amara']

  test.each(whole)('is found by "%s"', async (text) => {
    expect(await found(text)).toEqual([ids[3]])
  })

  test('is not found by what only stands inside a word, or by a word that is not there', async () => {
    expect(await found('kafor')).toEqual([])
    expect(await found('amara wei')).toEqual([])
  })

  test('with a middle name is found by first and last, and by the middle one', async () => {
    const who = foreigner(5)
    const { id } = await apply(ecard, { ...who, form: { ...who.form, nameLatin: 'IBRAHIM MUSA DANJUMA' } })
    for (const text of ['ibrahim danjuma', 'Danjuma Ibrahim', 'musa', 'Musa Ibrahim', 'ibrahim musa']) {
      expect(await found(text)).toEqual([id])
    }
  })

  test('of a record from before these keys is found by its beginning, and turned around', async () => {
    const who = foreigner(6)
    const { id } = await apply(ecard, { ...who, form: { ...who.form, nameLatin: 'CHEN DAWEI' } })
    await ecard.setRecord('applications', id, { nameLatinSecond: undefined, nameLatinLast: undefined })
    expect(await found('chen da')).toEqual([id])
    expect(await found('Dawei Chen')).toEqual([id])
  })
})

test('by the last four', async () => {
  expect(await found(residentNumber(3).slice(-4))).toEqual([ids[2]])
})

test('by a whole document number, resident or passport; on record without it', async () => {
  expect(await found(residentNumber(2))).toEqual([ids[1]])
  expect(await found('A0 000 0004')).toEqual([ids[3]])
  const entries = ecard.records('audit').filter(({ action }) => action === 'review.search')
  expect(entries).toHaveLength(2)
  expect(entries.map(({ subject }) => subject).sort()).toEqual([ids[1], ids[3]].sort())
  expect(entries[0]).toMatchObject({ by: REVIEWER, details: { by: 'document', count: 1 } })
  expect(JSON.stringify(ecard.records('audit'))).not.toMatch(new RegExp(`${residentNumber(2)}|A00000004`))
})

test('by the application’s number, and after closing by the card’s', async () => {
  expect(await found(ids[2]!)).toEqual([ids[2]])
  await ecard.moveTo(CUT_OFF)
  await decide(ecard, ids[0]!, APPROVE)
  await close(ecard, true)
  const [{ _id: number }] = ecard.records('cards')
  const { items } = await search(number)
  expect(items).toMatchObject([{ id: ids[0], stage: 'approved', decision: 'approve' }])
})

test('nothing is found where nothing is, and an empty text is refused', async () => {
  expect(await search('8999999999')).toEqual({ items: [], more: false })
  expect(await ecard.call(REVIEWER, 'review', 'search', { text: '  ' })).toMatchObject({ code: 'bad_request' })
})

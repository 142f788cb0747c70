import { latinKeys, readSearch } from '../../../domain/review/search'

const TODAY = '2026-11-26'
const kinds = (text: string) => readSearch(text, TODAY).map(({ kind }) => kind)

test('Chinese characters are the beginning of a name', () => {
  expect(readSearch(' 张小 ', TODAY)).toEqual([{ kind: 'nameChinese', prefix: '张小' }])
})

test('letters are the beginning of a name in Latin script, however it is spelt, in either order', () => {
  expect(readSearch('AMARA   Oka', TODAY)).toEqual([{ kind: 'nameLatin', prefixes: ['amara oka', 'oka amara'] }])
  expect(readSearch('Zhang, Wei', TODAY)).toEqual([{ kind: 'nameLatin', prefixes: ['zhang wei', 'wei zhang'] }])
  expect(readSearch('wei', TODAY)).toEqual([{ kind: 'nameLatin', prefixes: ['wei'] }])
  expect(readSearch(' , ', TODAY)).toEqual([])
})

test('a Latin name has a key from its first word on, its second, its last', () => {
  const keys = (name: string) => Object.values(latinKeys(name))
  expect(keys('ZHANG WEI')).toEqual(['zhang wei', 'wei zhang', ''])
  expect(keys('AMARA NGOZI OKAFOR')).toEqual(['amara ngozi okafor', 'ngozi okafor amara', 'okafor amara ngozi'])
  expect(keys('A B C D')).toEqual(['a b c d', 'b c d a', 'd a b c'])
  expect(keys('PELE')).toEqual(['pele', '', ''])
  expect(keys('')).toEqual(['', '', ''])
})

test('four characters are the last of a document number', () => {
  expect(readSearch('011x', TODAY)).toEqual([{ kind: 'last4', last4: '011X' }])
})

test('ten digits are a card number, and a Taiwan permit could have them, too', () => {
  expect(kinds('8012 345 678')).toEqual(['card', 'document'])
  expect(readSearch('8012 345 678', TODAY)[0]).toEqual({ kind: 'card', number: '8012345678' })
})

test('32 hexadecimal digits are an application', () => {
  expect(readSearch('A1'.repeat(16), TODAY)).toEqual([{ kind: 'application', id: 'a1'.repeat(16) }])
})

test('a whole resident number is looked for as every document that it may be of', () => {
  const [term] = readSearch('321102 19900101 0011', TODAY)
  const documents = term?.kind === 'document' ? term.documents : []
  expect(documents).toContainEqual({ type: 'resident_id', country: 'CHN', number: '321102199001010011' })
})

test('a passport number is looked for in every country, because it does not tell its own', () => {
  const [term] = readSearch('a01234567', TODAY)
  const documents = term?.kind === 'document' ? term.documents : []
  expect(documents).toContainEqual({ type: 'passport', country: 'NGA', number: 'A01234567' })
  expect(new Set(documents.map(({ country }) => country)).size).toBe(documents.length)
})

test('a mistyped resident number is looked for as the passport that it could be, and as nothing else', () => {
  const [term] = readSearch('321102199001010012', TODAY)
  const types = new Set(term?.kind === 'document' ? term.documents.map(({ type }) => type) : [])
  expect([...types]).toEqual(['passport'])
})

test('blanks and signs are nothing to look for', () => {
  expect(readSearch('   ', TODAY)).toEqual([])
  expect(readSearch('1', TODAY)).toEqual([])
})

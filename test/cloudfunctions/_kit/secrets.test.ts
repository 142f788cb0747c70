/** Sealing and digests: what opens, what does not, and that one document has one digest. */
import { functionKeys } from '../harness/keys'
import { residentNumber } from '../harness/people'

Object.assign(process.env, functionKeys)
const { seal, unseal } =
  require('../../../cloudfunctions/_kit/sealed') as typeof import('../../../cloudfunctions/_kit/sealed')
const { digestOf } =
  require('../../../cloudfunctions/_kit/digest') as typeof import('../../../cloudfunctions/_kit/digest')

const place = 'applications/1/document'

test('what was sealed opens in its place', () => {
  for (const text of ['', '321102199001010011', '张小明 · 😀', 'x'.repeat(10_000)]) {
    expect(unseal(seal(text, place), place)).toBe(text)
  }
})

test('two sealings of one text differ and do not show it', () => {
  const [one, two] = [seal('321102199001010011', place), seal('321102199001010011', place)]
  expect(one).not.toBe(two)
  expect(Buffer.from(one.split('.')[1] ?? '', 'base64url').includes('3211021990')).toBe(false)
})

test('a sealed text does not open in another place, changed anywhere, cut off or under another key', () => {
  const sealed = seal('321102199001010011', place)
  expect(() => unseal(sealed, 'applications/2/document')).toThrow()
  const [keyId, body = ''] = sealed.split('.')
  const bytes = Buffer.from(body, 'base64url')
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(() => unseal(`${keyId}.${changed.toString('base64url')}`, place)).toThrow()
    expect(() => unseal(`${keyId}.${bytes.subarray(0, index).toString('base64url')}`, place)).toThrow()
  }
  expect(() => unseal(`00000000.${body}`, place)).toThrow('key')
})

test('one document, one digest, however it is typed; another type, country or number is another', () => {
  const number = residentNumber(7)
  const document = { type: 'resident_id', country: 'CHN', number } as const
  const digest = digestOf(document)
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(
    digestOf({ ...document, country: '', number: ` ${number.slice(0, 6)}-${number.slice(6).toLowerCase()}` }),
  ).toBe(digest)
  const passport = { type: 'passport', country: 'NGA', number: 'A01234567' } as const
  const others = [
    { ...document, number: residentNumber(8) },
    passport,
    { ...passport, country: 'GHA' },
    { ...passport, number: 'A01234568' },
  ]
  expect(new Set([digest, ...others.map(digestOf)]).size).toBe(5)
})

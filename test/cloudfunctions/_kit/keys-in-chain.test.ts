/**
 * Keys behind one another: what is made under which, what opens, and that a digest is brought forward without its text.
 */
import { functionKeys } from '../harness/keys'
import { residentNumber } from '../harness/people'

const document = { type: 'resident_id', country: 'CHN', number: residentNumber(1) } as const
const key = (seed: number) => Buffer.alloc(32, seed).toString('base64')
const place = 'cards/8/phone'

type Kit = typeof import('../../../cloudfunctions/_kit/sealed') &
  typeof import('../../../cloudfunctions/_kit/digest') &
  typeof import('../../../cloudfunctions/_kit/chained-digest')

/** The modules as a function loads them with these keys. */
function kitWith(keys: Record<string, string>): Kit {
  const cleared = { IDENTITY_DIGEST_KEYS_EARLIER: '', IDENTITY_ENCRYPTION_KEYS_BESIDE: '' }
  Object.assign(process.env, functionKeys, cleared, keys)
  let kit = {} as Kit
  jest.isolateModules(() => {
    kit = {
      ...require('../../../cloudfunctions/_kit/sealed'),
      ...require('../../../cloudfunctions/_kit/digest'),
      ...require('../../../cloudfunctions/_kit/chained-digest'),
    }
  })
  return kit
}

const first = kitWith({ IDENTITY_DIGEST_KEY: key(21) })
const second = kitWith({ IDENTITY_DIGEST_KEY: key(22), IDENTITY_DIGEST_KEYS_EARLIER: key(21) })
const third = kitWith({ IDENTITY_DIGEST_KEY: key(23), IDENTITY_DIGEST_KEYS_EARLIER: `${key(21)},${key(22)}` })

test('a digest made under any key is brought to the one that the newest makes', () => {
  const [d1, d2, d3] = [first, second, third].map((kit) => kit.digestOf(document)) as [string, string, string]
  expect(d1).toMatch(/^[0-9a-f]{64}$/)
  expect(d2).toMatch(/^[0-9a-f]{64}\.[0-9a-f]{8}$/)
  expect(third.digestsOf(document)).toEqual([d3, d2, d1])
  expect([d1, d2, d3].map(third.upToDate)).toEqual([d3, d3, d3])
  expect(second.upToDate(d1)).toBe(d2)
  expect(new Set([d1, d2, d3].map((digest) => digest.slice(0, 64))).size).toBe(3)
})

test('an earlier key alone does not make the digests of the newest', () => {
  const withoutTheFirst = kitWith({ IDENTITY_DIGEST_KEY: key(22) })
  const withAnother = kitWith({ IDENTITY_DIGEST_KEY: key(24), IDENTITY_DIGEST_KEYS_EARLIER: key(21) })
  const wanted = second.digestOf(document)
  for (const kit of [first, withoutTheFirst, withAnother]) {
    expect(kit.digestOf(document)).not.toBe(wanted)
  }
})

test('a digest of a key that is not here is an error, not somebody unknown', () => {
  expect(() => first.upToDate(second.digestOf(document))).toThrow('not here')
})

test('one key seals; those beside it open; taken away, they open nothing', () => {
  const before = kitWith({ IDENTITY_ENCRYPTION_KEY: key(31) })
  const both = kitWith({ IDENTITY_ENCRYPTION_KEY: key(32), IDENTITY_ENCRYPTION_KEYS_BESIDE: key(31) })
  const prepared = kitWith({ IDENTITY_ENCRYPTION_KEY: key(31), IDENTITY_ENCRYPTION_KEYS_BESIDE: key(32) })
  const after = kitWith({ IDENTITY_ENCRYPTION_KEY: key(32) })
  const [old, fresh] = [before.seal('+8613800000001', place), both.seal('+8613800000001', place)]
  expect(both.unseal(old, place)).toBe('+8613800000001')
  expect(prepared.unseal(fresh, place)).toBe('+8613800000001')
  expect(after.unseal(fresh, place)).toBe('+8613800000001')
  expect(() => after.unseal(old, place)).toThrow('not here')
  expect(() => both.unseal(old, 'cards/9/phone')).toThrow()
  expect(both.sealedUnder(fresh)).toBe(after.sealingKeyId)
})

test('a key of another length, or no base64, stops the function before it starts', () => {
  for (const wrong of [Buffer.alloc(16, 1).toString('base64'), `${key(31)},nonsense`]) {
    expect(() => kitWith({ IDENTITY_ENCRYPTION_KEYS_BESIDE: wrong })).toThrow('IDENTITY_ENCRYPTION_KEYS_BESIDE must be')
    expect(() => kitWith({ IDENTITY_DIGEST_KEYS_EARLIER: wrong })).toThrow('IDENTITY_DIGEST_KEYS_EARLIER must be')
  }
})

/** The faster equation against the plain one: the same answer for every key, commitment and scalar, also outside the prime-order group. */
import { createHash } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { halve, holds } from '../../../domain/pass/equation'

const { Point } = ed25519
const L = Point.Fn.ORDER
const EXPONENT = 8n * L
const torsion = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')

/** The eight points of small order. */
const small = Array.from({ length: 8 }, (_, times) =>
  Array.from({ length: times }).reduce<typeof torsion>((sum) => sum.add(torsion), Point.ZERO),
)
const scalar = fc.bigInt({ min: 0n, max: L - 1n })
const edges = [
  0n,
  1n,
  2n,
  3n,
  7n,
  8n,
  1n << 126n,
  1n << 127n,
  (1n << 127n) + 1n,
  (1n << 128n) - 1n,
  L / 2n,
  L - 2n,
  L - 1n,
]
/** Scalars for which Euclid's algorithm has a large quotient at once: c or d is nothing like half as long. */
const lopsided = [3n, 5n, 8n, 1n << 20n, 1n << 64n, 1n << 120n].flatMap((by) => [EXPONENT / by, EXPONENT / by + 1n])
const special = [...edges, ...lopsided.map((value) => value % L)]

/** s·B − k·A as the standard writes it. */
const plain = (s: bigint, k: bigint, A: typeof torsion) => Point.BASE.multiplyUnsafe(s).subtract(A.multiplyUnsafe(k))

test('halving: d·k ≡ c modulo 8·L, d odd and below L', () => {
  const check = (k: bigint) => {
    const { c, d } = halve(k)
    expect((((d * k - c) % EXPONENT) + EXPONENT) % EXPONENT).toBe(0n)
    expect(d > 0n && d < L && d % 2n === 1n).toBe(true)
    expect((c < 0n ? -c : c) < L).toBe(true)
  }
  special.forEach(check)
  fc.assert(fc.property(scalar, check), { numRuns: 5_000 })
})

test('halving: both are about half as long for nearly all digests, which is why it is done', () => {
  const digest = (index: number) => createHash('sha512').update(String(index)).digest('hex')
  const ks = Array.from({ length: 1_000 }, (_, index) => BigInt(`0x${digest(index)}`) % L)
  const long = ks.filter((k) => {
    const { c, d } = halve(k)
    return c >= 1n << 136n || -c >= 1n << 136n || d >= 1n << 136n
  })
  expect(long.length).toBeLessThan(20)
})

test('holds for R = s·B − k·A and for no R that differs by a point of small order, whatever the order of A', () => {
  fc.assert(
    fc.property(scalar, scalar, scalar, fc.nat(7), (a, s, k, order) => {
      const A = Point.BASE.multiplyUnsafe(a).add(small[order]!)
      const R = plain(s, k, A)
      expect(small.map((offset) => holds({ s, k }, A, R.add(offset)))).toEqual(small.map((_, index) => index === 0))
    }),
    { numRuns: 60 },
  )
})

test.each(special.map((k) => [k.toString(16), k] as const))('holds alike for the scalar %s', (_, k) => {
  const A = Point.BASE.multiplyUnsafe(123_456_789n).add(torsion)
  for (const s of [0n, 1n, L - 1n, k]) {
    const R = plain(s, k, A)
    expect(holds({ s, k }, A, R)).toBe(true)
    expect(holds({ s, k }, A, R.add(Point.BASE))).toBe(false)
    expect(holds({ s, k }, A, R.add(torsion))).toBe(false)
    expect(holds({ s: (s + 1n) % L, k }, A, R)).toBe(false)
  }
})

test('holds for no other commitment, key or scalar', () => {
  fc.assert(
    fc.property(scalar, scalar, scalar, scalar, (a, s, k, other) => {
      const A = Point.BASE.multiplyUnsafe(a)
      const R = plain(s, k, A)
      const strange = Point.BASE.multiplyUnsafe(other)
      expect(holds({ s, k }, A, strange)).toBe(strange.equals(R))
      expect(holds({ s, k }, strange, R)).toBe(plain(s, k, strange).equals(R))
      expect(holds({ s: other, k }, A, R)).toBe(other === s)
      expect(holds({ s, k: other }, A, R)).toBe(plain(s, other, A).equals(R))
    }),
    { numRuns: 60 },
  )
})

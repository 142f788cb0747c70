/**
 * The equation of Ed25519 without the cofactor, R = s·B − k·A, for a key that has no table: half of the doublings are saved by
 * multiplying it with a number d that makes both scalars half as long (A. Antipa et al., "Accelerated Verification of ECDSA
 * Signatures", 2005). It says exactly what the plain equation says, for every point: d·k ≡ c modulo 8·L, the order of the
 * whole group's exponent, and d is odd and below L, so it has an inverse there and nothing can vanish by it.
 */
import { ed25519 } from '@noble/curves/ed25519.js'

const { Point } = ed25519
export type CurvePoint = InstanceType<typeof Point>

const GROUP_ORDER = Point.Fn.ORDER
/** Every point times this is the neutral one: the prime order and the cofactor 8. */
const EXPONENT = GROUP_ORDER * BigInt(8)
const ZERO = BigInt(0)
const ONE = BigInt(1)
/** About the square root of the exponent. */
const HALF_LENGTH = ONE << BigInt(127)

export type Scalars = { readonly s: bigint; readonly k: bigint }

/** True when R = s·B − k·A. */
export function holds({ s, k }: Scalars, A: CurvePoint, R: CurvePoint): boolean {
  const { c, d } = halve(k)
  const left = Point.BASE.multiplyUnsafe((d * s) % GROUP_ORDER)
  return left.equals(sumOf(c < ZERO ? [-c, A.negate()] : [c, A], [d, R]))
}

/** c and d with d·k ≡ c modulo 8·L, half as long as k, d odd, 0 < d < L. */
export function halve(k: bigint): { c: bigint; d: bigint } {
  // Euclid's algorithm on 8·L and k, stopped half-way: every remainder is k times its factor.
  let [before, remainder] = [EXPONENT, k]
  let [factorBefore, factor] = [ZERO, ONE]
  const next = () => {
    const quotient = before / remainder
    ;[before, remainder] = [remainder, before - quotient * remainder]
    ;[factorBefore, factor] = [factor, factorBefore - quotient * factor]
  }
  while (remainder >= HALF_LENGTH) {
    next()
  }
  // Two factors in a row have no divisor in common: when one is even the next is odd.
  if (factor % BigInt(2) === ZERO && remainder > ZERO) {
    next()
  }
  const [c, d] = factor < ZERO ? [-remainder, -factor] : [remainder, factor]
  // Never seen for a digest; it would be true all the same with d = 1.
  return d % BigInt(2) === ONE && d < GROUP_ORDER ? { c, d } : { c: k, d: ONE }
}

type Term = readonly [scalar: bigint, point: CurvePoint]

/** a·P + b·Q in one pass over both, two bits at a time. */
function sumOf([a, P]: Term, [b, Q]: Term): CurvePoint {
  const sums = smallSums(P, Q)
  const length = Math.max(a.toString(4).length, b.toString(4).length)
  const [first, second] = [a, b].map((scalar) => scalar.toString(4).padStart(length, '0')) as [string, string]
  let sum = Point.ZERO
  for (let index = 0; index < length; index++) {
    const small = sums[Number(first[index]) * 4 + Number(second[index])]
    sum = sum.double().double()
    sum = small ? sum.add(small) : sum
  }
  return sum
}

/** At 4·i + j: i·P + j·Q, for i and j from 0 to 3; null for 0 + 0. */
function smallSums(P: CurvePoint, Q: CurvePoint): (CurvePoint | null)[] {
  const [p2, q2] = [P.double(), Q.double()]
  const ofP = [null, P, p2, p2.add(P)]
  const ofQ = [null, Q, q2, q2.add(Q)]
  return ofP.flatMap((p) => ofQ.map((q) => (p && q ? p.add(q) : (p ?? q))))
}

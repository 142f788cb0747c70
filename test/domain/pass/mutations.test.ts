/** Nothing but the code that was shown is admitted: every single bit, and tens of thousands of other changes. */
import fc from 'fast-check'
import { decide, decodeDigits, encodeDigits, type VerdictCode, VerifiedCredentials } from '../../../domain/pass'
import { codeOf, credentialOf, gate, keys, STEP } from './scene'

const text = codeOf()
const pass = decodeDigits(text) ?? new Uint8Array()
const verified = new VerifiedCredentials()
const judge = (code: string, challenge: number | null = null): VerdictCode =>
  decide(code, gate({ verified, challenge })).verdict

beforeAll(() => {
  verified.warm(keys)
  expect(judge(text)).toBe('admitted')
})

/** The verdicts that a changed pass may get: it never proves anything about a holder. */
const refusals: VerdictCode[] = ['malformed', 'unknown_key', 'forged']

test('no single-bit change of the bytes is admitted', () => {
  const verdicts = new Map<VerdictCode, number>()
  for (let bit = 0; bit < pass.length * 8; bit++) {
    const changed = pass.slice()
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const verdict = judge(encodeDigits(changed))
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  }
  // Byte 0: seven bits make another suite, bit 7 an answer that nobody waits for. Byte 1: eight other key ids.
  expect(Object.fromEntries(verdicts)).toEqual({ malformed: 7, replayed: 1, unknown_key: 8, forged: 1440 })
})

test('no single-digit change of the text is admitted', () => {
  const forgedAt = (index: number, digit: number) => {
    const changed = text.slice(0, index) + digit + text.slice(index + 1)
    return changed === text || refusals.includes(judge(changed))
  }
  for (let index = 0; index < text.length; index++) {
    expect(forgedAt(index, (Number(text[index]) + 1 + (index % 9)) % 10)).toBe(true)
  }
})

test('cut, doubled, moved and mixed texts are malformed', () => {
  const other = codeOf({ of: credentialOf({ serial: 9 }) })
  const range = fc.tuple(fc.nat(442), fc.nat(442), fc.nat(442))
  const change = fc.oneof(
    range.map(([a, b]) => text.slice(0, a) + text.slice(b)),
    range.map(([a, b]) => text.slice(0, a) + other.slice(b)),
    range.map(([a, , c]) => text.slice(0, a) + String(c) + text.slice(a)),
    range.map(([a]) => `${text.slice(0, a)}x${text.slice(a + 1)}`),
    range.map(([a]) => text + text.slice(0, a)),
    fc.string(),
  )
  fc.assert(
    fc.property(change, (changed) => {
      fc.pre(changed.length !== 442 || !/^[0-9]*$/.test(changed))
      return judge(changed) === 'malformed'
    }),
    { numRuns: 30_000 },
  )
})

test('groups out of range are malformed, whatever the rest', () => {
  const group = fc.bigInt({ min: 2n ** 56n, max: 10n ** 17n - 1n }).map(String)
  fc.assert(
    fc.property(group, fc.nat(25), (large, at) => {
      return judge(text.slice(0, at * 17) + large + text.slice(at * 17 + 17)) === 'malformed'
    }),
    { numRuns: 10_000 },
  )
})

test('s beyond the group order is refused before any arithmetic, in whichever signature', () => {
  // The top four bits of s are zero below 2^252: setting any makes it too large.
  const tooLarge = fc.tuple(fc.constantFrom(113, 181), fc.integer({ min: 0x20, max: 0xff }))
  fc.assert(
    fc.property(tooLarge, fc.uint8Array({ minLength: 31, maxLength: 31 }), ([last, top], rest) => {
      const changed = pass.slice()
      changed.set(rest, last - 31)
      changed[last] = top
      return judge(encodeDigits(changed)) === 'forged'
    }),
    { numRuns: 4_000 },
  )
})

test('bytes written anywhere are refused', () => {
  const patch = fc.tuple(fc.nat(181), fc.uint8Array({ minLength: 1, maxLength: 40 }))
  fc.assert(
    fc.property(patch, fc.boolean(), ([at, data], asked) => {
      const changed = pass.slice()
      changed.set(data.subarray(0, pass.length - at), at)
      fc.pre(Buffer.compare(changed, pass) !== 0)
      return !['admitted', 'list_stale'].includes(judge(encodeDigits(changed), asked ? 4711 : null))
    }),
    { numRuns: 800 },
  )
})

test('fields of two genuine codes do not mix', () => {
  const other = decodeDigits(codeOf({ of: credentialOf({ serial: 9 }), step: STEP + 1 })) ?? new Uint8Array()
  const fields = [
    [2, 18],
    [18, 50],
    [50, 114],
    [114, 118],
    [118, 182],
  ] as const
  for (let mix = 1; mix < 31; mix++) {
    const mixed = pass.slice()
    for (const [index, [from, to]] of fields.entries()) {
      if (mix & (1 << index)) {
        mixed.set(other.subarray(from, to), from)
      }
    }
    // The device key is the same in both, so it may change sides freely.
    const same = [pass, other].some((code) => Buffer.compare(code, mixed) === 0)
    expect(judge(encodeDigits(mixed))).toBe(same ? 'admitted' : 'forged')
  }
})

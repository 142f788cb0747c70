import { createCipheriv } from 'node:crypto'
import { decide, decodeDigits, encodeDigits, openHolder, verdictCodes } from '../../../domain/pass'
import vectors from '../../vectors/pass.json'
import { isSigned, openBlock, read, readDigits } from './independent'
import { bytes, deviceSecret, gate, hex, issuerSecret, KEY_ID, opensslSigner } from './scene'
import { type GateFacts, passVectors } from './vectors'

const { keys, holder, credential, pass } = vectors
const buffer = (text: string) => Buffer.from(text, 'hex')

test('test/vectors/pass.json is what vectors.ts makes', () => {
  expect(vectors).toEqual(JSON.parse(JSON.stringify(passVectors())))
})

describe('the formats, against OpenSSL', () => {
  test('the holder block', () => {
    const cipher = createCipheriv('aes-128-ecb', buffer(keys.view), null).setAutoPadding(false)
    expect(hex(cipher.update(buffer(holder.clear)))).toBe(holder.sealed)
    const { clear, sealed, ...fields } = holder
    expect(openBlock(buffer(keys.view), buffer(sealed))).toEqual(fields)
    expect(openHolder(bytes(keys.view), bytes(sealed))).toEqual(fields)
    // serial 123456, class 1, day 20837, '019X' = ((0 × 37 + 1) × 37 + 9) × 37 + 33, 张*明
    expect(clear).toBe('01e2400151650006c7e5bca02ae6988e')
  })

  test('both signatures, made and verified', () => {
    const issued = buffer(credential.bytes).subarray(50)
    const shown = buffer(pass.bytes).subarray(118)
    expect(hex(opensslSigner(issuerSecret)(bytes(credential.signed)))).toBe(hex(issued))
    expect(hex(opensslSigner(deviceSecret)(bytes(pass.signed)))).toBe(hex(shown))
    expect(isSigned(buffer(keys.issuerPublic), buffer(credential.signed), issued)).toBe(true)
    expect(isSigned(buffer(keys.devicePublic), buffer(pass.signed), shown)).toBe(true)
  })

  test('the bytes signed are those that the format names', () => {
    const head = pass.bytes.slice(0, 236)
    expect(credential.signed).toBe(hex(Buffer.from('alumni-ecard/pass/1/credential\0')) + pass.bytes.slice(0, 100))
    expect(pass.signed).toBe(`${hex(Buffer.from('alumni-ecard/pass/1/show\0'))}${head}0000`)
    expect(pass.bytes.slice(0, 228)).toBe(credential.bytes)
    expect(pass.bytes).toHaveLength(364)
  })

  test('the digits', () => {
    expect(pass.digits).toHaveLength(442)
    expect(readDigits(pass.digits)?.toString('hex')).toBe(pass.bytes)
    for (const { bytes: sample, digits } of vectors.digits) {
      expect(encodeDigits(bytes(sample))).toBe(digits)
      expect(decodeDigits(digits)).toEqual(bytes(sample))
      const groups = sample.match(/.{1,14}/g) ?? []
      const widths = [0, 3, 5, 8, 10, 13, 15, 17]
      const expected = groups.map((group) => String(BigInt(`0x${group}`)).padStart(widths[group.length / 2] ?? 0, '0'))
      expect(digits).toBe(expected.join(''))
    }
  })

  test.each(vectors.notDigits)('%j is not a text of digits', (text) => {
    expect(decodeDigits(text)).toBeNull()
  })
})

describe('the verdicts', () => {
  test.each(vectors.cases)('$verdict: $name', ({ text, verdict, drift, gate: facts }) => {
    const known = facts as GateFacts
    const independent = read(text, keys, known)
    expect(independent.verdict).toBe(verdict)
    const seen = new Map(known.lastStep === null ? [] : [[independentSerial(independent), known.lastStep]])
    const decision = decide(text, gate({ ...known, status: () => known.status, seen, point: point(known), keys: held }))
    expect(decision.verdict).toBe(verdict)
    expect(decision.holder).toEqual(independent.holder)
    expect(decision.drift ?? null).toBe(drift)
    expect(independent.drift ?? null).toBe(drift)
  })

  test('every verdict has a case', () => {
    expect(new Set(vectors.cases.map(({ verdict }) => verdict))).toEqual(new Set(verdictCodes))
  })
})

const held = new Map([[KEY_ID, { issuer: bytes(keys.issuerPublic), view: bytes(keys.view) }]])
const point = ({ opens }: GateFacts) => ({ id: 'gate-east', opens: () => opens })

function independentSerial({ holder: found }: { holder?: object }): number {
  return found && 'serial' in found ? Number(found.serial) : -1
}

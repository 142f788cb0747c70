import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { deviceSigner, isDeviceKey, readVerifyKey, verifySignature } from '../../../domain/pass'
import { warmVerifyKey } from '../../../domain/pass/signature'
import { emptySignature, mixedOrderKey, mixedOrderSigner, smallOrderKeys, withLargeS } from './crafted'
import { isSigned } from './independent'
import { bytes, devicePublic, deviceSecret, hex, opensslSigner } from './scene'

// RFC 8032, 7.1, tests 1 to 3.
const rfc = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const

const holds = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
  const key = readVerifyKey(publicKey)
  return key !== null && verifySignature(key, message, signature)
}

test.each(rfc)('RFC 8032: %s', (secret, publicKey, message, signature) => {
  expect(holds(bytes(publicKey), bytes(message), bytes(signature))).toBe(true)
  expect(hex(deviceSigner(bytes(secret))(bytes(message)))).toBe(signature)
})

test('agrees with OpenSSL on signatures and on their single-bit changes', () => {
  const message = fc.uint8Array({ maxLength: 300 })
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(secret, message, fc.nat(511), fc.boolean(), (seed, text, bit, change) => {
      const publicKey = ed25519.getPublicKey(seed)
      const signature = opensslSigner(seed)(text)
      if (change) {
        signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      }
      expect(holds(publicKey, text, signature)).toBe(!change)
      expect(isSigned(Buffer.from(publicKey), Buffer.from(text), Buffer.from(signature))).toBe(!change)
    }),
    { numRuns: 150 },
  )
})

describe('what loose verifiers take', () => {
  const message = bytes('00')

  test('s plus the group order', () => {
    const signature = deviceSigner(deviceSecret)(message)
    expect(holds(devicePublic, message, signature)).toBe(true)
    expect(holds(devicePublic, message, withLargeS(signature))).toBe(false)
  })

  test.each(smallOrderKeys)('a key of small order: %s', (key) => {
    expect(readVerifyKey(bytes(key))).toBeNull()
    expect(isDeviceKey(bytes(key))).toBe(false)
    expect(holds(bytes(key), message, emptySignature(message))).toBe(false)
  })

  test('a signature that only holds with the cofactor', () => {
    const signature = mixedOrderSigner(message)
    expect(ed25519.verify(signature, message, mixedOrderKey, { zip215: false })).toBe(true)
    expect(isSigned(Buffer.from(mixedOrderKey), Buffer.from(message), Buffer.from(signature))).toBe(false)
    expect(holds(mixedOrderKey, message, signature)).toBe(false)
  })

  test('a key in an encoding that is not canonical: y = p + 3', () => {
    const canonical = bytes(`03${'00'.repeat(31)}`)
    const other = bytes(`f0${'ff'.repeat(30)}7f`)
    expect(readVerifyKey(canonical)).not.toBeNull()
    expect(readVerifyKey(other)).toBeNull()
  })

  test('a commitment in an encoding that is not canonical', () => {
    // With k × A + R = s × B and R the identity: its two encodings are y = 1 and y = p + 1.
    const signature = emptySignature(message)
    signature[0] = 0xee
    signature.fill(0xff, 1, 31)
    signature[31] = 0x7f
    expect(holds(devicePublic, message, signature)).toBe(false)
  })

  test('wrong lengths', () => {
    const signature = deviceSigner(deviceSecret)(message)
    expect(holds(devicePublic, message, signature.subarray(1))).toBe(false)
    expect(holds(devicePublic, message, Uint8Array.from([...signature, 0]))).toBe(false)
    expect(readVerifyKey(devicePublic.subarray(1))).toBeNull()
    expect(readVerifyKey(Uint8Array.from([...devicePublic, 0]))).toBeNull()
  })

  test('bytes that are no point', () => {
    expect(readVerifyKey(bytes(`02${'00'.repeat(31)}`))).toBeNull()
  })
})

test('the server certifies keys of the prime-order group only', () => {
  expect(isDeviceKey(devicePublic)).toBe(true)
  expect(isDeviceKey(mixedOrderKey)).toBe(false)
  expect(isDeviceKey(devicePublic.subarray(1))).toBe(false)
})

test('a warmed key gives the same answers', () => {
  const key = readVerifyKey(devicePublic)!
  warmVerifyKey(key)
  const message = bytes('0102')
  const signature = deviceSigner(deviceSecret)(message)
  expect(verifySignature(key, message, signature)).toBe(true)
  expect(verifySignature(key, bytes('0103'), signature)).toBe(false)
  expect(verifySignature(key, message, withLargeS(signature))).toBe(false)
})

test('a key that is changed afterwards by its owner stays what it was', () => {
  const mine = devicePublic.slice()
  const key = readVerifyKey(mine)!
  mine.fill(0)
  const message = bytes('0102')
  expect(verifySignature(key, message, deviceSigner(deviceSecret)(message))).toBe(true)
})

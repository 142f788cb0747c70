/**
 * Signatures and keys that no honest software makes, to see that a gate refuses them: s beyond the group order, keys of
 * small and of mixed order. Made with the curve's own arithmetic.
 */
import { createHash } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js'
import type { Signer } from '../../../domain/pass'
import { deviceSecret } from './scene'

const { Point } = ed25519
const ORDER = Point.Fn.ORDER

/** The same signature with s + L: the equation still holds, RFC 8032 forbids it. */
export function withLargeS(signature: Uint8Array): Uint8Array {
  const s = bytesToNumberLE(signature.subarray(32)) + ORDER
  return Uint8Array.from([...signature.subarray(0, 32), ...numberToBytesLE(s, 32)])
}

/** Encodings of all eight points of small order, canonical and not. */
export const smallOrderKeys = [
  '0100000000000000000000000000000000000000000000000000000000000000', // order 1
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // order 2
  '0000000000000000000000000000000000000000000000000000000000000000', // order 4
  '0000000000000000000000000000000000000000000000000000000000000080', // order 4
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', // order 8
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', // order 8
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', // order 8
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', // order 8
  '0100000000000000000000000000000000000000000000000000000000000080', // order 1, x = 0 with the sign bit
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', // order 2, x = 0 with the sign bit
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // order 1, y = p + 1
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // order 4, y = p
] as const

/** For a key of small order: R the identity, s zero, which loose verifiers take for a signature of very many messages. */
export const emptySignature: Signer = () => Uint8Array.from([1, ...new Uint8Array(63)])

const torsion = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')
const { scalar, point: honest } = ed25519.utils.getExtendedPublicKey(deviceSecret)

/** The device key moved by a point of order eight: no longer in the prime-order group. */
export const mixedOrderKey = honest.add(torsion).toBytes()

/** Signs so that only the equation with the cofactor holds; OpenSSL refuses it, loose verifiers do not. */
export const mixedOrderSigner: Signer = (message) => {
  for (let nonce = 1n; ; nonce++) {
    const commitment = Point.BASE.multiply(nonce).toBytes()
    const hash = createHash('sha512').update(commitment).update(mixedOrderKey).update(message).digest()
    const k = bytesToNumberLE(new Uint8Array(hash)) % ORDER
    if (k % 8n !== 0n) {
      const s = (nonce + k * scalar) % ORDER
      return Uint8Array.from([...commitment, ...numberToBytesLE(s, 32)])
    }
  }
}

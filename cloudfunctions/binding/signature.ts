/** Checking and making WeChat's signatures; the rule of their text is domain/binding/signature. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { signatureText } from '../../domain/binding/signature'

/** What stands in the address of a message. */
export type Signed = { timestamp: string; nonce: string }

/** The signature, hex. @param encrypted see {@link signatureText} */
export function signatureOf(token: string, { timestamp, nonce }: Signed, encrypted?: string): string {
  return createHash('sha1')
    .update(signatureText(token, timestamp, nonce, encrypted))
    .digest('hex')
}

/** True when a signature is right; compared in constant time. */
export function isSignature(given: string, token: string, signed: Signed, encrypted?: string): boolean {
  const expected = Buffer.from(signatureOf(token, signed, encrypted))
  const bytes = Buffer.from(given)
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}

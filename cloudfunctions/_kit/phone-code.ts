/**
 * The six-digit code that is sent to the registered phone. It is not stored: it is an HMAC over purpose, document,
 * account and time window, so only the account that asked for it can use it, only for this document and this purpose. A
 * code is accepted in its own window of ten minutes and the next one, so it lives ten minutes at least.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { CODE_LIFETIME } from '../../domain/activation/rules'
import type { Instant } from '../../domain/time/shanghai'
import { secretKey } from './keys'

const key = secretKey('PHONE_CODE_KEY', 32)
const CODES = 1_000_000

/** For whom a code is, and what it opens. */
export type CodeOwner = { purpose: 'activation' | 'privacy'; digest: string; openid: string }

/** The code to send now. */
export function phoneCode(owner: CodeOwner, now: Instant): string {
  return codeOf(owner, windowOf(now))
}

/** True when the code was sent to this owner within its life. */
export function isPhoneCode(code: string, owner: CodeOwner, now: Instant): boolean {
  const window = windowOf(now)
  const matches = [window, window - 1].map((each) => isSame(code, codeOf(owner, each)))
  return matches.includes(true)
}

const windowOf = (now: Instant) => Math.floor(now / CODE_LIFETIME)

function codeOf({ purpose, digest, openid }: CodeOwner, window: number): string {
  const mac = createHmac('sha256', key).update(`phone-code/2\0${purpose}\0${digest}\0${openid}\0${window}`).digest()
  return String(mac.readUIntBE(0, 6) % CODES).padStart(6, '0')
}

function isSame(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}

/**
 * The official account's access token: valid for two hours, one for everybody. It is renewed some minutes early, while the old
 * one still works, by exactly one of all who notice. Source: WeChat's documentation of getStableAccessToken.
 */
import type { Instant } from '../time/shanghai'

/** So long before its end a token is renewed, milliseconds; WeChat keeps the old one valid for five minutes. */
export const RENEW_BEFORE = 5 * 60_000

/** So long one caller may take for a renewal before another one tries, milliseconds. */
export const RENEWAL_LEASE = 8_000

type Life = { expiresAt: Instant }

/** True while nobody needs to renew it. */
export function isFresh({ expiresAt }: Life, now: Instant): boolean {
  return now < expiresAt - RENEW_BEFORE
}

/** True while WeChat still takes it. */
export function isUsable({ expiresAt }: Life, now: Instant): boolean {
  return now < expiresAt
}

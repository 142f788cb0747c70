/**
 * Challenge mode: the guard's phone shows a fresh four-digit number, the holder types it, the holder's phone signs it into a
 * new code. Time is not checked then, so a wrong clock turns nobody away. A number is used once and lives 60 seconds.
 * Source: product "Gate"; the bytes are in domain/pass/layout.ts.
 */
import type { Instant } from '../lib/domain'
import { challengeFrom } from './lib/domain'

export const CHALLENGE_MS = 60_000
const DIGITS = 4

export type Challenge = { readonly number: number; readonly until: Instant }

/** A new number from random bytes (at least four). */
export function newChallenge(random: Uint8Array, now: Instant): Challenge {
  return { number: challengeFrom(random), until: now + CHALLENGE_MS }
}

/** The number to decide with, or null when none is asked for or its time is over. */
export function numberOf(challenge: Challenge | null, now: Instant): number | null {
  return challenge && now < challenge.until ? challenge.number : null
}

/**
 * What is left of the challenge after a scan. Any answer uses it up, right or wrong; an ordinary code, shown because the
 * holder has not typed the number yet, does not.
 */
export function afterScan(challenge: Challenge | null, scan: { answering?: boolean | undefined }): Challenge | null {
  return scan.answering ? null : challenge
}

/** Whole seconds left, 60 to 0. */
export function secondsLeft({ until }: Pick<Challenge, 'until'>, now: Instant): number {
  return Math.max(0, Math.ceil((until - now) / 1000))
}

/** The number as both people read it, always four digits. */
export function fourDigits(challenge: Challenge): string {
  return String(challenge.number).padStart(DIGITS, '0')
}

/**
 * How long a credential lives: ninety days, never beyond the card. The card itself is valid for two years (notice 5(2));
 * the credential is shorter for three reasons. A revoked serial leaves the status list when its credential has run out, so
 * the list stays small. A lost issuer key or a changed class heals within the season. And a phone that never comes online
 * again stops by itself. Renewal is silent, whenever the phone is online with fewer than sixty days left: an alumnus who
 * opens the card once in two months never notices.
 */
import { addDays, type Day, dayNumber, dayOf, type Instant } from '../time/shanghai'

export const CREDENTIAL_DAYS = 90
export const RENEW_BELOW_DAYS = 60

/** The last valid day of a credential issued now. Its number (dayNumber) is the holder block's expiry day. */
export function credentialValidUntil(issued: Instant, cardValidUntil: Day): Day {
  const longest = addDays(dayOf(issued), CREDENTIAL_DAYS)
  return longest < cardValidUntil ? longest : cardValidUntil
}

/**
 * True when the phone should ask for a new credential: fewer than sixty days are left, and a new one would last longer,
 * which it cannot once the card's own end is what limits it.
 */
export function shouldRenewCredential(validUntil: Day, cardValidUntil: Day, now: Instant): boolean {
  const daysLeft = dayNumber(validUntil) - dayNumber(dayOf(now))
  return daysLeft < RENEW_BELOW_DAYS && validUntil < cardValidUntil
}

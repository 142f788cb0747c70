/**
 * How long a card is valid: two years from activation, extendable afterwards (notice 5(2)). A card is valid through its last
 * day, Shanghai time.
 */
import { addDays, addYears, type Day } from '../time/shanghai'

/** The last valid day of a card activated on `activated`. */
export function validUntil(activated: Day, years: number): Day {
  return addDays(addYears(activated, years), -1)
}

/** True after the last valid day. */
export function isExpired(lastDay: Day, today: Day): boolean {
  return today > lastDay
}

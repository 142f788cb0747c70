/**
 * Who is reminded on a day: the holders of cards that end in 60 days, in 14, and today, as far as renewal is open to them by
 * then. A reminder names the last valid day and not how many are left, so one that is late is still true. Source: product
 * "The card".
 */
import { addDays, type Day } from '../time/shanghai'

/** Days before the last valid one on which its holder is reminded; 0 is the last day itself. */
export const reminderDays = [60, 14, 0] as const

/**
 * Days that are made up for when nothing ran: fewer than between two reminders, so that nobody gets two at once.
 */
export const MOST_DAYS_LATE = 13

/** Cards that end on `lastDay`, `daysLeft` days after the one on which their holders are reminded. */
export type Ending = { daysLeft: number; lastDay: Day }

/** The endings of which holders are reminded on `day`. @param windowDays policy: renewal is open so many days before */
export function endingsOf(day: Day, windowDays: number): Ending[] {
  return reminderDays
    .filter((daysLeft) => daysLeft <= windowDays)
    .map((daysLeft) => ({ daysLeft, lastDay: addDays(day, daysLeft) }))
}

/** Counters, and attempts a day. */
import type { Day } from '../../../domain/time/shanghai'

/**
 * Keys: `card-number`, the next unused counter; `marks`, the instant up to which arrived scans were judged;
 * `activation-open`, the first day whose cards were not all announced, and `renewal`, the first day whose reminders are
 * not all written, `after` the card up to which they are; `staff`, how often somebody's role was changed; `figures`,
 * the instant and key of the last scan that was counted; `figures-days`, the instant up to which days were counted.
 */
export type CounterRecord = { next: number; after?: string; tied?: boolean }

/**
 * Key: whose, then the day: `account:<openid>:<day>`, `document:<digest>:<day>`, `look-up:…:<day>`, `phone-number:…`.
 * `day` as in the key.
 */
export type AttemptRecord = { count: number; day: Day }

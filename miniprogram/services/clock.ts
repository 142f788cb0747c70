/**
 * The university's time on this phone: the device's clock corrected by what the server said last, kept in storage so that
 * the card works offline, and never going back (domain/pass/clock.ts).
 */
import { type ClockReading, type Instant, learnTime, readClock, type ServerClock, unsetClock } from '../lib/domain'

const KEY = 'clock'
// The latest time that was told is written at most this often: the card asks several times a second.
const WRITE_EVERY_MS = 30_000
let clock: ServerClock | null = null
let writtenAt = 0

/** The corrected time, and whether the device's clock was turned back. */
export function readTime(): ClockReading {
  const reading = readClock(current(), Date.now())
  clock = reading.clock
  if (Math.abs(clock.latest - writtenAt) > WRITE_EVERY_MS) {
    keep()
  }
  return reading
}

/** The corrected time, epoch milliseconds. */
export function now(): Instant {
  return readTime().now
}

/** Learns the time from an answer that carried the server's. */
export function learn(sentAt: Instant, receivedAt: Instant, serverNow: Instant): void {
  clock = learnTime(current(), { sentAt, receivedAt, serverNow })
  keep()
}

function current(): ServerClock {
  const stored: unknown = clock ?? wx.getStorageSync(KEY)
  return isClock(stored) ? stored : unsetClock
}

// A full phone keeps the time in memory only: showing the card and asking the office must go on.
function keep(): void {
  writtenAt = clock?.latest ?? 0
  try {
    wx.setStorageSync(KEY, clock)
  } catch {
    writtenAt = 0
  }
}

function isClock(value: unknown): value is ServerClock {
  return typeof value === 'object' && value !== null && 'offset' in value && 'latest' in value
}

/**
 * The phone's idea of the time, good enough to show a pass offline: the device's clock corrected by the last offset learnt
 * from the server, and never going back. When the corrected time falls behind what was already shown, somebody has turned
 * the clock back: the time stands still, the card says so, and the gate's challenge mode still lets its holder in.
 */
import type { Instant } from '../time/shanghai'

/** Kept in the phone's storage. */
export type ServerClock = {
  /** Server time minus device time, milliseconds. */
  readonly offset: number
  /** The latest corrected time that was told. */
  readonly latest: Instant
}

/** One question to the server: device times of asking and hearing, and what it answered. */
export type TimeExchange = { readonly sentAt: Instant; readonly receivedAt: Instant; readonly serverNow: Instant }

export type ClockReading = {
  readonly now: Instant
  /** True when the device's clock went back by more than {@link CLOCK_SLACK_MS}. */
  readonly wentBack: boolean
  /** What to keep in storage from now on. */
  readonly clock: ServerClock
}

export const unsetClock: ServerClock = { offset: 0, latest: 0 }
/** Corrections of the system's own clock stay below this; they are smoothed over, not reported. */
export const CLOCK_SLACK_MS = 5_000
// Beyond this the middle of the exchange says too little about the moment of the answer.
const LONGEST_EXCHANGE_MS = 10_000

/**
 * Learns from an answer of the server, which is believed about the past as well: a device clock that ran ahead offline is
 * brought back. An exchange that took too long, or across a change of the clock, teaches nothing.
 */
export function learnTime(clock: ServerClock, { sentAt, receivedAt, serverNow }: TimeExchange): ServerClock {
  const took = receivedAt - sentAt
  if (took < 0 || took > LONGEST_EXCHANGE_MS) {
    return clock
  }
  const offset = Math.round(serverNow - (sentAt + receivedAt) / 2)
  return { offset, latest: receivedAt + offset }
}

/** The corrected time of a device time. */
export function readClock(clock: ServerClock, deviceNow: Instant): ClockReading {
  const corrected = deviceNow + clock.offset
  const now = Math.max(corrected, clock.latest)
  const wentBack = clock.latest - corrected > CLOCK_SLACK_MS
  return { now, wentBack, clock: { offset: clock.offset, latest: now } }
}

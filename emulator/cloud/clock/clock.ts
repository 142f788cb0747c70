/**
 * The emulator's clock: real time plus an offset that only grows, kept across restarts. A reset may set it anywhere.
 * Everything that stands for the cloud's time (server dates, triggers, functions, codes, links) reads it.
 */
import { EventEmitter } from 'node:events'
import type { DurableValues } from '../durable/values'

const OFFSET = 'clock.offset'

export class Clock {
  /** Emits 'moved' with the new offset (ms). */
  readonly events = new EventEmitter()
  private milliseconds: number

  constructor(private readonly values: DurableValues) {
    this.milliseconds = Number(values.get(OFFSET) ?? 0)
  }

  /** What has to be added to real time (ms). */
  get offset(): number {
    return this.milliseconds
  }

  /** Now, epoch ms. */
  now(): number {
    return Date.now() + this.milliseconds
  }

  /** Moves the clock forward to `instant` (epoch ms); false when that lies in the past. */
  moveTo(instant: number): boolean {
    const offset = instant - Date.now()
    if (offset < this.milliseconds) return false
    this.set(offset)
    return true
  }

  /** Moves the clock forward by `ms`; false for a negative amount. */
  advance(ms: number): boolean {
    if (ms < 0) return false
    this.set(this.milliseconds + ms)
    return true
  }

  /** Back to real time, or to any instant: part of a reset. */
  restart(instant?: number): void {
    this.set(instant === undefined ? 0 : instant - Date.now())
  }

  private set(offset: number): void {
    this.milliseconds = Math.round(offset)
    this.values.set(OFFSET, String(this.milliseconds))
    this.events.emit('moved', this.milliseconds)
  }
}

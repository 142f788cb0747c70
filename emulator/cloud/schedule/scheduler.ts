/**
 * Fires the functions' timers on the emulator's clock. A timer whose time passed while the clock jumped, or while the
 * emulator was stopped, fires once, late, with the last time it was due. The last run is recorded after the function
 * answered: a kill in between repeats it (at least once), as timers of the real platform may.
 */
import type { Clock } from '../clock/clock'
import type { DurableValues } from '../durable/values'
import { type CronExpression, lastDue, nextDue, parseCron } from './cron'

export type Timer = { functionName: string; trigger: string; expression: string }
export type Fired = { function: string; trigger: string; due: number; result?: unknown; error?: string }

type Watched = Timer & { cron: CronExpression }

/** Longest sleep (ms): the clock's own drift and setTimeout's limit. */
const LONGEST_SLEEP = 60_000

export class Scheduler {
  private timers: Watched[] = []
  private sleep: NodeJS.Timeout | undefined
  private checking: Promise<Fired[]> = Promise.resolve([])
  private stopped = false

  constructor(
    private readonly clock: Clock,
    private readonly values: DurableValues,
    private readonly fire: (timer: Timer, due: number) => Promise<unknown>,
    private readonly log: (line: string) => void,
  ) {}

  /** Says which timers there are. Throws a RangeError for an expression that is not understood. */
  watch(timers: readonly Timer[]): void {
    this.timers = timers.map((timer) => ({ ...timer, cron: parseCron(timer.expression) }))
  }

  /** Starts firing. A timer seen for the first time counts from now. */
  start(): void {
    this.check().catch((error) => this.log(`timers: ${String(error)}`))
  }

  /** Fires everything due at the emulator's time; resolves when the functions answered. Checks never overlap. */
  check(): Promise<Fired[]> {
    this.checking = this.checking.then(
      () => this.fireDue(),
      () => this.fireDue(),
    )
    return this.checking
  }

  /** Forgets when timers last ran: they count from now again. */
  restart(): void {
    for (const timer of this.timers) this.values.set(lastName(timer), String(this.clock.now()))
    this.plan()
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.sleep)
  }

  private async fireDue(): Promise<Fired[]> {
    if (this.stopped) return []
    const now = this.clock.now()
    const due: { timer: Watched; at: number }[] = []
    for (const timer of this.timers) {
      const last = this.lastRun(timer, now)
      const at = lastDue(timer.cron, last, now)
      if (at !== null) due.push({ timer, at })
    }
    due.sort((a, b) => a.at - b.at)
    const fired: Fired[] = []
    for (const { timer, at } of due) {
      if (this.stopped) break
      fired.push(await this.fireOne(timer, at))
    }
    this.plan()
    return fired
  }

  private async fireOne(timer: Watched, due: number): Promise<Fired> {
    const fired: Fired = { function: timer.functionName, trigger: timer.trigger, due }
    try {
      fired.result = await this.fire(timer, due)
    } catch (thrown) {
      fired.error = thrown instanceof Error ? thrown.message : String(thrown)
      this.log(`timer ${timer.functionName}/${timer.trigger} failed: ${fired.error}`)
    }
    if (!this.stopped) this.values.set(lastName(timer), String(due))
    return fired
  }

  private lastRun(timer: Watched, now: number): number {
    const known = this.values.get(lastName(timer))
    if (known !== undefined) return Number(known)
    this.values.set(lastName(timer), String(now))
    return now
  }

  private plan(): void {
    clearTimeout(this.sleep)
    if (this.stopped) return
    const now = this.clock.now()
    const next = Math.min(...this.timers.map((timer) => nextDue(timer.cron, now) ?? Number.POSITIVE_INFINITY))
    this.sleep = setTimeout(() => void this.check(), Math.min(Math.max(next - now, 1), LONGEST_SLEEP))
    this.sleep.unref()
  }
}

const lastName = (timer: Timer): string => `timer.last.${timer.functionName}.${timer.trigger}`

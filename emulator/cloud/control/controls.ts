/**
 * What a test or the demonstration may do to the world around the product: move its clock, fire a timer, own a phone
 * number, agree to messages, break a provider, empty everything. The control API and the in-process handle both use it.
 */
import { invalidParameter } from '../errors'
import type { FunctionReply } from '../functions/functions'
import type { Fired } from '../schedule/scheduler'
import type { World } from '../world'
import { EventStream } from './event-stream'

export type CallOptions = { unionid?: string; appid?: string }
export type ClockMove = { now: number; fired: Fired[] }

/** The mini program's appid when the caller names none. */
export const APPID = 'wx0000000000000001'

export class Controls {
  readonly events: EventStream

  constructor(private readonly world: World) {
    this.events = new EventStream(() => world.clock.now())
    world.messages.events.on('message', (message) => this.events.send('message', message))
    world.clock.events.on('moved', () => this.events.send('clock', { now: world.clock.now() }))
  }

  /** Calls a function as the mini program of this user does. Rejects with a CloudError. */
  call(openid: string, name: string, data: unknown, options: CallOptions = {}): Promise<FunctionReply> {
    const { unionid = this.world.officialAccount?.unionidOf(openid), appid = APPID } = options
    const identity = { kind: 'phone' as const, openid, appid, ...(unionid === undefined ? {} : { unionid }) }
    return this.world.functions.invoke(name, data, identity)
  }

  /** Moves the clock forward to an instant (epoch ms), fires what became due, waits for it. */
  async moveClockTo(instant: number): Promise<ClockMove> {
    if (!this.world.clock.moveTo(instant)) throw invalidParameter('the clock moves backwards only by a reset')
    return { now: this.world.clock.now(), fired: await this.world.scheduler.check() }
  }

  /** Moves the clock forward by some ms, fires what became due, waits for it. */
  async advanceClock(ms: number): Promise<ClockMove> {
    if (!this.world.clock.advance(ms)) throw invalidParameter('the clock moves backwards only by a reset')
    return { now: this.world.clock.now(), fired: await this.world.scheduler.check() }
  }

  /** Fires a function's timer now, whatever its schedule; its first one when none is named. */
  async fireTimer(functionName: string, trigger?: string): Promise<FunctionReply> {
    this.world.directory.indexFile(functionName)
    const timers = this.world.directory.timers().filter((timer) => timer.functionName === functionName)
    const timer = trigger === undefined ? timers[0] : timers.find((one) => one.trigger === trigger)
    if (!timer) throw invalidParameter(`${functionName} has no such timer`)
    return this.world.functions.invoke(functionName, timerEvent(timer.trigger, this.world.clock.now()), {
      kind: 'timer',
    })
  }

  /**
   * Empties everything; the clock returns to real time, or to `now` (epoch ms). Functions and indexes stay; running
   * invocations end with an error and can write nothing any more. Done when this returns.
   */
  reset(now?: number): void {
    const { world } = this
    world.functions.abandonAll()
    world.database.reset()
    world.storage.files.clear()
    world.messages.clear()
    world.phones.clear()
    world.officialAccount?.clear()
    world.subscriptions.clear()
    world.faults.clear()
    world.functionLog.clear()
    world.clock.restart(now)
    world.scheduler.restart()
    world.statistics.reset()
    this.events.send('reset', { now: world.clock.now() })
  }
}

/** The event of a timer, as the platform sends it. */
export const timerEvent = (trigger: string, at: number) => ({
  Type: 'Timer',
  TriggerName: trigger,
  Time: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
  Message: '',
})

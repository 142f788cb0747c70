/**
 * Running cloud functions: finds the function, picks a worker, passes the caller's identity, checks sizes, keeps logs.
 * A failing function is an error for its caller and nothing else.
 */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock'
import { payloadTooLarge } from '../errors'
import { type Caller, environmentOf, eventFor, phoneOf } from './caller'
import type { FunctionDirectory } from './function-directory'
import type { FunctionLog } from './function-log'
import { FunctionPool } from './function-pool'
import type { WorkerOptions } from './function-worker'

const PAYLOAD_LIMIT = 6 * 1024 * 1024

export type FunctionsOptions = {
  directory: FunctionDirectory
  workerFile: string
  environment: () => Record<string, string>
  envName: string
  workersPerFunction: number
  timeLimitMs: number
  clock: Clock
  log: FunctionLog
}

export type FunctionReply = { requestId: string; result: unknown }

export class Functions {
  private readonly pools = new Map<string, FunctionPool>()
  /** Who is being served by the worker with this session token. */
  private readonly callers = new Map<string, Caller>()
  private readonly calls = new Map<string, Caller>()
  private readonly abandoned = new Set<string>()

  constructor(private readonly options: FunctionsOptions) {
    options.clock.events.on('moved', (offset: number) => {
      for (const pool of this.pools.values()) pool.moveClock(offset)
    })
  }

  /** Calls a function; rejects with a CloudError. */
  async invoke(name: string, data: unknown, caller: Caller): Promise<FunctionReply> {
    const indexFile = this.options.directory.indexFile(name)
    const event = JSON.stringify(eventFor(caller, data ?? {}))
    refuseLarge('The request', event)
    const requestId = randomUUID()
    const limit = this.options.directory.timeLimitMs(name, this.options.timeLimitMs)
    const environment = environmentOf(caller)
    const context = this.contextOf(name, requestId, limit, environment)
    this.calls.set(requestId, caller)
    try {
      const json = await this.poolOf(name, indexFile, limit).run({ requestId, event, context, environment })
      refuseLarge('The response', json)
      return { requestId, result: JSON.parse(json) as unknown }
    } finally {
      this.calls.delete(requestId)
    }
  }

  /** The caller to use when a function calls another one: it acts for the same phone. */
  callerWithin(session: string): Caller {
    const outer = this.callers.get(session)
    const phone = outer ? phoneOf(outer) : null
    return { kind: 'function', phone: phone && { ...phone } }
  }

  /** False for a worker whose invocation was abandoned: what it still asks for is refused. */
  isAlive(session: string): boolean {
    return !this.abandoned.has(session)
  }

  /** Ends every running invocation; its caller gets an error. */
  abandonAll(): void {
    for (const session of this.callers.keys()) this.abandoned.add(session)
    for (const pool of this.pools.values()) pool.stopBusy()
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.stop()))
  }

  private poolOf(name: string, indexFile: string, timeLimitMs: number): FunctionPool {
    const known = this.pools.get(name)
    if (known) return known
    const options: WorkerOptions = {
      workerFile: this.options.workerFile,
      functionName: name,
      indexFile,
      environment: { ...this.options.environment(), SCF_FUNCTIONNAME: name },
      timeLimitMs,
      clockOffset: () => this.options.clock.offset,
      log: (requestId, level, text) =>
        this.options.log.add({ at: this.options.clock.now(), function: name, requestId, level, text }),
    }
    const pool = new FunctionPool(options, this.options.workersPerFunction, (worker, invocation) => {
      const caller = invocation && this.calls.get(invocation.requestId)
      if (caller) this.callers.set(worker.session, caller)
      else this.callers.delete(worker.session)
    })
    this.pools.set(name, pool)
    return pool
  }

  private contextOf(name: string, requestId: string, timeLimitMs: number, environment: Record<string, string>) {
    return {
      callbackWaitsForEmptyEventLoop: false,
      memory_limit_in_mb: 256,
      time_limit_in_ms: timeLimitMs,
      request_id: requestId,
      function_version: '$LATEST',
      function_name: name,
      namespace: this.options.envName,
      environment: JSON.stringify(environment),
    }
  }
}

const refuseLarge = (what: string, json: string): void => {
  const bytes = Buffer.byteLength(json)
  if (bytes > PAYLOAD_LIMIT) throw payloadTooLarge(what, bytes)
}

/**
 * One worker thread of one function, seen from the emulator: starts it, hands it one invocation, enforces the time
 * limit. A worker that threw outside an invocation, exited or ran too long is gone; the pool starts another.
 */
import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { functionFailed, functionTimedOut } from '../errors'
import { WORKER_SESSION } from '../wire/write-actions'
import type { FromWorker, ToWorker, WorkerData } from './worker-protocol'

export type Invocation = {
  requestId: string
  /** JSON text. */
  event: string
  context: Record<string, unknown>
  environment: Record<string, string>
}

export type WorkerOptions = {
  workerFile: string
  functionName: string
  indexFile: string
  environment: Record<string, string>
  timeLimitMs: number
  clockOffset: () => number
  log: (requestId: string, level: 'out' | 'error', text: string) => void
}

type Pending = { requestId: string; resolve: (json: string) => void; reject: (error: Error) => void }

export class FunctionWorker {
  /** The session token of this worker's SDKs: tells whose request arrives at /admin. */
  readonly session = WORKER_SESSION + randomBytes(12).toString('hex')
  alive = true
  private readonly worker: Worker
  private pending: Pending | null = null

  constructor(private readonly options: WorkerOptions) {
    const workerData: WorkerData = { indexFile: options.indexFile, clockOffset: options.clockOffset() }
    this.worker = new Worker(options.workerFile, {
      workerData,
      env: { ...options.environment, TENCENTCLOUD_SESSIONTOKEN: this.session },
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    this.worker.stdout.on('data', (chunk: Buffer) => options.log('', 'out', chunk.toString().trimEnd()))
    this.worker.stderr.on('data', (chunk: Buffer) => options.log('', 'error', chunk.toString().trimEnd()))
    this.worker.on('message', (message: FromWorker) => this.receive(message))
    this.worker.on('error', (error) => this.lost(`${error.name}: ${error.message}`))
    this.worker.on('exit', (code) => this.lost(`the function's process exited with code ${code}`))
    this.worker.unref()
  }

  get busy(): boolean {
    return this.pending !== null
  }

  /** Runs one invocation; resolves with the result's JSON text, rejects with a CloudError. */
  run(invocation: Invocation): Promise<string> {
    const limit = setTimeout(() => {
      const seconds = this.options.timeLimitMs / 1000
      this.settle((pending) => pending.reject(functionTimedOut(this.options.functionName, seconds)))
      void this.stop()
    }, this.options.timeLimitMs)
    return new Promise<string>((resolve, reject) => {
      this.pending = { requestId: invocation.requestId, resolve, reject }
      this.post({ type: 'invoke', ...invocation, clockOffset: this.options.clockOffset() })
    }).finally(() => clearTimeout(limit))
  }

  moveClock(clockOffset: number): void {
    this.post({ type: 'clock', clockOffset })
  }

  async stop(): Promise<void> {
    this.alive = false
    await this.worker.terminate()
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message)
  }

  private receive(message: FromWorker): void {
    if (message.type === 'log') this.options.log(message.requestId, message.level, message.text)
    else if (message.requestId !== this.pending?.requestId) return
    else if (message.type === 'result') this.settle((pending) => pending.resolve(message.json))
    else {
      this.options.log(message.requestId, 'error', message.stack)
      this.settle((pending) => pending.reject(functionFailed(message.message)))
    }
  }

  private lost(reason: string): void {
    if (this.alive || this.pending) this.options.log(this.pending?.requestId ?? '', 'error', reason)
    this.alive = false
    this.settle((pending) => pending.reject(functionFailed(reason)))
  }

  private settle(finish: (pending: Pending) => void): void {
    const pending = this.pending
    this.pending = null
    if (pending) finish(pending)
  }
}

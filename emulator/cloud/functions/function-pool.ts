/**
 * The workers of one function: started when needed, up to a limit, one invocation each; further calls wait in line.
 * A new build of the function (index.js changed) retires the old workers.
 */
import { statSync } from 'node:fs'
import { FunctionWorker, type Invocation, type WorkerOptions } from './function-worker'

type Waiting = { invocation: Invocation; resolve: (json: string) => void; reject: (error: unknown) => void }

export class FunctionPool {
  private workers: FunctionWorker[] = []
  private readonly queue: Waiting[] = []
  private builtAt = 0

  constructor(
    private readonly options: WorkerOptions,
    private readonly size: number,
    /** Told which worker runs which invocation, before it starts and after it ended. */
    private readonly onRun: (worker: FunctionWorker, invocation: Invocation | null) => void,
  ) {}

  /** Resolves with the result's JSON text; rejects with a CloudError. */
  run(invocation: Invocation): Promise<string> {
    this.retireOldBuild()
    return new Promise((resolve, reject) => {
      this.queue.push({ invocation, resolve, reject })
      this.next()
    })
  }

  /** Tells invocations that are running; later ones bring the offset with them. */
  moveClock(offset: number): void {
    for (const worker of this.workers) if (worker.busy) worker.moveClock(offset)
  }

  /** Ends the workers that are running something. */
  stopBusy(): void {
    for (const worker of this.workers) if (worker.busy) void worker.stop()
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()))
  }

  private next(): void {
    this.workers = this.workers.filter((worker) => worker.alive)
    const worker = this.workers.find((one) => !one.busy) ?? this.start()
    const waiting = worker && this.queue.shift()
    if (!worker || !waiting) return
    this.onRun(worker, waiting.invocation)
    worker
      .run(waiting.invocation)
      .then(waiting.resolve, waiting.reject)
      .finally(() => {
        this.onRun(worker, null)
        this.next()
      })
  }

  private start(): FunctionWorker | undefined {
    if (this.workers.length >= this.size || this.queue.length === 0) return undefined
    const worker = new FunctionWorker(this.options)
    this.workers.push(worker)
    return worker
  }

  private retireOldBuild(): void {
    const builtAt = statSync(this.options.indexFile).mtimeMs
    if (builtAt === this.builtAt) return
    this.builtAt = builtAt
    for (const worker of this.workers) if (!worker.busy) void worker.stop()
    this.workers = this.workers.filter((worker) => worker.busy)
  }
}

/** What the emulator and a function worker say to each other. One invocation at a time per worker. */

export type WorkerData = { indexFile: string; clockOffset: number }

export type ToWorker =
  | {
      type: 'invoke'
      requestId: string
      /** The event, as JSON text. */
      event: string
      context: Record<string, unknown>
      /** Variables of this invocation; those of the previous one are removed. */
      environment: Record<string, string>
      clockOffset: number
    }
  | { type: 'clock'; clockOffset: number }

export type FromWorker =
  | { type: 'result'; requestId: string; json: string }
  | { type: 'failure'; requestId: string; message: string; stack: string }
  | { type: 'log'; requestId: string; level: 'out' | 'error'; text: string }

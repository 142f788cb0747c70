// WeChat's calling convention: success, fail and complete callbacks, or a promise when none of them is given.

/** An error that a wx API reports. `errMsg` is completed to "<api>:fail …". */
export class ApiError extends Error {
  readonly fields: Record<string, unknown>

  constructor(message: string, fields: Record<string, unknown> = {}) {
    super(message)
    this.fields = fields
  }
}

type Callback = (result: any) => void

interface Callbacks {
  success?: Callback
  fail?: Callback
  complete?: Callback
}

/** What `fail` receives for an error thrown by an API. */
export function failure(name: string, error: unknown): Record<string, unknown> {
  const message = error instanceof Error ? error.message : String(error)
  const errMsg = message.startsWith(`${name}:`) ? message : `${name}:fail ${message}`.trimEnd()
  return { errMsg, ...(error instanceof ApiError && error.fields) }
}

/**
 * Gives `work` WeChat's convention. Its result is completed by `errMsg: "<name>:ok"`.
 * Promises are rejected with an Error that carries errMsg (and errCode, errno where the API has them).
 */
export function api(name: string, work: (options: any) => unknown): (options?: any) => any {
  return (options: any = {}) => {
    const callbacks: Callbacks = options ?? {}
    const running = Promise.resolve()
      .then(() => work(options ?? {}))
      .then((result: any) => ({ errMsg: `${name}:ok`, ...result }))
    if (!callbacks.success && !callbacks.fail && !callbacks.complete) {
      return running.catch((error) => {
        const fields = failure(name, error)
        throw Object.assign(new Error(String(fields.errMsg)), fields)
      })
    }
    running.then(
      (result) => {
        callbacks.success?.(result)
        callbacks.complete?.(result)
      },
      (error) => {
        const fields = failure(name, error)
        callbacks.fail?.(fields)
        callbacks.complete?.(fields)
      },
    )
    return undefined
  }
}

/** A table of APIs in that convention. */
export function apis(table: Record<string, (options: any) => unknown>): Record<string, (options?: any) => any> {
  return Object.fromEntries(Object.entries(table).map(([name, work]) => [name, api(name, work)]))
}

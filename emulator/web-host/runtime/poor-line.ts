// A poor network: slow, losing questions or answers without a word, or failing at once. A phone that goes offline ends what waits.
import { phone } from './phone'

/** How much later a question leaves on a slow line, milliseconds. */
const SLOW_MS = 6_000

/** Runs a request over the line as it is now. Rejects with the signal's reason when the network is cut meanwhile. */
export async function overLine<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
  switch (phone.line) {
    case 'slow':
      await Promise.race([new Promise((resolve) => setTimeout(resolve, SLOW_MS)), cut(signal)])
      return request()
    case 'silent':
      return cut(signal)
    case 'deaf':
      await request()
      return cut(signal)
    case 'broken':
      throw new TypeError('the line is broken')
    default:
      return request()
  }
}

function cut(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

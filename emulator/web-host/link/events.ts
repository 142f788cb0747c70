// The emulator's events (clock, message, reset). All windows of one browser share a single connection through a SharedWorker:
// three phones and a desk would otherwise use up the connections that a browser allows to one host.

export interface EmulatorEvents {
  clock: { now: number }
  message: unknown
  reset: unknown
}

type Listener = (name: keyof EmulatorEvents, data: any) => void

/** Hears every event from now on. */
export function listenToEmulator(listener: Listener): void {
  if (typeof SharedWorker === 'undefined') {
    listenDirectly(listener)
    return
  }
  const worker = new SharedWorker('/link/events-worker.js', { type: 'module', name: 'emulator-events' })
  worker.port.onmessage = ({ data }) => listener(data.name, data.data)
  worker.port.start()
}

/** For browsers without SharedWorker, and inside the worker itself. */
export function listenDirectly(listener: Listener): void {
  const source = new EventSource('/_emulator/events')
  for (const name of ['clock', 'message', 'reset'] as const) {
    source.addEventListener(name, (event) => listener(name, JSON.parse((event as MessageEvent<string>).data || 'null')))
  }
}

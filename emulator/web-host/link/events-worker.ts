// SharedWorker: one connection to the emulator's events, handed on to every window of this browser.
import { listenDirectly } from './events'

const ports: MessagePort[] = []
/** The last word on the clock, and when it came: a window that opens later hears it at once. */
let clock: { now: number; heardAt: number } | null = null

;(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = ({ ports: [port] }) => {
  if (!port) return
  ports.push(port)
  port.start()
  if (clock) port.postMessage({ name: 'clock', data: { now: clock.now + Date.now() - clock.heardAt } })
}

listenDirectly((name, data) => {
  if (name === 'clock') clock = { now: data.now, heardAt: Date.now() }
  for (const port of ports) port.postMessage({ name, data })
})

// SharedWorker: one connection to the emulator's events, handed on to every window of this browser.
import { listenDirectly } from './events'

const ports: MessagePort[] = []

;(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = ({ ports: [port] }) => {
  if (!port) return
  ports.push(port)
  port.start()
}

listenDirectly((name, data) => {
  for (const port of ports) port.postMessage({ name, data })
})

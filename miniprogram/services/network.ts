/** Whether this phone has a network, as WeChat tells it; known without asking, because a scan cannot wait for it. */
type Listener = (online: boolean) => void

let online = true
const listeners = new Set<Listener>()
let listening = false

/** True while there is a network, as far as the phone knows. */
export function isOnline(): boolean {
  return online
}

/** Calls `listener` now and at every change; the answer ends it. */
export function watchNetwork(listener: Listener): () => void {
  listeners.add(listener)
  listen()
  wx.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') })
  return () => listeners.delete(listener)
}

function listen(): void {
  if (!listening) {
    listening = true
    wx.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
  }
}

function tell(isConnected: boolean): void {
  online = isConnected
  for (const listener of listeners) {
    listener(isConnected)
  }
}

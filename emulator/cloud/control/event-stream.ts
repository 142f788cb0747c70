/** Server-sent events to every page that listens: clock, message, reset. */
import type { ServerResponse } from 'node:http'

export type EventName = 'clock' | 'message' | 'reset'

export class EventStream {
  private readonly listeners = new Set<ServerResponse>()

  /** Turns a response into a stream; it ends when the client leaves. */
  attach(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
    response.write(': listening\n\n')
    this.listeners.add(response)
    response.on('close', () => this.listeners.delete(response))
  }

  send(name: EventName, data: unknown): void {
    for (const response of this.listeners) response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  }
}

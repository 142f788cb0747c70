/** Server-sent events to every page that listens: clock, message, reset. */
import type { ServerResponse } from 'node:http'

export type EventName = 'clock' | 'message' | 'reset'

export class EventStream {
  private readonly listeners = new Set<ServerResponse>()

  /** @param now epoch ms; whoever begins to listen is told first, so that no move is missed between asking and listening */
  constructor(private readonly now: () => number) {}

  /** Turns a response into a stream; it ends when the client leaves. */
  attach(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
    response.write(textOf('clock', { now: this.now() }))
    this.listeners.add(response)
    response.on('close', () => this.listeners.delete(response))
  }

  send(name: EventName, data: unknown): void {
    for (const response of this.listeners) response.write(textOf(name, data))
  }
}

const textOf = (name: EventName, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/**
 * The HTTP server: 127.0.0.1 only, one port for everything. Finds the handler for a path, refuses other sites' pages,
 * answers broken requests, and never lets one request's failure reach another.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { BodyError } from './body'
import { isOwnOrigin } from './origin'
import { sendText } from './reply'

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>

/** `open` routes may be reached from other sites (a function that is an HTTP API). */
export type Route = { prefix: string; handler: Handler; open?: boolean }

export type ServerOptions = {
  port: number
  routes: readonly Route[]
  staticRoutes?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
  log: (line: string) => void
}

/** Starts listening. Rejects with code EADDRINUSE and a sentence when the port is taken. */
export const startServer = async (options: ServerOptions): Promise<{ server: Server; port: number }> => {
  const server = createServer((request, response) => {
    answer(request, response, options, (server.address() as AddressInfo).port).catch((thrown: unknown) => {
      options.log(`${request.method} ${request.url}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
      sendText(response, 500, 'The emulator failed; see its log.')
    })
  })
  server.on('clientError', (_error: Error, socket: Socket) => socket.destroy())
  server.keepAliveTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, options.port)))
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

const listenError = (error: NodeJS.ErrnoException, port: number): Error => {
  if (error.code !== 'EADDRINUSE') return error
  const sentence = `Port ${port} is already in use on 127.0.0.1. Stop the program that uses it, or choose another port.`
  return Object.assign(new Error(sentence), { code: 'EADDRINUSE' })
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  { routes, staticRoutes }: ServerOptions,
  port: number,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const route = routes.find(
    ({ prefix }) => url.pathname === prefix || (prefix.endsWith('/') && url.pathname.startsWith(prefix)),
  )
  if (!route?.open && !isOwnOrigin(request, port) && (route || request.method !== 'GET')) {
    return sendText(response, 403, 'Pages of other sites may not use the emulator.')
  }
  try {
    if (route) await route.handler(request, response, url)
    else if (!staticRoutes?.(request, response)) sendText(response, 404, 'Nothing here.')
  } catch (thrown) {
    if (!(thrown instanceof BodyError)) throw thrown
    sendText(response, thrown.status, thrown.message)
  }
}

/** Closes the server and every connection. */
export const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

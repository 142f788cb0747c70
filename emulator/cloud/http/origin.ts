/**
 * Who may talk to the emulator: programs on this machine and pages that it serves itself. A page of another site in
 * the developer's browser must not drive it, nor reach it under a borrowed name (DNS rebinding).
 */
import type { IncomingMessage } from 'node:http'

/** True when the request names this server and does not come from another site's page. */
export const isOwnOrigin = (request: IncomingMessage, port: number): boolean => {
  const own = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  if (!own.has(request.headers.host ?? '')) return false
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return false
  const origin = request.headers.origin
  return origin === undefined || [...own].some((host) => origin === `http://${host}`)
}

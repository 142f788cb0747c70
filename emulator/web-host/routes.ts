// The static files of the web host on somebody else's HTTP server (emulator/cloud listens on the same port).
import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.wasm': 'application/wasm',
}

/**
 * Answers GET and HEAD requests for files below `distDir`; `/` is the desk, `/phone/` one phone.
 * @returns a handler that says whether it answered: false leaves the request to the next handler.
 */
export function webHostRoutes(distDir: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const root = path.resolve(distDir)
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const file = fileFor(root, request.url ?? '/')
    if (file === undefined) return false
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    if (request.method === 'HEAD') response.end()
    else fs.createReadStream(file).pipe(response)
    return true
  }
}

/** The file that a request asks for, or undefined when there is none inside `root`. */
function fileFor(root: string, url: string): string | undefined {
  let name: string
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/')
  } catch {
    return undefined
  }
  if (name.includes('\0')) return undefined
  const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name)
  if (!file.startsWith(root + path.sep)) return undefined
  return fs.existsSync(file) && fs.statSync(file).isFile() ? file : undefined
}

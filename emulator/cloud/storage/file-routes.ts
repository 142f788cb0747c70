/** /files/<cloud path>: GET and HEAD with a download link, PUT with an upload link (that is what the SDK does). */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import type { Clock } from '../clock/clock'
import { asCloudError } from '../errors'
import { readBody } from '../http/body'
import { sendBytes, sendText } from '../http/reply'
import { byteRange } from './byte-range'
import { checkedCloudPath } from './cloud-path'
import { contentTypeOf } from './content-type'
import { FUNCTION_OWNER } from './file-store'
import type { Storage } from './storage'

export const FILES = '/files/'
export const UPLOAD_LIMIT = 50 * 1024 * 1024

/** A refusal in the object store's form: the SDK reads it as XML. */
const refuse = (response: ServerResponse, status: number, code: string, message: string): void =>
  sendBytes(
    response,
    status,
    'application/xml',
    Buffer.from(
      `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
    ),
  )

export const fileHandler = (storage: Storage, clock: Clock) => {
  const put = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const bytes = await readBody(request, UPLOAD_LIMIT)
    storage.upload(path, bytes, FUNCTION_OWNER)
    sendBytes(response, 200, 'text/plain', Buffer.alloc(0))
  }

  const get = (response: ServerResponse, path: string, head: boolean, range: string | undefined): void => {
    const size = storage.files.size(path)
    const headers = {
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    }
    const part = head ? null : byteRange(range, size)
    if (part === 'outside') {
      sendBytes(response, 416, 'text/plain', Buffer.alloc(0), { ...headers, 'content-range': `bytes */${size}` })
      return
    }
    if (part) {
      response.writeHead(206, {
        ...headers,
        'content-type': 'application/octet-stream',
        'content-length': part.end - part.start,
        'content-range': `bytes ${part.start}-${part.end - 1}/${size}`,
      })
      pipeline(storage.files.stream(path, part.start, part.end), response, () => undefined)
      return
    }
    const bytes = storage.files.read(path)
    const type = contentTypeOf(path, bytes)
    if (head) {
      response.writeHead(200, { ...headers, 'content-type': type, 'content-length': bytes.length })
      response.end()
    } else {
      sendBytes(response, 200, type, bytes, headers)
    }
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const method = request.method ?? ''
    try {
      const path = checkedCloudPath(decodeURIComponent(url.pathname.slice(FILES.length)))
      const use = method === 'PUT' ? 'put' : 'get'
      if (!storage.links.allows(use, path, url.searchParams, clock.now())) {
        refuse(response, 403, 'AccessDenied', 'The link is not valid or has expired.')
      } else if (method === 'PUT') await put(request, response, path)
      else if (method === 'GET' || method === 'HEAD') get(response, path, method === 'HEAD', request.headers.range)
      else sendText(response, 405, 'GET, HEAD or PUT')
    } catch (thrown) {
      if (thrown instanceof URIError) return refuse(response, 400, 'InvalidURI', 'The path is not encoded properly.')
      const error = asCloudError(thrown)
      if (error !== thrown) throw thrown
      refuse(response, error.code === 'STORAGE_FILE_NONEXIST' ? 404 : 403, error.code, 'The file is not available.')
    }
  }
}

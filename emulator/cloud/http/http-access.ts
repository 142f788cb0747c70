/**
 * /http/<function>/…: a function reached by HTTPS, as CloudBase's HTTP access service does it: the request becomes an
 * event, an object with `statusCode` becomes the response, anything else becomes a 200 with JSON.
 * Texts up to 100 KB arrive as text; other media types as base64.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import type { Functions } from '../functions/functions'
import { readBody } from './body'
import { sendBytes, sendJson } from './reply'

export const HTTP_ACCESS = '/http/'
const TEXT_LIMIT = 100 * 1024
const BINARY_LIMIT = 6 * 1024 * 1024
const TEXT = /^(text\/|application\/(json|xml|x-www-form-urlencoded|javascript|.*\+(json|xml)))/

type IntegratedResponse = {
  statusCode: number
  headers?: Record<string, string | string[]>
  body?: unknown
  isBase64Encoded?: boolean
}

const isIntegrated = (value: unknown): value is IntegratedResponse =>
  typeof value === 'object' && value !== null && Number.isInteger((value as { statusCode?: unknown }).statusCode)

const eventOf = (request: IncomingMessage, url: URL, path: string, body: Buffer, envName: string) => {
  const type = request.headers['content-type'] ?? ''
  const text = type === '' || TEXT.test(type)
  return {
    path,
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { requestId: randomUUID(), envId: envName, appId: 1300000000, uin: 100000000 },
    body: body.toString(text ? 'utf8' : 'base64'),
    isBase64Encoded: !text,
  }
}

const sendIntegrated = (response: ServerResponse, result: IntegratedResponse): void => {
  const { body = '', headers = {} } = result
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const bytes = Buffer.from(text, result.isBase64Encoded ? 'base64' : 'utf8')
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  const { 'content-type': type = 'text/plain; charset=utf-8', 'content-length': _, ...rest } = Object.fromEntries(named)
  sendBytes(response, result.statusCode, String(type), bytes, rest)
}

/** Answers a request to `/http/…`. Reading errors are thrown for the server to answer. */
export const httpAccess =
  (functions: Functions, envName: string) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const [, name = '', rest = ''] = /^\/http\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? []
    const type = request.headers['content-type'] ?? ''
    const body = await readBody(request, type === '' || TEXT.test(type) ? TEXT_LIMIT : BINARY_LIMIT)
    try {
      const event = eventOf(request, url, rest || '/', body, envName)
      const { result } = await functions.invoke(name, event, { kind: 'http' })
      if (isIntegrated(result)) sendIntegrated(response, result)
      else sendJson(response, 200, result)
    } catch (thrown) {
      if (!(thrown instanceof CloudError)) throw thrown
      const status = thrown.code === 'FUNCTIONS_REQUEST_FAIL' ? 404 : 500
      sendJson(response, status, { code: thrown.code, message: thrown.message })
    }
  }

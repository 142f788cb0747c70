/**
 * HTTP access: CloudBase turns a request into an event and an object with `statusCode` into the response. Here the
 * event becomes a request that has been checked as far as any service would check it. Errors are JSON, `{ "code": … }`,
 * from a closed list (domain/gate/device-api.ts); what was sent is never quoted.
 */
import * as v from 'valibot'

/** The platform's own limit for text, bytes. */
export const MOST_BODY_BYTES = 100 * 1024

export type HttpRequest = {
  /** Upper case. */
  method: string
  /** As the platform gives it, with a leading slash, without the query. */
  path: string
  /** The first value of a header, or ''. @param name lower case */
  header: (name: string) => string
  /** A parameter of the address, or ''. */
  query: (name: string) => string
  body: Buffer
}

/** The form that the platform turns into a response. */
export type HttpResponse = { statusCode: number; headers: Record<string, string>; body: string }

const httpEvent = v.object({
  httpMethod: v.string(),
  path: v.string(),
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  queryStringParameters: v.optional(v.nullable(v.record(v.string(), v.unknown())), {}),
  body: v.optional(v.nullable(v.string()), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
})

/** The request in an event of HTTP access; null for any other event. */
export function requestOf(event: unknown): HttpRequest | null {
  const parsed = v.safeParse(httpEvent, event)
  if (!parsed.success) {
    return null
  }
  const { httpMethod, path, headers, body, isBase64Encoded, queryStringParameters } = parsed.output
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), firstOf(value)]))
  const parameters = new Map(Object.entries(queryStringParameters ?? {}))
  return {
    method: httpMethod.toUpperCase(),
    path: path.split('?')[0] ?? '',
    header: (name) => byName.get(name) ?? '',
    query: (name) => firstOf(parameters.get(name)),
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  }
}

/** An answer in JSON; never kept by anything on the way. */
export function respond(statusCode: number, value: object, headers: Record<string, string> = {}): HttpResponse {
  const fixed = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { statusCode, headers: { ...fixed, ...headers }, body: JSON.stringify(value) }
}

/** An answer in plain text or XML; never kept by anything on the way. */
export function respondText(text: string, mediaType: 'text/plain' | 'application/xml'): HttpResponse {
  const headers = { 'content-type': `${mediaType}; charset=utf-8`, 'cache-control': 'no-store' }
  return { statusCode: 200, headers, body: text }
}

/** True when a body of this media type is JSON in UTF-8. */
export function isJson(contentType: string): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType.trim())
}

/** A JSON body, or undefined when the text is not JSON (torn in the middle, or not UTF-8). */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

function firstOf(value: unknown): string {
  return String(Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))
}

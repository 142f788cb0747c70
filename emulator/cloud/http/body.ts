/**
 * Reading a request's body whole. A body that is cut short or too long is never acted upon: the caller gets an error
 * instead of a prefix.
 */
import type { IncomingMessage } from 'node:http'

/** Why a body could not be read. */
export class BodyError extends Error {
  constructor(
    readonly reason: 'torn' | 'too-large' | 'not-json',
    message: string,
  ) {
    super(message)
    this.name = 'BodyError'
  }
  get status(): number {
    return this.reason === 'too-large' ? 413 : 400
  }
}

/** The complete body, at most `limit` bytes. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
    })
    request.on('end', () => {
      if (size > limit) reject(new BodyError('too-large', `The body of ${size} bytes exceeds ${limit} bytes.`))
      else if (!request.complete) reject(new BodyError('torn', 'The connection closed in the middle of the body.'))
      else resolve(Buffer.concat(chunks))
    })
    request.on('error', () => reject(new BodyError('torn', 'The connection broke in the middle of the body.')))
  })

/** The body as a JSON object; an empty body is an empty object. */
export const readJson = async (request: IncomingMessage, limit: number): Promise<Record<string, unknown>> =>
  parseJson(await readBody(request, limit))

export const parseJson = (body: Buffer): Record<string, unknown> => {
  if (body.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(body.toString())
  } catch {
    throw new BodyError('not-json', 'The body is not JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BodyError('not-json', 'The body must be a JSON object.')
  }
  return value as Record<string, unknown>
}

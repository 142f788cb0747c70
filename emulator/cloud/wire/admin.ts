/**
 * POST /admin: the one address that the CloudBase SDKs talk to. Always answers HTTP 200 with
 * `{ requestId, data }` or `{ requestId, code, message }`; openapi calls answer with protobuf bytes.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { asCloudError, invalidParameter, systemError } from '../errors'
import { BodyError, parseJson, readBody } from '../http/body'
import { sendBytes, sendJson } from '../http/reply'
import type { ActionContext, ActionRequest, Actions } from './action'
import { parseMultipart } from './multipart'

/** An openapi call: the API's name and the protobuf request in, the protobuf reply out; null when nothing may be sent. */
export type OpenapiCall = (apiName: string, request: Buffer, context: ActionContext) => Promise<Buffer | null>

export type AdminOptions = {
  actions: Actions
  openapi: OpenapiCall
  /** Told about every request, for statistics. */
  count: (action: string) => void
  /** Whether requests of this session are still answered. */
  isAlive: (session: string) => boolean
  log: (line: string) => void
}

const BODY_LIMIT = 32 * 1024 * 1024

export const adminHandler = ({ actions, openapi, count, isAlive, log }: AdminOptions) => {
  const contextOf = (request: IncomingMessage, token: unknown): ActionContext => {
    const sentAt = Number(request.headers['x-client-timestamp'])
    const session = typeof token === 'string' ? token : ''
    if (!isAlive(session)) throw systemError('this invocation has ended')
    return { session, sentAt: Number.isFinite(sentAt) ? sentAt : undefined }
  }

  const answerOpenapi = async (request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const parts = parseMultipart(body, request.headers['content-type'] ?? '')
    const field = (name: string) => parts.get(name)?.toString()
    count(field('action') ?? '')
    if (field('action') !== 'wx.openApi') throw invalidParameter(`unsupported action: ${field('action')}`)
    const context = contextOf(request, field('sessionToken'))
    const reply = await openapi(field('apiName') ?? '', parts.get('requestData') ?? Buffer.alloc(0), context)
    if (reply) sendBytes(response, 200, 'application/octet-stream', reply)
    else response.destroy()
  }

  const answerAction = async (request: IncomingMessage, response: ServerResponse, body: Buffer, requestId: string) => {
    const parsed: ActionRequest = parseJson(body)
    const name = String(parsed.action)
    count(name)
    const action = actions[name]
    if (!action) throw invalidParameter(`unsupported action: ${name}`)
    const reply = await action(parsed, contextOf(request, parsed.sessionToken))
    sendJson(response, 200, { requestId, ...reply })
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID()
    const body = await readBody(request, BODY_LIMIT)
    try {
      const multipart = (request.headers['content-type'] ?? '').startsWith('multipart/')
      if (multipart) await answerOpenapi(request, response, body)
      else await answerAction(request, response, body, requestId)
    } catch (thrown) {
      const error = asCloudError(thrown instanceof BodyError ? invalidParameter(thrown.message) : thrown)
      if (error.code === 'SYS_ERR') log(`internal error: ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
      sendJson(response, 200, { requestId, code: error.code, message: error.message })
    }
  }
}

/**
 * The control API under /_emulator/: JSON in, JSON out; documented with examples in emulator/README.md.
 * A refusal is HTTP 400 with `{ error: { code, errCode, message } }`; a function's failure is HTTP 200 with the same.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { asCloudError, CloudError, invalidParameter } from '../errors'
import { readBody, readJson } from '../http/body'
import { sendJson } from '../http/reply'
import { officialOperations } from '../official-account/official-controls'
import { UPLOAD_LIMIT } from '../storage/file-routes'
import type { World } from '../world'
import type { CallOptions, Controls } from './controls'
import { FAULT_KINDS, FAULT_TARGETS } from './faults'
import { type Json, numberField, oneOf, optionalString, stringField, stringList } from './fields'

export const CONTROL = '/_emulator/'
const BODY_LIMIT = 8 * 1024 * 1024

type Operation = (body: Json, query: URLSearchParams) => unknown

const describe = (error: CloudError) => ({
  error: { code: error.code, errCode: error.errCode, message: error.message },
})

const callOptions = (body: Json): CallOptions => {
  const unionid = optionalString(body, 'unionid')
  const appid = optionalString(body, 'appid')
  return { ...(unionid === undefined ? {} : { unionid }), ...(appid === undefined ? {} : { appid }) }
}

const instantOf = (value: unknown): number => {
  const instant = typeof value === 'string' ? Date.parse(value) : Number(value)
  if (!Number.isFinite(instant)) throw invalidParameter('now must be epoch milliseconds or an ISO 8601 instant')
  return instant
}

type AfterReset = () => void | Promise<void>

const operationsOf = (world: World, controls: Controls, afterReset: AfterReset): Record<string, Operation> => ({
  'GET health': () => ({ ok: true, now: world.clock.now(), functions: world.directory.names() }),

  'POST call': async (body) => {
    const { openid, name } = { openid: stringField(body, 'openid'), name: stringField(body, 'name') }
    const options = callOptions(body)
    try {
      return await controls.call(openid, name, body.data, options)
    } catch (thrown) {
      return describe(asCloudError(thrown))
    }
  },

  'GET clock': () => ({ now: world.clock.now(), offset: world.clock.offset }),
  'POST clock': (body) =>
    body.advance === undefined
      ? controls.moveClockTo(instantOf(body.now))
      : controls.advanceClock(numberField(body, 'advance')),

  'POST timer': (body) => controls.fireTimer(stringField(body, 'function'), optionalString(body, 'trigger')),

  'GET messages': (_body, query) => ({ messages: world.messages.list(Number(query.get('since') ?? 0)) }),

  'POST phone': (body) => {
    const number = stringField(body, 'phoneNumber')
    if (!/^\+?\d{5,15}$/.test(number)) throw invalidParameter('phoneNumber must be digits, with + and country code')
    world.phones.register(stringField(body, 'openid'), number)
    return { ok: true }
  },
  'POST phone-code': (body) => {
    const code = world.phones.createCode(stringField(body, 'openid'))
    if (code === null) throw invalidParameter('no phone number is registered for this openid')
    return { code }
  },
  'POST subscribe': (body) => {
    const accept = body.accept !== false
    world.subscriptions.answer(stringField(body, 'openid'), stringField(body, 'templateId'), accept)
    return { ok: true }
  },

  ...officialOperations(world.officialAccount),

  'POST temp-url': (body) => {
    const openid = stringField(body, 'openid')
    return { fileList: stringList(body, 'fileList').map((id) => world.storage.temporaryLink(id, undefined, openid)) }
  },
  'POST delete-file': (body) => {
    const openid = stringField(body, 'openid')
    return { fileList: stringList(body, 'fileList').map((id) => world.storage.remove(id, openid)) }
  },

  'GET fault': () => ({ left: world.faults.left() }),
  'POST fault': (body) => {
    const code = optionalString(body, 'code')
    const times = body.times === undefined ? 1 : numberField(body, 'times')
    const fault = { kind: oneOf(body, 'kind', FAULT_KINDS), ...(code === undefined ? {} : { code }) }
    world.faults.plan(oneOf(body, 'target', FAULT_TARGETS), fault, times)
    return { left: world.faults.left() }
  },

  'GET stats': () => world.statistics.read(),
  'POST stats/reset': () => {
    world.statistics.reset()
    return { ok: true }
  },
  'GET logs': (_body, query) => ({ lines: world.functionLog.lines(query.get('function') ?? undefined) }),
  'POST reset': async (body) => {
    controls.reset(body.now === undefined ? undefined : instantOf(body.now))
    await afterReset()
    return { ok: true, now: world.clock.now() }
  },
})

export const controlHandler = (world: World, controls: Controls, afterReset: AfterReset) => {
  const operations = operationsOf(world, controls, afterReset)

  /** PUT files/<cloud path>?openid=: what wx.cloud.uploadFile does on a phone. */
  const uploadFromPhone = async (request: IncomingMessage, path: string, query: URLSearchParams): Promise<unknown> => {
    const openid = query.get('openid')
    if (!openid) throw invalidParameter('openid is required')
    return { fileID: world.storage.upload(path, await readBody(request, UPLOAD_LIMIT), openid), statusCode: 200 }
  }

  const run = async (request: IncomingMessage, path: string, query: URLSearchParams): Promise<unknown> => {
    if (request.method === 'PUT' && path.startsWith('files/')) {
      return uploadFromPhone(request, decodeURIComponent(path.slice('files/'.length)), query)
    }
    const operation = operations[`${request.method} ${path}`]
    if (!operation) throw invalidParameter(`no such operation: ${request.method} ${path}`)
    return operation(await readJson(request, BODY_LIMIT), query)
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const path = url.pathname.slice(CONTROL.length)
    if (request.method === 'GET' && path === 'events') return controls.events.attach(response)
    try {
      sendJson(response, 200, await run(request, path, url.searchParams))
    } catch (thrown) {
      if (thrown instanceof URIError)
        sendJson(response, 400, describe(invalidParameter('the path is not encoded properly')))
      else if (thrown instanceof CloudError) sendJson(response, 400, describe(thrown))
      else throw thrown
    }
  }
}

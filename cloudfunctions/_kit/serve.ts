/**
 * The road into a cloud function, the same for all of them: parse, check who is calling, run the action, answer.
 *
 * - The event is `{ action, … }`, parsed strictly by the action's schema (domain/<word>/api.ts); unknown actions and
 *   fields are refused.
 * - The caller is who the platform says, never what the event says; roles come from `staff`. Product "People": roles
 *   are enforced here, never only by hiding a page.
 * - There is one `now` per invocation.
 * - Two other roads lead here: the platform's timer, and HTTP access for machines. Neither has a person behind it, so
 *   an event that looks like one of them but comes from somebody's phone is an ordinary, unknown action.
 * - Answers are `{ ok: true, value }` or `{ ok: false, code, details }`. A throw is our mistake: it is answered as
 *   `internal` with a reference to a log line that holds no personal data.
 */
import * as v from 'valibot'
import { refuse } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { answerPrepared, checkAccess } from './access'
import type { Action, Answer, AnyAction, Call } from './call'
import { callerOpenid, callerUnionid } from './cloudbase'
import { type HttpRequest, type HttpResponse, requestOf, respond } from './http'
import { logFailure } from './log'
import { Busy } from './store-errors'

export type { Call } from './call'

type Table = Readonly<Record<string, AnyAction>>

/** What the platform puts into an event by itself; it is neither asked for nor believed. */
const INJECTED = ['userInfo', 'tcbContext']

/** Who else may call a function than people and other functions. */
type Roads = {
  /** Runs when the platform's timer calls; no client can. */
  onTimer?: (call: Call) => Promise<unknown>
  /** Answers HTTP access. Whoever calls proves who they are in the request. */
  onHttp?: (request: HttpRequest, now: Instant) => Promise<HttpResponse>
}

/**
 * Makes the entry point of a function.
 * @param table its actions; who may call which can be read from the entry point (test/cloudfunctions/access.test.ts)
 */
export function serve<Requests extends Record<string, v.GenericSchema>>(
  table: { readonly [Name in keyof Requests]: Action<Requests[Name]> },
  { onTimer, onHttp }: Roads = {},
) {
  const main = async (event: unknown): Promise<Answer | HttpResponse> => {
    const call: Call = { openid: callerOpenid(), unionid: callerUnionid(), now: Date.now(), staff: null }
    const request = onHttp && call.openid === '' ? requestOf(event) : null
    if (onHttp && request) {
      return answerHttp(onHttp, request, call.now)
    }
    const name = isTimer(event, call.openid) ? 'timer' : nameOf(event)
    try {
      if (name === 'timer' && onTimer) {
        await onTimer(call)
        return { ok: true, value: null }
      }
      return await answer(table as unknown as Table, name, event, call)
    } catch (error) {
      return error instanceof Busy ? refuse('busy') : refuse('internal', { reference: logFailure(name, error) })
    }
  }
  const accesses = Object.entries(table as unknown as Table).map(([name, { access }]) => [name, access] as const)
  return Object.assign(main, { accesses })
}

async function answerHttp(onHttp: NonNullable<Roads['onHttp']>, request: HttpRequest, now: Instant) {
  try {
    return await onHttp(request, now)
  } catch (error) {
    if (error instanceof Busy) {
      return respond(503, { code: 'busy' }, { 'retry-after': '1' })
    }
    return respond(500, { code: 'internal', reference: logFailure('http', error) })
  }
}

async function answer(table: Table, name: string | null, event: unknown, call: Call): Promise<Answer> {
  const action = name !== null && Object.hasOwn(table, name) ? table[name] : undefined
  if (!action) {
    return refuse(isRecord(event) ? 'unknown_action' : 'bad_request')
  }
  const input = v.safeParse(action.request, payloadOf(event))
  if (!input.success) {
    return refuse('bad_request')
  }
  if ('prepare' in action) {
    return answerPrepared(action.access, action.prepare(input.output as never, call), call)
  }
  const refused = await checkAccess(action, call)
  return refused ?? action.handle(input.output as never, call)
}

function isRecord(event: unknown): event is Record<string, unknown> {
  return typeof event === 'object' && event !== null && !Array.isArray(event)
}

function nameOf(event: unknown): string | null {
  return isRecord(event) && typeof event.action === 'string' ? event.action : null
}

function payloadOf(event: unknown): unknown {
  const fields = isRecord(event) ? Object.entries(event) : []
  return Object.fromEntries(fields.filter(([field]) => field !== 'action' && !INJECTED.includes(field)))
}

// Reports of the spelling differ. Somebody with an OPENID is a person, whatever their event says.
function isTimer(event: unknown, openid: string): boolean {
  const type = isRecord(event) ? (event.Type ?? event.type) : null
  return openid === '' && typeof type === 'string' && type.toLowerCase() === 'timer'
}

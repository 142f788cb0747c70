/**
 * The road into a cloud function, the same for all of them: parse, check who is calling, run the action, answer.
 *
 * - The event is `{ action, … }`, parsed strictly by the action's schema (domain/<word>/api.ts); unknown actions and fields
 *   are refused.
 * - The caller is who the platform says, never what the event says; roles come from `staff`. Product "People": roles are
 *   enforced here, never only by hiding a page.
 * - There is one `now` per invocation.
 * - Two other roads lead here: the platform's timer, and HTTP access for machines. Neither has a person behind it, so an
 *   event that looks like one of them but comes from somebody's phone is an ordinary, unknown action.
 * - Answers are `{ ok: true, value }` or `{ ok: false, code, details }`. A throw is our mistake: it is answered as
 *   `internal` with a reference to a log line that holds no personal data.
 */
import * as v from 'valibot'
import { type Access, mayCall } from '../../domain/office/access'
import type { RequestRefusal } from '../../domain/refusals'
import { type Refused, type Result, refuse } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { callerOpenid } from './cloudbase'
import { type HttpRequest, type HttpResponse, requestOf, respond } from './http'
import { logFailure } from './log'
import type { StaffRecord } from './records'
import { get } from './store'
import { Busy } from './store-errors'

/** What an action knows about its invocation. */
export type Call = {
  openid: string
  now: Instant
  /** The caller's staff record; null when they are not staff or the action is open to anyone. */
  staff: StaffRecord | null
}

/** `platform`: timers and other functions; staff who review may call it, too. */
export type ActionAccess = Access | 'platform'

type Answer = Result<unknown, string>

type Action<Request extends v.GenericSchema> = {
  request: Request
  access: ActionAccess
  handle: (input: v.InferOutput<Request>, call: Call) => Promise<Answer>
}

type AnyAction = {
  request: v.GenericSchema
  access: ActionAccess
  handle: (input: never, call: Call) => Promise<Answer>
}

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
 * @param table its actions
 */
export function serve<Requests extends Record<string, v.GenericSchema>>(
  table: { readonly [Name in keyof Requests]: Action<Requests[Name]> },
  { onTimer, onHttp }: Roads = {},
) {
  return async (event: unknown): Promise<Answer | HttpResponse> => {
    const call: Call = { openid: callerOpenid(), now: Date.now(), staff: null }
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
  const refused = await checkAccess(action.access, call)
  return refused ?? action.handle(input.output as never, call)
}

/** Sets `call.staff` when the action needs a role. */
async function checkAccess(access: ActionAccess, call: Call): Promise<Refused<RequestRefusal> | null> {
  if (call.openid === '') {
    return access === 'platform' ? null : refuse('not_signed_in')
  }
  if (access === 'anyone') {
    return null
  }
  call.staff = await get('staff', call.openid)
  return mayCall(access === 'platform' ? 'reviewer' : access, call.staff?.role ?? null) ? null : refuse('not_allowed')
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

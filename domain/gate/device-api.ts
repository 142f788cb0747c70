/**
 * What a turnstile or hand scanner asks over HTTP and is answered: `POST /gate/check` with `Authorization: Bearer <key>`.
 * Described for builders of devices in docs/openapi/gate.yaml; the two are held together by a test. The point is the
 * device's, never part of the request.
 */
import * as v from 'valibot'
import type { Signal, VerdictCode } from '../pass'
import type { Day, Instant } from '../time/shanghai'
import { challengeSchema, passTextSchema } from './api'

/** The body. `challenge`: the number on the device's own screen when it asked for one. */
export const deviceCheck = v.strictObject({ text: passTextSchema, challenge: v.optional(challengeSchema, null) })

/** A name that the device gives to a request, so that it may be sent again; a UUID will do. */
export const requestName = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,100}$/))

/** Everything that is answered instead of a verdict, with its HTTP status. None is for people to read. */
export const deviceRefusals = {
  bad_request: 400, // not JSON, a field is unknown or wrong, or the Idempotency-Key is
  key_missing: 401, // no Authorization: Bearer
  key_unknown: 401,
  key_revoked: 403,
  path_unknown: 404,
  method_not_allowed: 405, // Allow: POST
  body_too_large: 413, // above 100 kB
  not_json: 415, // Content-Type is not application/json in UTF-8
  internal: 500, // ours; `reference` names the log line
  busy: 503, // nothing was stored; Retry-After
} as const
export type DeviceRefusal = keyof typeof deviceRefusals

/** Who is let in, as far as a device needs it to compare with a physical card. */
export type DeviceHolder = { maskedName: string; last4: string; class: number; validUntil: Day }

export type DeviceAnswer = {
  now: Instant
  verdict: VerdictCode
  signal: Signal
  /** True: open. */
  admit: boolean
  holder: DeviceHolder | null
}

/**
 * `POST /gate/check`: turnstiles and hand scanners. The device proves itself by its key, which is read from the store for
 * every request, so that a revoked one is refused at once; the same read brings the binding and what was admitted before.
 * Description for builders: docs/openapi/gate.yaml.
 */
import * as v from 'valibot'
import {
  type DeviceAnswer,
  type DeviceRefusal,
  deviceCheck,
  deviceRefusals,
  requestName,
} from '../../domain/gate/device-api'
import { admits, type GenuinePass, type NotGenuine, signalOf, type VerdictCode } from '../../domain/pass'
import { ok, type Result, refuse } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { findPoint } from '../../domain/university'
import { deviceId } from '../_kit/device-key'
import { type HttpRequest, type HttpResponse, isJson, MOST_BODY_BYTES, parseJson, respond } from '../_kit/http'
import type { Stored } from '../_kit/store'
import { getTogether } from '../_kit/together'
import { type DeviceEvidence, type DeviceQuestion, decideForDevice } from './device-check'
import { bindingKey, openCode, usedStep } from './judge'
import { keysAgainst } from './used-steps'

// The platform may or may not leave the function's own route in front.
const PATH = /^(\/gate)?\/check\/?$/
const BEARER = /^Bearer +(\S+) *$/i

export async function answerDevice(request: HttpRequest, now: Instant): Promise<HttpResponse> {
  if (!PATH.test(request.path)) {
    return refusal('path_unknown')
  }
  if (request.method !== 'POST') {
    return refusal('method_not_allowed')
  }
  const id = identify(request)
  if (!id.ok) {
    return refusal(id.code)
  }
  const question = read(request)
  const opened = question.ok ? openCode(question.value.text, question.value.challenge) : null
  const evidence = await load(id.value, opened, now)
  if (!evidence.ok) {
    return refusal(evidence.code)
  }
  // Who is not let in is told so before anything about the question.
  if (!question.ok || !opened) {
    return refusal(question.ok ? 'bad_request' : question.code)
  }
  const verdict = await decideForDevice(opened, { question: question.value, evidence: evidence.value, now })
  return respond(200, answerOf(verdict, evidence.value.binding, now))
}

/** The record's key of the device that says it is asking. */
function identify(request: HttpRequest): Result<string, DeviceRefusal> {
  const key = BEARER.exec(request.header('authorization'))?.[1]
  if (key === undefined) {
    return refuse('key_missing')
  }
  const id = deviceId(key)
  return id === null ? refuse('key_unknown') : ok(id)
}

function read(request: HttpRequest): Result<DeviceQuestion, DeviceRefusal> {
  if (!isJson(request.header('content-type'))) {
    return refuse('not_json')
  }
  if (request.body.length > MOST_BODY_BYTES) {
    return refuse('body_too_large')
  }
  const body = v.safeParse(deviceCheck, parseJson(request.body))
  const named = request.header('idempotency-key')
  const name = v.safeParse(v.nullable(requestName), named === '' ? null : named)
  return body.success && name.success ? ok({ ...body.output, name: name.output }) : refuse('bad_request')
}

/** Device, binding and earlier admissions in one read. The point is the device's, so their keys end in a field of it. */
async function load(
  id: string,
  opened: GenuinePass | NotGenuine | null,
  now: Instant,
): Promise<Result<DeviceEvidence, DeviceRefusal>> {
  const binding = opened && bindingKey(opened)
  const found = await getTogether('devices', id, {
    bindings: { from: 'bindings', keys: binding === null ? [] : [binding] },
    used: { from: 'scans', keys: opened && 'holder' in opened ? keysAgainst(opened, usedStep(opened, now)) : [] },
  })
  if (!found) {
    return refuse('key_unknown')
  }
  const { record, beside } = found
  if (record.revokedAt !== null) {
    return refuse('key_revoked')
  }
  const point = findPoint(record.point)
  if (!point) {
    throw new Error('A device stands at a point that there is no more.')
  }
  return ok({ point, device: id, binding: beside.bindings[0] ?? null, used: beside.used })
}

function answerOf(verdict: VerdictCode, binding: Stored<'bindings'> | null, now: Instant): DeviceAnswer {
  const holder = binding && {
    maskedName: binding.maskedName,
    last4: binding.last4,
    class: binding.class,
    validUntil: binding.validUntil,
  }
  return { now, verdict, signal: signalOf(verdict), admit: admits(verdict), holder }
}

function refusal(code: DeviceRefusal): HttpResponse {
  const headers: Partial<Record<DeviceRefusal, Record<string, string>>> = {
    key_missing: { 'www-authenticate': 'Bearer' },
    key_unknown: { 'www-authenticate': 'Bearer error="invalid_token"' },
    method_not_allowed: { allow: 'POST' },
  }
  return respond(deviceRefusals[code], { code }, headers[code])
}

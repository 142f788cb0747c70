/**
 * `POST /gate/check`: turnstiles and hand scanners. The device proves itself by its key, which is read from the store for
 * every request, so that a revoked one is refused at once. Description for builders: docs/openapi/gate.yaml.
 */
import * as v from 'valibot'
import {
  type DeviceAnswer,
  type DeviceRefusal,
  deviceCheck,
  deviceRefusals,
  requestName,
} from '../../domain/gate/device-api'
import { admits, signalOf } from '../../domain/pass'
import { ok, type Result, refuse } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { findPoint } from '../../domain/university'
import { deviceId } from '../_kit/device-key'
import { type HttpRequest, type HttpResponse, isJson, MOST_BODY_BYTES, parseJson, respond } from '../_kit/http'
import { get, type Stored } from '../_kit/store'
import { type DeviceQuestion, decideForDevice } from './device-check'

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
  const device = await authenticate(request)
  if (!device.ok) {
    return refusal(device.code)
  }
  const question = read(request, device.value)
  return question.ok ? respond(200, await answer(question.value, now)) : refusal(question.code)
}

async function authenticate(request: HttpRequest): Promise<Result<Stored<'devices'>, DeviceRefusal>> {
  const key = BEARER.exec(request.header('authorization'))?.[1]
  if (key === undefined) {
    return refuse('key_missing')
  }
  const id = deviceId(key)
  const device = id === null ? null : await get('devices', id)
  if (!device) {
    return refuse('key_unknown')
  }
  return device.revokedAt === null ? ok(device) : refuse('key_revoked')
}

function read(request: HttpRequest, device: Stored<'devices'>): Result<DeviceQuestion, DeviceRefusal> {
  if (!isJson(request.header('content-type'))) {
    return refuse('not_json')
  }
  if (request.body.length > MOST_BODY_BYTES) {
    return refuse('body_too_large')
  }
  const body = v.safeParse(deviceCheck, parseJson(request.body))
  const named = request.header('idempotency-key')
  const name = v.safeParse(v.nullable(requestName), named === '' ? null : named)
  const point = findPoint(device.point)
  if (!body.success || !name.success) {
    return refuse('bad_request')
  }
  if (!point) {
    throw new Error('A device stands at a point that there is no more.')
  }
  return ok({ ...body.output, point, device: device._id, name: name.output })
}

async function answer(question: DeviceQuestion, now: Instant): Promise<DeviceAnswer> {
  const { verdict, binding } = await decideForDevice(question, now)
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

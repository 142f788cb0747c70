/**
 * POST /sms: Tencent Cloud's SMS API on this machine. Speaks API 3.0 (JSON, X-TC-* headers, TC3 signature), answers in
 * the documented shape, and fails on demand (see control/faults.ts).
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Faults } from '../control/faults'
import { BodyError, parseJson, readBody } from '../http/body'
import { sendJson, sendText } from '../http/reply'
import { type SendSmsOptions, type SmsError, sendSms } from './send-sms'
import { checkSignature, type Secret, type SignatureVerdict } from './tc3-signature'

export const SMS = '/sms'
const BODY_LIMIT = 10 * 1024 * 1024

const REFUSED: Record<Exclude<SignatureVerdict, 'ok'>, SmsError> = {
  malformed: { Code: 'AuthFailure.InvalidAuthorization', Message: 'The Authorization header is not valid.' },
  'unknown-secret-id': { Code: 'AuthFailure.SecretIdNotFound', Message: 'The SecretId is not found.' },
  expired: { Code: 'AuthFailure.SignatureExpire', Message: 'The signature has expired: check the clock.' },
  wrong: { Code: 'AuthFailure.SignatureFailure', Message: 'The signature does not match.' },
}

export type SmsHandlerOptions = SendSmsOptions & { secret: Secret; faults: Faults; holdMs: number }

const refusalOf = (request: IncomingMessage, body: Buffer, { secret, now }: SmsHandlerOptions): SmsError | null => {
  const verdict = checkSignature({ headers: request.headers, body, paths: ['/', SMS] }, secret, now())
  if (verdict !== 'ok') return REFUSED[verdict]
  if (request.headers['x-tc-version'] !== '2021-01-11') {
    return { Code: 'NoSuchVersion', Message: 'X-TC-Version must be 2021-01-11.' }
  }
  if (request.headers['x-tc-action'] !== 'SendSms')
    return { Code: 'InvalidAction', Message: 'Only SendSms exists here.' }
  return null
}

export const smsHandler =
  (options: SmsHandlerOptions) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return sendText(response, 405, 'POST')
    const body = await readBody(request, BODY_LIMIT)
    const answer = (reply: object) => sendJson(response, 200, { Response: { ...reply, RequestId: randomUUID() } })
    const refused = refusalOf(request, body, options)
    if (refused) return answer({ Error: refused })
    const fault = options.faults.take('sms')
    if (fault?.kind === 'timeout') {
      setTimeout(() => response.destroy(), options.holdMs).unref()
      return
    }
    if (fault?.kind === 'error') {
      return answer({ Error: { Code: fault.code ?? 'InternalError', Message: 'The service failed on demand.' } })
    }
    const outcome = sendSms(parsed(body), options)
    if (fault?.kind === 'drop') response.destroy()
    else if (fault?.kind === 'hold') setTimeout(() => response.destroy(), options.holdMs).unref()
    else answer(Array.isArray(outcome) ? { SendStatusSet: outcome } : { Error: outcome })
  }

const parsed = (body: Buffer): Record<string, unknown> => {
  try {
    return parseJson(body)
  } catch (thrown) {
    if (thrown instanceof BodyError) return {}
    throw thrown
  }
}

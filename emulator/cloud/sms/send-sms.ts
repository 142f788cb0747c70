/**
 * SendSms of Tencent Cloud SMS (API 2021-01-11): checks what the provider checks, renders the template and records one
 * message per number. Role: the request's meaning; signature and HTTP are in sms-handler.ts.
 * Kept limits: 200 numbers a call, all Chinese or all foreign, E.164, template and its parameter count.
 */
import { randomUUID } from 'node:crypto'
import type { MessageLog } from '../messages/message-log'

export type SmsTemplates = Record<string, string>
export type SendStatus = {
  SerialNo: string
  PhoneNumber: string
  Fee: number
  SessionContext: string
  Code: string
  Message: string
  IsoCode: string
}
export type SmsError = { Code: string; Message: string }
type Request = Record<string, unknown>

const MAX_NUMBERS = 200
const E164 = /^\+[1-9]\d{5,14}$/

export type SendSmsOptions = { messages: MessageLog; templates: SmsTemplates | undefined; now: () => number }

/** Sends to every number; an array of statuses, or the error that refuses the whole call. */
export const sendSms = (request: Request, options: SendSmsOptions): SendStatus[] | SmsError => {
  const numbers = request.PhoneNumberSet
  for (const name of ['PhoneNumberSet', 'SmsSdkAppId', 'TemplateId']) {
    if (request[name] === undefined) return { Code: 'MissingParameter', Message: `Missing required parameter ${name}.` }
  }
  if (!Array.isArray(numbers) || numbers.length === 0) {
    return {
      Code: 'InvalidParameterValue.ContentLengthLimit',
      Message: 'PhoneNumberSet must hold at least one number.',
    }
  }
  if (numbers.length > MAX_NUMBERS) {
    return { Code: 'LimitExceeded.PhoneNumberCountLimit', Message: `At most ${MAX_NUMBERS} numbers in one call.` }
  }
  const chinese = numbers.filter((number) => String(number).startsWith('+86')).length
  if (chinese > 0 && chinese < numbers.length) {
    return {
      Code: 'UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber',
      Message: 'One call holds Chinese numbers or foreign ones, not both.',
    }
  }
  return numbers.map((number) => sendOne(String(number), request, options))
}

const sendOne = (number: string, request: Request, { messages, templates, now }: SendSmsOptions): SendStatus => {
  const template = String(request.TemplateId)
  const params = Array.isArray(request.TemplateParamSet) ? request.TemplateParamSet.map(String) : []
  const rendered = render(template, params, templates)
  const failure = E164.test(number)
    ? rendered.failure
    : { Code: 'InvalidParameterValue.IncorrectPhoneNumber', Message: 'The phone number is not in E.164 format.' }
  if (!failure) {
    const sign = typeof request.SignName === 'string' && request.SignName !== '' ? `【${request.SignName}】` : ''
    messages.record({ at: now(), channel: 'sms', to: number, template, params, text: sign + rendered.text })
  }
  return {
    SerialNo: failure ? '' : `2021:${randomUUID()}`,
    PhoneNumber: number,
    Fee: failure ? 0 : 1,
    SessionContext: String(request.SessionContext ?? ''),
    Code: failure?.Code ?? 'Ok',
    Message: failure?.Message ?? 'send success',
    IsoCode: number.startsWith('+86') ? 'CN' : '',
  }
}

/** The text a reader gets. Without any known templates, the template's number and its parameters. */
const render = (
  template: string,
  params: readonly string[],
  templates: SmsTemplates | undefined,
): { text: string; failure?: SmsError } => {
  if (!templates) return { text: [template, ...params].join(' ') }
  const pattern = templates[template]
  if (pattern === undefined) {
    const Message = 'The template does not exist or is not approved.'
    return { text: '', failure: { Code: 'FailedOperation.TemplateIncorrectOrUnapproved', Message } }
  }
  const wanted = new Set(pattern.match(/\{\d+\}/g)).size
  if (wanted !== params.length) {
    const Message = `The template takes ${wanted} parameters, not ${params.length}.`
    return { text: '', failure: { Code: 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate', Message } }
  }
  return { text: pattern.replace(/\{(\d+)\}/g, (_, at: string) => params[Number(at) - 1] ?? '') }
}

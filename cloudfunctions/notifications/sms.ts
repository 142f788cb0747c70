/**
 * Text messages by Tencent Cloud SMS, SendSms of 2021-01-11: mainland and international numbers by one call. The texts
 * are registered with the provider beforehand; SMS_TEMPLATES names the provider's template for each of ours, and may
 * name another one for numbers outside the mainland ("review_approved.en.overseas"), where templates are registered
 * separately.
 */
import { type MessageParameters, messageTemplates, type TemplateKey } from '../../domain/notifications/templates'
import type { Instant } from '../../domain/time/shanghai'
import { secretText } from '../_kit/keys'
import { authorization } from './tc3'

/** One text for up to 200 E.164 numbers, all of them of the mainland or none. */
export type Sms = { phones: readonly string[]; template: TemplateKey; parameters: MessageParameters }

type SendStatus = { Code: string }
type Reply = { Response?: { SendStatusSet?: SendStatus[]; Error?: { Code: string } } }

const endpoint = new URL(secretText('SMS_ENDPOINT'))
const secret = { id: secretText('SMS_SECRET_ID'), key: secretText('SMS_SECRET_KEY') }
const application = secretText('SMS_APP_ID')
const sign = secretText('SMS_SIGN')
const templates = readTemplates(secretText('SMS_TEMPLATES'))

const TIMEOUT_MS = 8_000
const REGION = 'ap-guangzhou'
const MAINLAND = '+86'

/**
 * Hands a text to the provider.
 * @returns for each number, in order, the code of its refusal, or null when it was accepted
 * @throws when the provider cannot be reached or does not answer in time
 */
export async function sendSms(sms: Sms, now: Instant): Promise<(string | null)[]> {
  const body = JSON.stringify(requestOf(sms))
  const headers = { 'content-type': 'application/json; charset=utf-8', host: endpoint.host }
  const timestamp = Math.floor(now / 1000)
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      ...headers,
      authorization: authorization({ secret, service: 'sms', headers, body, timestamp }),
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-region': REGION,
      'x-tc-timestamp': String(timestamp),
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return readReply((await response.json()) as Reply, sms.phones)
}

function requestOf({ phones, template, parameters }: Sms) {
  const isMainland = phones[0]?.startsWith(MAINLAND) ?? false
  return {
    PhoneNumberSet: phones,
    SmsSdkAppId: application,
    TemplateId: (isMainland ? undefined : templates[`${template}.overseas`]) ?? templates[template],
    TemplateParamSet: parameters,
    // The signature is a thing of the mainland; overseas it is refused or ignored.
    ...(isMainland && { SignName: sign }),
  }
}

function readReply({ Response }: Reply, phones: readonly string[]): (string | null)[] {
  const refusal = Response?.Error?.Code
  const statuses = Response?.SendStatusSet ?? []
  return phones.map((_, index) => {
    const code = refusal ?? statuses[index]?.Code ?? 'InternalError.NoAnswer'
    return code === 'Ok' ? null : code
  })
}

function readTemplates(json: string): Record<string, string> {
  const ids: unknown = JSON.parse(json)
  const known = typeof ids === 'object' && ids !== null ? (ids as Record<string, string>) : {}
  const missing = Object.keys(messageTemplates).filter((key) => typeof known[key] !== 'string')
  if (missing.length > 0) {
    throw new Error(`The environment variable SMS_TEMPLATES names no template for ${missing.join(', ')}.`)
  }
  return known
}

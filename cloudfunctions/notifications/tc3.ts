/**
 * TC3-HMAC-SHA256, the request signature of Tencent Cloud API 3.0: the whole of what the SMS call needs of an SDK that
 * would add half a megabyte (docs/decisions/0004-sms-client.md). Source: the provider's "Signature Method v3"; its
 * worked example is the test.
 */
import { createHash, createHmac } from 'node:crypto'

const ALGORITHM = 'TC3-HMAC-SHA256'

export type SignedRequest = {
  secret: { id: string; key: string }
  /** "sms", "cvm" … */
  service: string
  /** Headers to sign, names in lower case; at least content-type and host. */
  headers: Readonly<Record<string, string>>
  body: string
  /** Seconds since 1970; the provider accepts five minutes of difference. */
  timestamp: number
}

/** The Authorization header of a POST to "/". */
export function authorization({ secret, service, headers, body, timestamp }: SignedRequest): string {
  const names = Object.keys(headers).sort()
  const signedHeaders = names.join(';')
  const canonicalHeaders = names.map((name) => `${name}:${headers[name]?.trim().toLowerCase()}\n`).join('')
  const canonicalRequest = ['POST', '/', '', canonicalHeaders, signedHeaders, sha256(body)].join('\n')
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const text = [ALGORITHM, timestamp, scope, sha256(canonicalRequest)].join('\n')
  const key = [date, service, 'tc3_request'].reduce<string | Buffer>(hmac, `TC3${secret.key}`)
  const signature = hmac(key, text).toString('hex')
  return `${ALGORITHM} Credential=${secret.id}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

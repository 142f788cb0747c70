/**
 * Checks the TC3-HMAC-SHA256 signature of a Tencent Cloud API 3.0 request, the way the provider does, so that the
 * product's own client is proven. Source: the provider's "signature method v3" document.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export type Secret = { id: string; key: string }
export type SignatureVerdict = 'ok' | 'malformed' | 'unknown-secret-id' | 'expired' | 'wrong'

/** How far the request's time may be from the provider's (s). */
const TOLERANCE = 300

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/(\w+)\/tc3_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/

/** `now` is the provider's clock (epoch ms); `paths` are the canonical URIs that may have been signed. */
export const checkSignature = (
  request: { headers: IncomingHttpHeaders; body: Buffer; paths: readonly string[] },
  secret: Secret,
  now: number,
): SignatureVerdict => {
  const parts = AUTHORIZATION.exec(request.headers.authorization ?? '')
  const timestamp = Number(request.headers['x-tc-timestamp'])
  if (!parts || !Number.isInteger(timestamp)) return 'malformed'
  const [, id, date = '', service = '', signedHeaders = '', signature = ''] = parts
  if (id !== secret.id) return 'unknown-secret-id'
  if (new Date(timestamp * 1000).toISOString().slice(0, 10) !== date) return 'malformed'
  if (Math.abs(now / 1000 - timestamp) > TOLERANCE) return 'expired'
  const names = signedHeaders.split(';')
  if (!names.includes('host') || !names.includes('content-type')) return 'malformed'
  const headers = names
    .map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .toLowerCase()}\n`,
    )
    .join('')
  const scope = `${date}/${service}/tc3_request`
  const key = hmac(hmac(hmac(`TC3${secret.key}`, date), service), 'tc3_request')
  const matches = request.paths.some((path) => {
    const canonical = ['POST', path, '', headers, signedHeaders, sha256(request.body)].join('\n')
    const expected = hmac(key, ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n'))
    return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
  })
  return matches ? 'ok' : 'wrong'
}

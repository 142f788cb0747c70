/**
 * Tencent Cloud API 3.0 for CloudBase (tcb) and its functions (scf), as far as a deployment needs it: signed POSTs with
 * JSON. The signature is that of the text messages (cloudfunctions/notifications/tc3). Why no SDK: docs/decisions/0024.
 */
import { authorization } from '../../cloudfunctions/notifications/tc3'

const VERSIONS = { tcb: '2018-06-08', scf: '2018-04-16' } as const
const TRIES = 5
const FIRST_PAUSE_MS = 500
const TIMEOUT_MS = 60_000
/** Refusals that pass by themselves. */
const PASSING = /^(RequestLimitExceeded|InternalError|ResourceInUse\.\w*Updating|FailedOperation\.\w*Status)/

export type Reply = Readonly<Record<string, any>>
export type TencentApi = (service: keyof typeof VERSIONS, action: string, parameters: object) => Promise<Reply>

/** What the platform said no to. The message is the platform's own. */
export class CloudRefusal extends Error {
  constructor(
    readonly action: string,
    readonly code: string,
    message: string,
  ) {
    super(`${action}: ${code}: ${message}`)
  }
}

export type ApiOptions = {
  secret: { id: string; key: string }
  region: string
  /** Another address than Tencent's; for tests. */
  address?: (service: string) => string
  pause: (milliseconds: number) => Promise<void>
}

/**
 * Calls an action. What passes by itself (limits, a server's failure, no network) is tried again with growing pauses.
 * @throws CloudRefusal
 */
export function tencentApi({ address = official, pause, ...signing }: ApiOptions): TencentApi {
  return async (service, action, parameters) => {
    for (let round = 1; ; round += 1) {
      try {
        return await post({
          url: new URL(address(service)),
          service,
          action,
          body: JSON.stringify(parameters),
          ...signing,
        })
      } catch (error) {
        const isPassing = !(error instanceof CloudRefusal) || PASSING.test(error.code)
        if (!isPassing || round === TRIES) {
          throw error
        }
        await pause(FIRST_PAUSE_MS * 2 ** (round - 1))
      }
    }
  }
}

function official(service: string): string {
  return `https://${service}.tencentcloudapi.com`
}

type Request = Pick<ApiOptions, 'secret' | 'region'> & {
  url: URL
  service: keyof typeof VERSIONS
  action: string
  body: string
}

async function post({ url, service, action, body, secret, region }: Request): Promise<Reply> {
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = { 'content-type': 'application/json; charset=utf-8', host: url.host }
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...headers,
      authorization: authorization({ secret, service, headers, body, timestamp }),
      'x-tc-action': action,
      'x-tc-version': VERSIONS[service],
      'x-tc-region': region,
      'x-tc-timestamp': String(timestamp),
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const { Response } = (await response.json()) as { Response: Reply }
  if (Response.Error) {
    throw new CloudRefusal(action, Response.Error.Code, Response.Error.Message)
  }
  return Response
}

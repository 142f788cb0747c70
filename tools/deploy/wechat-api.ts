/**
 * Which of WeChat's server APIs a cloud function may call (permissions.openapi of its config.json). WeChat keeps that apart
 * from the function and takes it from DevTools or by this API; miniprogram-ci does not send it. Source: WeChat's documents
 * of /tcb/getfuncconfig and /tcb/uploadfuncconfig, type 1.
 */
const PERMISSIONS = 1
const NOTHING_THERE = 85089
const ADDRESS = 'https://api.weixin.qq.com'
const TIMEOUT_MS = 20_000

export type WechatApi = {
  readOpenapi: (name: string) => Promise<string[]>
  writeOpenapi: (name: string, openapi: readonly string[]) => Promise<void>
}

export type WechatOptions = { appid: string; secret: string; environment: string; address?: string }

/** @throws Error with WeChat's code and words */
export function wechatApi({ appid, secret, environment, address = ADDRESS }: WechatOptions): WechatApi {
  let token: Promise<string> | undefined
  const ask = async (path: string, body: object, tolerated?: number) => {
    token ??= readToken(address, { appid, secret })
    const reply = await post(`${address}${path}?access_token=${encodeURIComponent(await token)}`, body)
    if (reply.errcode && reply.errcode !== tolerated) {
      throw new Error(`${path}: ${reply.errcode} ${reply.errmsg}`)
    }
    return reply
  }
  return {
    readOpenapi: async (name) => {
      const question = { type: PERMISSIONS, env: environment, function_name: name }
      const { config = '{}' } = await ask('/tcb/getfuncconfig', question, NOTHING_THERE)
      return JSON.parse(config || '{}').permissions?.openapi ?? []
    },
    writeOpenapi: async (name, openapi) => {
      const config = JSON.stringify({ permissions: { openapi } })
      await ask('/tcb/uploadfuncconfig', { type: PERMISSIONS, env: environment, function_name: name, config })
    },
  }
}

async function readToken(address: string, account: { appid: string; secret: string }): Promise<string> {
  const reply = await post(`${address}/cgi-bin/stable_token`, { grant_type: 'client_credential', ...account })
  if (!reply.access_token) {
    throw new Error(`WeChat gives no access token: ${reply.errcode} ${reply.errmsg}`)
  }
  return reply.access_token
}

async function post(url: string, body: object): Promise<Record<string, any>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return (await response.json()) as Record<string, any>
}

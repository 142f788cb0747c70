/**
 * The door to CloudBase: one initialised SDK, one database, and who is calling. Everything that talks to the platform
 * starts here, so that pointing a function at another environment is a matter of environment variables alone.
 *
 * The database is opened through node-sdk only: its request class is static, and a second `.database()` by another SDK
 * would replace it (docs/deploy.md).
 */
import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk'

// Inside a cloud function the SDK keeps no connection open unless told to; a new TLS handshake for every query costs
// more than the query.
export const app = init({ env: SYMBOL_CURRENT_ENV as unknown as string, keepalive: true })

export const database = app.database()

/**
 * The caller's OPENID as the platform vouches for it, or '' when a timer or another function calls. It stands in the
 * process environment: read it before the first await, or another invocation may have replaced it.
 */
export function callerOpenid(): string {
  // Only the keys that the platform lists for this invocation count, so a value left over from an earlier one is not
  // read. Values that consist of digits may arrive as numbers.
  return String(app.auth().getUserInfo().openId ?? '')
}

/** The caller's UnionID, or '' when WeChat gives none; the same rules as for {@link callerOpenid}. */
export function callerUnionid(): string {
  const { WX_CONTEXT_KEYS = '', WX_UNIONID = '' } = process.env
  return WX_CONTEXT_KEYS.split(',').includes('WX_UNIONID') ? WX_UNIONID : ''
}

/** Calls another cloud function of this environment. @param timeout milliseconds until the caller stops waiting */
export async function callFunction(name: string, data: object, timeout: number): Promise<void> {
  await app.callFunction({ name, data }, { timeout })
}

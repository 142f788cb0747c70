/**
 * Who calls a function and how, and what the function sees of it: the WX_ variables that getWXContext reads, and the
 * fields that WeChat adds to the event. Identity comes from the platform, never from the event.
 */

export type Caller =
  /** A mini program on a phone. */
  | { kind: 'phone'; openid: string; appid: string; unionid?: string }
  /** Another function, for the phone that called it when there was one. */
  | { kind: 'function'; phone: { openid: string; appid: string; unionid?: string } | null }
  | { kind: 'timer' }
  | { kind: 'http' }

/** The phone on whose behalf the call runs. */
export const phoneOf = (caller: Caller) => {
  if (caller.kind === 'phone') return caller
  return caller.kind === 'function' ? caller.phone : null
}

/** Environment variables of one invocation. */
export const environmentOf = (caller: Caller): Record<string, string> => {
  const phone = phoneOf(caller)
  if (!phone) return caller.kind === 'timer' ? { TRIGGER_SRC: 'timer' } : {}
  const identity: Record<string, string> = {
    WX_CLIENTIP: '127.0.0.1',
    WX_OPENID: phone.openid,
    WX_APPID: phone.appid,
    ...(phone.unionid === undefined ? {} : { WX_UNIONID: phone.unionid }),
  }
  return {
    ...identity,
    WX_CONTEXT_KEYS: Object.keys(identity).join(','),
    TCB_SOURCE: caller.kind === 'phone' ? 'wx_client' : 'wx_client,scf',
  }
}

/** The event as the function gets it: WeChat adds `userInfo` to calls from a phone. */
export const eventFor = (caller: Caller, data: unknown): unknown => {
  if (caller.kind !== 'phone') return data
  const fields = typeof data === 'object' && data !== null ? data : {}
  return { ...fields, userInfo: { appId: caller.appid, openId: caller.openid } }
}

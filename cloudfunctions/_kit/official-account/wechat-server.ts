/**
 * WeChat's server as the official account asks it: JSON over HTTPS, refusals as numbers. The AppSecret and tokens never stand in
 * an error or a log.
 */
import * as v from 'valibot'
import type { Instant } from '../../../domain/time/shanghai'
import { account } from './account'

/** WeChat did not answer in time, or nothing that can be read. */
export class Unreachable extends Error {
  constructor() {
    super('The server of WeChat did not answer')
    this.name = 'Unreachable'
  }
}

/** WeChat's refusal; `number` is its errcode. */
export class Refused extends Error {
  constructor(readonly number: number) {
    super(`The server of WeChat refused with ${number}`)
    this.name = 'Refused'
  }
}

type Question = {
  method: 'GET' | 'POST'
  /** Beginning with a slash. */
  path: string
  query?: Record<string, string>
  body?: object
  /** Epoch milliseconds. */
  deadline: number
}

const failure = v.object({ errcode: v.pipe(v.number(), v.notValue(0)) })
const tokenAnswer = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() })

/** Asks one question. @throws Unreachable, Refused */
export async function ask({ method, path, query = {}, body, deadline }: Question): Promise<unknown> {
  const address = `${account?.api}${path}?${new URLSearchParams(query)}`
  const signal = AbortSignal.timeout(Math.max(1, deadline - Date.now()))
  // WeChat takes names as they are and shows \u escapes as typed, so the body is JSON with the characters themselves.
  const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8' } }
  let answer: unknown
  try {
    answer = await (await fetch(address, { method, signal, ...sent })).json()
  } catch {
    // The error would quote the address, and the token in it.
    throw new Unreachable()
  }
  const failed = v.safeParse(failure, answer)
  if (failed.success) {
    throw new Refused(failed.output.errcode)
  }
  return answer
}

/**
 * Asks for an access token that others who ask get, too.
 * @param force a new one even though the last one should still be valid
 */
export async function askForToken({
  force,
  deadline,
}: {
  force: boolean
  deadline: number
}): Promise<{ token: string; expiresAt: Instant }> {
  const body = {
    grant_type: 'client_credential',
    appid: account?.appid,
    secret: account?.secret,
    force_refresh: force,
  }
  const path = account?.tokenPath ?? ''
  const answer = v.safeParse(tokenAnswer, await ask({ method: 'POST', path, body, deadline }))
  if (!answer.success) {
    throw new Unreachable()
  }
  return { token: answer.output.access_token, expiresAt: Date.now() + answer.output.expires_in * 1000 }
}

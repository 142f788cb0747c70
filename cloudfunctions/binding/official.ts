/** Questions to WeChat's server in the official account's name: with the token that everybody shares, renewed once if refused. */
import * as v from 'valibot'
import type { MenuErrorRefusal } from '../../domain/binding/menu-errors'
import { isTokenRefused, refusalOfNumber } from '../../domain/binding/menu-errors'
import { ok, type Result, refuse } from '../../domain/result'
import { accessToken, discard } from './token'
import { ask, Refused, Unreachable } from './wechat-server'

type Question = Omit<Parameters<typeof ask>[0], 'deadline'>

/** Asks; a token that WeChat refuses is renewed, once. @throws Unreachable, Refused */
export async function askWithToken(question: Question, deadline: number): Promise<unknown> {
  const token = await accessToken(deadline)
  const askBy = (text: string) => ask({ ...question, query: { access_token: text, ...question.query }, deadline })
  try {
    return await askBy(token.text)
  } catch (error) {
    if (!(error instanceof Refused && isTokenRefused(error.number))) {
      throw error
    }
  }
  await discard(token)
  return askBy((await accessToken(deadline)).text)
}

/** Like {@link askWithToken}, with refusals as values for the people who are told them. */
export async function tryToAsk(question: Question, deadline: number): Promise<Result<unknown, MenuErrorRefusal>> {
  try {
    return ok(await askWithToken(question, deadline))
  } catch (error) {
    if (error instanceof Unreachable) {
      return refuse('official_unreachable')
    }
    if (error instanceof Refused) {
      return refuse(refusalOfNumber(error.number), { number: error.number })
    }
    throw error
  }
}

const followerAnswer = v.object({ subscribe: v.number(), unionid: v.optional(v.string(), '') })

/** The UnionID of somebody who follows; '' when WeChat gives none. @throws Unreachable, Refused */
export async function unionidOf(follower: string, deadline: number): Promise<string> {
  const query = { openid: follower, lang: 'zh_CN' }
  const answer = await askWithToken({ method: 'GET', path: '/cgi-bin/user/info', query }, deadline)
  const read = v.safeParse(followerAnswer, answer)
  if (!read.success) {
    throw new Unreachable()
  }
  return read.output.unionid
}

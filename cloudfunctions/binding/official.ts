/** What the office and followers' events ask WeChat's server about. */
import * as v from 'valibot'
import type { MenuErrorRefusal } from '../../domain/binding/menu-errors'
import { refusalOfNumber } from '../../domain/binding/menu-errors'
import { ok, type Result, refuse } from '../../domain/result'
import { askWithToken, type Question } from '../_kit/official-account/ask-with-token'
import { Refused, Unreachable } from '../_kit/official-account/wechat-server'

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

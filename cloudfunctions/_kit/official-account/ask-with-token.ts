/** Questions to WeChat's server in the official account's name: with the token that everybody shares, renewed once if refused. */
import { isTokenRefused } from '../../../domain/binding/menu-errors'
import { accessToken, discard } from './token'
import { ask, Refused } from './wechat-server'

export type Question = Omit<Parameters<typeof ask>[0], 'deadline'>

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

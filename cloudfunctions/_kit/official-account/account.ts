/**
 * The official account that this environment belongs to, from environment variables; null when the university uses none, and
 * everything else of the product works without it.
 */
import { secretText } from '../keys'

export type OfficialAccount = {
  appid: string
  secret: string
  /** Address of WeChat's server, without a slash at its end. */
  api: string
  /** Where tokens are asked for below it: WeChat has renamed this before. */
  tokenPath: string
  /** AppID of the mini program that the menu and messages open. */
  miniProgram: string
}

const WECHAT = 'https://api.weixin.qq.com'

export const account: OfficialAccount | null = process.env.OFFICIAL_APP_ID ? readAccount() : null

function readAccount(): OfficialAccount {
  return {
    appid: secretText('OFFICIAL_APP_ID'),
    secret: secretText('OFFICIAL_APP_SECRET'),
    api: process.env.OFFICIAL_API || WECHAT,
    tokenPath: process.env.OFFICIAL_TOKEN_PATH || '/cgi-bin/stable_token',
    miniProgram: secretText('MINI_PROGRAM_APP_ID'),
  }
}

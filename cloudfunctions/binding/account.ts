/**
 * The official account that this environment belongs to, from environment variables; null when the university uses none, and
 * everything else of the product works without it. With OFFICIAL_AES_KEY messages are taken in safe mode only, so that nobody
 * can step back to the weaker one.
 */
import { secretText } from '../_kit/keys'

export type OfficialAccount = {
  appid: string
  secret: string
  /** What both sides sign with. */
  token: string
  /** 32 bytes; null: plain mode. */
  aesKey: Buffer | null
  /** Address of WeChat's server, without a slash at its end. */
  api: string
  /** Where tokens are asked for below it: WeChat has renamed this before. */
  tokenPath: string
  /** AppID of the mini program that the menu opens. */
  miniProgram: string
}

const WECHAT = 'https://api.weixin.qq.com'
/** Characters of an EncodingAESKey. */
const AES_KEY_LENGTH = 43

export const account: OfficialAccount | null = process.env.OFFICIAL_APP_ID ? readAccount() : null

function readAccount(): OfficialAccount {
  return {
    appid: secretText('OFFICIAL_APP_ID'),
    secret: secretText('OFFICIAL_APP_SECRET'),
    token: secretText('OFFICIAL_TOKEN', 3),
    aesKey: readAesKey(process.env.OFFICIAL_AES_KEY ?? ''),
    api: process.env.OFFICIAL_API || WECHAT,
    tokenPath: process.env.OFFICIAL_TOKEN_PATH || '/cgi-bin/stable_token',
    miniProgram: secretText('MINI_PROGRAM_APP_ID'),
  }
}

function readAesKey(text: string): Buffer | null {
  if (text === '') {
    return null
  }
  if (!/^[A-Za-z0-9]+$/.test(text) || text.length !== AES_KEY_LENGTH) {
    throw new Error(`The environment variable OFFICIAL_AES_KEY must be ${AES_KEY_LENGTH} letters and digits.`)
  }
  return Buffer.from(`${text}=`, 'base64')
}

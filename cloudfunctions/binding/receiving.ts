/**
 * How messages to the official account prove themselves, from environment variables; null when there is no account. With
 * OFFICIAL_AES_KEY they are taken in safe mode only, so that nobody can step back to the weaker one.
 */
import { secretText } from '../_kit/keys'
import { account } from '../_kit/official-account/account'

export type Receiving = {
  appid: string
  /** What both sides sign with. */
  token: string
  /** 32 bytes; null: plain mode. */
  aesKey: Buffer | null
}

/** Characters of an EncodingAESKey. */
const AES_KEY_LENGTH = 43

export const receiving: Receiving | null = account && {
  appid: account.appid,
  token: secretText('OFFICIAL_TOKEN', 3),
  aesKey: readAesKey(process.env.OFFICIAL_AES_KEY ?? ''),
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

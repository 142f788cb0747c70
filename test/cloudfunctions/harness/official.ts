/** The official account of a test cloud, and requests to its address as WeChat or a forger would make them. */
import type { OfficialAccount } from '../../../emulator/cloud/official-account/official-account'
import { encryptMessage, sign } from '../../../emulator/cloud/official-account/signing'
import { toXml } from '../../../emulator/cloud/official-account/xml'
import type { TestCloud } from './cloud'
import { functionKeys } from './keys'

/** The account. */
export function officialOf(ecard: TestCloud): OfficialAccount {
  const { officialAccount } = ecard.cloud.world
  if (!officialAccount) {
    throw new Error('This cloud was started without an official account.')
  }
  return officialAccount
}

/** A follower's event in XML. */
export function eventXml(ecard: TestCloud, fields: Record<string, string | number> = {}): string {
  return toXml({
    ToUserName: 'gh_tests',
    FromUserName: 'oFsomebody',
    CreateTime: seconds(ecard),
    MsgType: 'event',
    Event: 'subscribe',
    ...fields,
  })
}

export const seconds = (ecard: TestCloud) => Math.floor(ecard.now / 1000)

export type Sending = {
  timestamp?: string
  nonce?: string
  token?: string
  appid?: string
  key?: string
  /** Replaces what is sent after it was signed. */
  body?: string
  signature?: string
}

/** Sends a message in safe mode. */
export async function send(ecard: TestCloud, xml: string, sending: Sending = {}) {
  const { timestamp = String(seconds(ecard)), nonce = '42', token = functionKeys.OFFICIAL_TOKEN } = sending
  const { appid = functionKeys.OFFICIAL_APP_ID, key = functionKeys.OFFICIAL_AES_KEY } = sending
  const encrypted = encryptMessage(xml, appid, key)
  const { signature = sign(token, timestamp, nonce, encrypted) } = sending
  const query = { timestamp, nonce, encrypt_type: 'aes', msg_signature: signature }
  return post(ecard, query, sending.body ?? toXml({ ToUserName: 'gh_tests', Encrypt: encrypted }))
}

/** Any POST to the account's address. */
export async function post(ecard: TestCloud, query: Record<string, string>, body: string) {
  const address = `${ecard.cloud.url}/http/binding?${new URLSearchParams(query)}`
  const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': 'text/xml' } })
  return { status: response.status, text: await response.text() }
}

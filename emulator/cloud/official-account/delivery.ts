/**
 * How WeChat's server tells the university's server about a follower: a signed POST, at most five seconds for the answer, sent
 * three times until there is a good one. An answer is `success`, nothing, or a text for the person.
 */
import { randomBytes } from 'node:crypto'
import type { OfficialAccountSettings } from './official-account'
import { decryptMessage, encryptMessage, sign } from './signing'
import { fromXml, toXml } from './xml'

const TRIES = 3

export type Delivered = {
  /** How often it was sent. */
  tries: number
  /** HTTP statuses, 0 where nothing came in time. */
  statuses: number[]
  /** False: WeChat gave up. */
  answered: boolean
  /** What the person reads in the conversation; null: nothing. */
  text: string | null
}

type Address = { url: string; settings: OfficialAccountSettings; now: () => number; waitMs: number }

/** Delivers one event. */
export const deliver = async (fields: Record<string, string | number>, address: Address): Promise<Delivered> => {
  const statuses: number[] = []
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const answer = await post(toXml(fields), address)
    statuses.push(answer.status)
    const text = answer.status === 200 ? textOf(answer.body, address.settings) : undefined
    if (text !== undefined) return { tries, statuses, answered: true, text }
  }
  return { tries: TRIES, statuses, answered: false, text: null }
}

const post = async (xml: string, { url, settings, now, waitMs }: Address) => {
  const timestamp = String(Math.floor(now() / 1000))
  const nonce = String(randomBytes(4).readUInt32BE())
  const query = new URLSearchParams({ signature: sign(settings.token, timestamp, nonce), timestamp, nonce })
  let body = xml
  if (settings.encodingAesKey) {
    const encrypted = encryptMessage(xml, settings.appid, settings.encodingAesKey)
    body = toXml({ ToUserName: settings.name, Encrypt: encrypted })
    query.set('encrypt_type', 'aes')
    query.set('msg_signature', sign(settings.token, timestamp, nonce, encrypted))
  }
  const options = { method: 'POST', body, headers: { 'content-type': 'text/xml' }, signal: AbortSignal.timeout(waitMs) }
  try {
    const response = await fetch(`${url}?${query}`, options)
    return { status: response.status, body: await response.text() }
  } catch {
    return { status: 0, body: '' }
  }
}

/** The text for the person, null for none; undefined when WeChat would not take the answer. */
const textOf = (body: string, { token, encodingAesKey, appid }: OfficialAccountSettings): string | null | undefined => {
  if (body === 'success' || body === '') return null
  const outer = fromXml(body)
  if (!encodingAesKey) return outer?.Content
  const { Encrypt = '', MsgSignature, TimeStamp = '', Nonce = '' } = outer ?? {}
  if (sign(token, TimeStamp, Nonce, Encrypt) !== MsgSignature) return undefined
  const inner = decryptMessage(Encrypt, encodingAesKey)
  return inner.appid === appid ? fromXml(inner.message)?.Content : undefined
}

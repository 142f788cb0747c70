/**
 * `/binding`: what WeChat's server sends to the official account. It proves itself by its signature; nothing is read before
 * that has been checked. It waits five seconds and sends again, three times in all. Rules: domain/binding/signature and event.
 */
import { type FollowerEvent, readEvent } from '../../domain/binding/event'
import { isRecent } from '../../domain/binding/signature'
import { welcomeText } from '../../domain/binding/welcome'
import type { Instant } from '../../domain/time/shanghai'
import { type HttpRequest, type HttpResponse, MOST_BODY_BYTES, respond, respondText } from '../_kit/http'
import { decrypt, encrypt } from './cipher'
import { takeEvent } from './followers'
import { type Receiving, receiving } from './receiving'
import { isSignature, signatureOf } from './signature'
import { readXml, writeXml } from './xml'

/** So long WeChat may be asked who a follower is, milliseconds; of the five seconds the rest is for the database. */
const LOOK_UP_MS = 2_500
const SUCCESS = 'success'
const ECHO = /^[\w+/=-]{1,256}$/

export async function receive(request: HttpRequest, now: Instant): Promise<HttpResponse> {
  if (!receiving) {
    return respond(404, { code: 'official_off' })
  }
  if (request.method === 'GET') {
    return answerCheck(request, receiving, now)
  }
  if (request.method !== 'POST') {
    return respond(405, { code: 'method_not_allowed' }, { allow: 'GET, POST' })
  }
  if (request.body.length > MOST_BODY_BYTES) {
    return respond(413, { code: 'body_too_large' })
  }
  const message = open(request, receiving, now)
  if ('refused' in message) {
    return message.refused
  }
  const event = readEvent(message.fields)
  if (event === null) {
    return respond(400, { code: 'bad_request' })
  }
  if (event === 'other') {
    return respondText(SUCCESS, 'text/plain')
  }
  await takeEvent(event, now, Date.now() + LOOK_UP_MS)
  return event.kind === 'subscribe' ? welcome(event, receiving, now) : respondText(SUCCESS, 'text/plain')
}

/** The check of the address when it is entered on WeChat's website. */
function answerCheck(request: HttpRequest, { token }: Receiving, now: Instant): HttpResponse {
  const signed = signedBy(request)
  const echo = request.query('echostr')
  if (!isRecent(signed.timestamp, now) || !isSignature(request.query('signature'), token, signed)) {
    return respond(403, { code: 'signature_wrong' })
  }
  return ECHO.test(echo) ? respondText(echo, 'text/plain') : respond(400, { code: 'bad_request' })
}

type Message = { fields: Record<string, string> } | { refused: HttpResponse }

function open(request: HttpRequest, { token, aesKey, appid }: Receiving, now: Instant): Message {
  const signed = signedBy(request)
  if (!isRecent(signed.timestamp, now)) {
    return { refused: respond(403, { code: 'signature_stale' }) }
  }
  if (!aesKey) {
    const isRight = isSignature(request.query('signature'), token, signed)
    return isRight ? read(request.body) : { refused: respond(403, { code: 'signature_wrong' }) }
  }
  // The signature of safe mode covers the ciphertext, so that has to be taken out first.
  const envelope = read(request.body)
  if ('refused' in envelope) {
    return envelope
  }
  const { Encrypt: encrypted = '' } = envelope.fields
  if (!isSignature(request.query('msg_signature'), token, signed, encrypted)) {
    return { refused: respond(403, { code: 'signature_wrong' }) }
  }
  const text = decrypt(encrypted, appid, aesKey)
  return text === null ? { refused: respond(403, { code: 'not_for_this_account' }) } : read(Buffer.from(text))
}

function read(body: Buffer): Message {
  const fields = readXml(utf8(body))
  return fields ? { fields } : { refused: respond(400, { code: 'not_xml' }) }
}

// What is not UTF-8 becomes a text that is not XML.
function utf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return ''
  }
}

function signedBy({ query }: HttpRequest) {
  return { timestamp: query('timestamp'), nonce: query('nonce') }
}

function welcome(event: FollowerEvent, to: Receiving, now: Instant): HttpResponse {
  const seconds = String(Math.floor(now / 1000))
  const text = writeXml({
    ToUserName: event.follower,
    FromUserName: event.account,
    CreateTime: seconds,
    MsgType: 'text',
    Content: welcomeText(),
  })
  return respondText(to.aesKey ? sealed(text, to, to.aesKey, seconds) : text, 'application/xml')
}

function sealed(text: string, { token, appid }: Receiving, aesKey: Buffer, timestamp: string): string {
  const encrypted = encrypt(text, appid, aesKey)
  const nonce = signatureOf(encrypted, { timestamp, nonce: '' }).slice(0, 16)
  return writeXml({
    Encrypt: encrypted,
    MsgSignature: signatureOf(token, { timestamp, nonce }, encrypted),
    TimeStamp: timestamp,
    Nonce: nonce,
  })
}

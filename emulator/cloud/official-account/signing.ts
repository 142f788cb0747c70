/**
 * WeChat's side of signing and of safe mode, written from its documentation alone and sharing nothing with the product, so that
 * the two check each other.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const BLOCK = 32

/** SHA-1 over the parts, sorted and joined, hex. */
export const sign = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex')

const keyOf = (encodingAesKey: string) => Buffer.from(`${encodingAesKey}=`, 'base64')

/** Encrypts a message for the account with this EncodingAESKey (43 characters). */
export const encryptMessage = (message: string, appid: string, encodingAesKey: string): string => {
  const key = keyOf(encodingAesKey)
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const body = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid)])
  const fill = BLOCK - (body.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(body), cipher.update(Buffer.alloc(fill, fill)), cipher.final()]).toString(
    'base64',
  )
}

/** Decrypts an answer. */
export const decryptMessage = (encrypted: string, encodingAesKey: string): { message: string; appid: string } => {
  const key = keyOf(encodingAesKey)
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()])
  const body = padded.subarray(0, padded.length - (padded[padded.length - 1] ?? 0))
  const end = 20 + body.readUInt32BE(16)
  return { message: body.subarray(20, end).toString(), appid: body.subarray(end).toString() }
}

/**
 * What is inside a ciphertext of WeChat's safe mode: 16 random bytes ‖ length of the message, 4 bytes big-endian ‖ message,
 * UTF-8 ‖ AppID; filled up to a multiple of 32 bytes after PKCS#7. The AES around it is the function's (AES-256-CBC, the key's
 * first 16 bytes as initialisation vector). Source: WeChat's documentation of message encryption.
 */
import { concatBytes, readUint, writeUint } from '../pass/bytes'
import { utf8Decode, utf8Encode } from '../pass/utf8'

const BLOCK = 32
const RANDOM = 16
const LENGTH = 4

/** Fills the block for a message. @param random 16 bytes that nobody can foretell */
export function packEnvelope(random: Uint8Array, message: string, appid: string): Uint8Array {
  const text = utf8Encode(message)
  const length = new Uint8Array(LENGTH)
  writeUint(length, 0, LENGTH, text.length)
  const body = concatBytes(random, length, text, utf8Encode(appid))
  const fill = BLOCK - (body.length % BLOCK)
  return concatBytes(body, new Uint8Array(fill).fill(fill))
}

/** The message in a decrypted block; null unless it is whole and meant for this account. */
export function openEnvelope(block: Uint8Array, appid: string): string | null {
  const body = withoutFill(block)
  if (!body || body.length < RANDOM + LENGTH) {
    return null
  }
  const end = RANDOM + LENGTH + readUint(body, RANDOM, LENGTH)
  if (end > body.length || utf8Decode(body.subarray(end)) !== appid) {
    return null
  }
  return utf8Decode(body.subarray(RANDOM + LENGTH, end))
}

function withoutFill(block: Uint8Array): Uint8Array | null {
  const fill = block[block.length - 1] ?? 0
  if (block.length % BLOCK !== 0 || fill < 1 || fill > BLOCK) {
    return null
  }
  const end = block.length - fill
  return block.subarray(end).every((byte) => byte === fill) ? block.subarray(0, end) : null
}

/**
 * Base64 (RFC 4648, section 4): how the office hands over the status list, and how this phone stores it. WeChat's own
 * conversion is no longer maintained and Node's is not on a phone.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CANONICAL = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The text of bytes, padded. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
    const group = (one << 16) | (two << 8) | three
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63])
    text += letters.join('')
  }
  const padding = (3 - (bytes.length % 3)) % 3
  return padding === 0 ? text : text.slice(0, -padding) + '='.repeat(padding)
}

/** The bytes of a padded text, or null when it is none. */
export function fromBase64(text: string): Uint8Array | null {
  if (!CANONICAL.test(text)) {
    return null
  }
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='))
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    let group = 0
    for (let index = at; index < at + 4; index += 1) {
      group = (group << 6) | Math.max(0, ALPHABET.indexOf(text[index] ?? ''))
    }
    bytes.set([group >> 16, (group >> 8) & 255, group & 255].slice(0, bytes.length - to), to)
  }
  return bytes
}

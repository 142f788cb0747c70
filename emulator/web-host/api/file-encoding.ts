// Strings and buffers to bytes and back, in the encodings of FileSystemManager.

export type Bytes = Uint8Array<ArrayBuffer>

/** The bytes of what a mini program wants to write: a string in some encoding, or a buffer. */
export function encode(data: unknown, encoding = 'utf8'): Bytes {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer)
  const text = String(data)
  if (encoding === 'base64') return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  if (encoding === 'hex') return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (/^(latin1|binary|ascii)$/.test(encoding)) return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  return new TextEncoder().encode(text) as Bytes
}

/** Bytes as a mini program wants to read them: a string in some encoding, or a buffer without one. */
export function decode(bytes: Bytes, encoding?: string): ArrayBuffer | string {
  if (!encoding) return bytes.slice().buffer
  if (encoding === 'base64') return btoa(latin1(bytes))
  if (encoding === 'hex') return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (/^(latin1|binary|ascii)$/.test(encoding)) return latin1(bytes)
  return new TextDecoder().decode(bytes)
}

const latin1 = (bytes: Bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

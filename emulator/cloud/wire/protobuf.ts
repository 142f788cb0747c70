/**
 * The two protobuf messages of wx.openApi, and no more of protobuf than they need.
 *   CommApiData       2: { 1: repeated pair { 1: key, 2: value as JSON text } }
 *   CommOpenApiResp   1: response bytes, 2: content type, 4: HTTP status
 */
import type { Fields } from '../engine/document'
import { invalidParameter } from '../errors'

type ProtobufFields = Map<number, Buffer[]>

const VARINT = 0
const BYTES = 2

/** Splits a message into its fields; numbers are skipped because none is needed. */
const fieldsOf = (message: Buffer): ProtobufFields => {
  const fields: ProtobufFields = new Map()
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++]
      if (byte === undefined || factor > 2 ** 49) throw invalidParameter('malformed protobuf')
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const tag = varint()
    const type = tag % 8
    if (type === VARINT) {
      varint()
      continue
    }
    if (type !== BYTES) throw invalidParameter('unexpected protobuf field')
    const length = varint()
    if (at + length > message.length) throw invalidParameter('malformed protobuf')
    const number = Math.floor(tag / 8)
    fields.set(number, [...(fields.get(number) ?? []), message.subarray(at, at + length)])
    at += length
  }
  return fields
}

/** The arguments of an openapi call: each value is JSON; what is not (a file) stays bytes. */
export const decodeOpenapiArguments = (message: Buffer): Fields => {
  const data = fieldsOf(message).get(2)?.[0]
  const out: Fields = {}
  for (const pair of data ? (fieldsOf(data).get(1) ?? []) : []) {
    const parts = fieldsOf(pair)
    const key = parts.get(1)?.[0]?.toString()
    if (key) out[key] = jsonOrBytes(parts.get(2)?.[0] ?? Buffer.alloc(0))
  }
  return out
}

const jsonOrBytes = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return bytes
  }
}

const varintBytes = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return Buffer.from([...bytes, rest])
}

const bytesField = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([varintBytes(number * 8 + BYTES), varintBytes(bytes.length), bytes])

/** The reply message of an openapi call. */
export const encodeOpenapiReply = (contentType: string, body: Buffer): Buffer =>
  Buffer.concat([
    bytesField(1, body),
    bytesField(2, Buffer.from(contentType)),
    varintBytes(4 * 8 + VARINT),
    varintBytes(200),
  ])

/**
 * A second reader and writer of the status list, made from the description in domain/gate/status-list-layout.ts and using
 * nothing of domain/: bits are texts of 0 and 1, Ed25519 is Node's OpenSSL. The vectors must mean the same to both.
 */
import { isSigned } from '../pass/independent'

export type State = { sequence: number; issued: number; notAfter: number; revoked: number[]; suspended: number[] }
export type Reading = { code: string } | { code: 'ok'; state: State }

class Malformed extends Error {}

const bitsOf = (data: Buffer) => [...data].map((byte) => byte.toString(2).padStart(8, '0')).join('')
const bytesOf = (bits: string) => Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
const word = (value: number, width: number) => value.toString(2).padStart(width, '0')

/** One section: of all parameters, tried one after another, the first that gives the shortest text. */
export function section(serials: readonly number[]): string {
  const sorted = [...serials].sort((a, b) => a - b)
  const gaps = sorted.map((serial, index) => serial - (sorted[index - 1] ?? -1) - 1)
  const costs = Array.from({ length: 24 }, (_, k) =>
    gaps.reduce((sum, gap) => sum + Math.floor(gap / 2 ** k) + 1 + k, 0),
  )
  const k = costs.indexOf(Math.min(...costs))
  const codes = gaps.map((gap) => `${'1'.repeat(Math.floor(gap / 2 ** k))}0${k > 0 ? word(gap % 2 ** k, k) : ''}`)
  const text = word(k, 8) + word(gaps.length, 24) + codes.join('')
  return text.padEnd(Math.ceil(text.length / 8) * 8, '0')
}

/** The bytes before the signature. */
export function body({ sequence, issued, notAfter, revoked, suspended }: State): Buffer {
  const head = Buffer.alloc(17)
  head.write('ECSL\x01', 'latin1')
  head.writeUInt32BE(issued / 1000, 5)
  head.writeUInt32BE(notAfter / 1000, 9)
  head.writeUInt32BE(sequence, 13)
  return Buffer.concat([head, bytesOf(section(revoked) + section(suspended))])
}

function readSection(text: string): { serials: number[]; rest: string } {
  const k = parseInt(text.slice(0, 8), 2)
  const count = parseInt(text.slice(8, 32), 2)
  const code = new RegExp(`(1*)0([01]{${k}})`, 'y')
  code.lastIndex = 32
  const serials: number[] = []
  for (let previous = -1; serials.length < count; ) {
    const [, ones, low] = code.exec(text) ?? []
    if (ones === undefined || low === undefined) {
      throw new Malformed()
    }
    previous += 1 + ones.length * 2 ** k + (low === '' ? 0 : parseInt(low, 2))
    serials.push(previous)
  }
  const end = Math.ceil((count === 0 ? 32 : code.lastIndex) / 8) * 8
  if (serials.some((serial) => serial > 0xffffff) || section(serials) !== text.slice(0, end)) {
    throw new Malformed()
  }
  return { serials, rest: text.slice(end) }
}

function readSections(data: Buffer, count: number): number[][] {
  let text = bitsOf(data)
  const found = Array.from({ length: count }, () => {
    const { serials, rest } = readSection(text)
    text = rest
    return serials
  })
  if (text !== '') {
    throw new Malformed()
  }
  return found
}

function readBody(data: Buffer): State {
  const [revoked = [], suspended = []] = readSections(data.subarray(17), 2)
  const issued = data.readUInt32BE(5) * 1000
  const notAfter = data.readUInt32BE(9) * 1000
  if (issued > notAfter || revoked.some((serial) => suspended.includes(serial))) {
    throw new Malformed()
  }
  return { sequence: data.readUInt32BE(13), issued, notAfter, revoked, suspended }
}

/** Reads a list as a gate must. */
export function read(data: Buffer, publicKeys: readonly Buffer[], lastSequence: number, now: number): Reading {
  if (data.length > 262_144 || data.length < 64 || data.subarray(0, 5).toString('latin1') !== 'ECSL\x01') {
    return { code: 'list_malformed' }
  }
  const signed = data.subarray(0, -64)
  const message = Buffer.concat([Buffer.from('alumni-ecard/status-list/1\0'), signed])
  if (!publicKeys.some((key) => isSigned(key, message, data.subarray(-64)))) {
    return { code: 'list_forged' }
  }
  try {
    const state = readBody(signed)
    const code = state.sequence < lastSequence ? 'list_rolled_back' : now > state.notAfter ? 'list_expired' : 'ok'
    return { code, state }
  } catch (error) {
    if (error instanceof Malformed) {
      return { code: 'list_malformed' }
    }
    throw error
  }
}

/** The bytes, signature included, that a difference leads to. */
export function follow(older: State, difference: Buffer): Buffer {
  const [added = [], removed = [], suspendedAdded = [], suspendedRemoved = []] = readSections(
    difference.subarray(21, -64),
    4,
  )
  const change = (from: number[], more: number[], less: number[]) => [...from, ...more].filter((s) => !less.includes(s))
  const state = {
    issued: difference.readUInt32BE(9) * 1000,
    notAfter: difference.readUInt32BE(13) * 1000,
    sequence: difference.readUInt32BE(17),
    revoked: change(older.revoked, added, removed),
    suspended: change(older.suspended, suspendedAdded, suspendedRemoved),
  }
  return Buffer.concat([body(state), difference.subarray(-64)])
}

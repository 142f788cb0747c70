/** The status list as bytes, without its signature (status-list-layout.ts). */
import { concatBytes, equalBytes, fitsUint, readUint, writeUint } from '../pass/bytes'
import { decodeSerials, encodeSerials, hasSerial } from './golomb-rice'
import { LIST_MAGIC, LIST_OFFSET, LIST_VERSION, type ListState, MAGIC_BYTES } from './status-list-layout'

const SECOND = 1000

/** Everything before the signature. The caller has checked the state by {@link isListState}. */
export function encodeListBody(state: ListState): Uint8Array {
  const header = new Uint8Array(LIST_OFFSET.sections)
  header.set(LIST_MAGIC)
  header[LIST_OFFSET.version] = LIST_VERSION
  writeSeconds(header, LIST_OFFSET.issued, state.issued)
  writeSeconds(header, LIST_OFFSET.notAfter, state.notAfter)
  writeUint(header, LIST_OFFSET.sequence, 4, state.sequence)
  return concatBytes(header, encodeSerials(state.revoked), encodeSerials(state.suspended))
}

/** What the bytes say, or null when they are not what {@link encodeListBody} writes. */
export function decodeListBody(body: Uint8Array): ListState | null {
  const revoked = decodeSerials(body, LIST_OFFSET.sections, body.length)
  const suspended = revoked && decodeSerials(body, revoked.next, body.length)
  if (!hasListHeader(body) || !suspended || suspended.next !== body.length) {
    return null
  }
  const state = {
    issued: readSeconds(body, LIST_OFFSET.issued),
    notAfter: readSeconds(body, LIST_OFFSET.notAfter),
    sequence: readUint(body, LIST_OFFSET.sequence, 4),
    revoked: revoked.serials,
    suspended: suspended.serials,
  }
  return isListState(state) ? state : null
}

/** True when the bytes begin as a list of a version that is understood here. */
export function hasListHeader(bytes: Uint8Array): boolean {
  return equalBytes(bytes.subarray(0, MAGIC_BYTES), LIST_MAGIC) && bytes[LIST_OFFSET.version] === LIST_VERSION
}

/** True for times and a sequence that fit, and a serial in one section at most. */
export function isListState({ issued, notAfter, sequence, revoked, suspended }: ListState): boolean {
  const fits = [issued / SECOND, notAfter / SECOND, sequence].every((value) => fitsUint(value, 4))
  return fits && issued <= notAfter && !suspended.some((serial) => hasSerial(revoked, serial))
}

/** Reads four bytes of seconds as epoch milliseconds. */
export function readSeconds(bytes: Uint8Array, offset: number): number {
  return readUint(bytes, offset, 4) * SECOND
}

/** Writes epoch milliseconds, whole seconds, as four bytes of seconds. */
export function writeSeconds(bytes: Uint8Array, offset: number, instant: number): void {
  writeUint(bytes, offset, 4, instant / SECOND)
}

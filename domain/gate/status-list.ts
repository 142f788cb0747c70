/**
 * The status list: which bindings are revoked or suspended, signed, exact, small enough to be on every guard's phone, so
 * that a gate without network refuses them. A new phone gets a new serial and the old one goes on the list (domain/pass
 * holder.ts); a card that ends takes its serial with it. Source: notice 5(1), one person, one code, one identity. The server
 * makes lists, guards' phones read them; what is sent between them is chosen in status-list-update.ts.
 */
import { readVerifyKey, type SerialStatus, type Signer, verifySignature } from '../pass'
import { concatBytes } from '../pass/bytes'
import { SIGNATURE_BYTES } from '../pass/layout'
import { ok, type Result, refuse } from '../result'
import type { Instant } from '../time/shanghai'
import { hasSerial, serialsOf } from './golomb-rice'
import { decodeListBody, encodeListBody, hasListHeader, isListState } from './status-list-body'
import { LIST_TAG, MAX_LIST_BYTES, type StatusList, type StatusListRefusal } from './status-list-layout'

export type StatusListRequest = {
  /** 0 to 4,294,967,295; higher than that of every list signed before. */
  readonly sequence: number
  /** Epoch milliseconds; seconds are kept. */
  readonly issued: Instant
  /** Epoch milliseconds; seconds are kept. Not before `issued`. */
  readonly notAfter: Instant
  /** Serials in any order. */
  readonly revoked: Iterable<number>
  /** Serials in any order; those that are revoked as well are left out. */
  readonly suspended: Iterable<number>
  /** Signs with the list key, which signs nothing else. */
  readonly sign: Signer
}

/** What a phone asks of a list that arrives. */
export type ListLimits = {
  /** The highest sequence that was ever taken here; 0 when none was. Stored apart from the list, so that it outlives it. */
  readonly lastSequence: number
  readonly now: Instant
}

/** The signed list; null when a serial, a time or the sequence does not fit, or the whole exceeds {@link MAX_LIST_BYTES}. */
export function encodeStatusList({ sign, ...request }: StatusListRequest): Uint8Array | null {
  const revoked = serialsOf(request.revoked)
  const suspended = serialsOf(request.suspended)
  if (!revoked || !suspended) {
    return null
  }
  const state = {
    sequence: request.sequence,
    issued: wholeSeconds(request.issued),
    notAfter: wholeSeconds(request.notAfter),
    revoked,
    suspended: suspended.filter((serial) => !hasSerial(revoked, serial)),
  }
  if (!isListState(state)) {
    return null
  }
  const body = encodeListBody(state)
  const fits = body.length + SIGNATURE_BYTES <= MAX_LIST_BYTES
  return fits ? concatBytes(body, sign(listMessage(body))) : null
}

/**
 * Reads a list that arrives: genuine, not older than what was here, and not past its not-after.
 * @param publicKeys the list keys in force, 32 bytes each: one, or two while a new one takes over
 */
export function readStatusList(
  bytes: Uint8Array,
  publicKeys: readonly Uint8Array[],
  { lastSequence, now }: ListLimits,
): Result<StatusList, StatusListRefusal> {
  const opened = openStatusList(bytes, publicKeys)
  if (!opened.ok) {
    return opened
  }
  const { sequence, notAfter } = opened.value
  if (sequence < lastSequence) {
    return refuse('list_rolled_back')
  }
  return now > notAfter ? refuse('list_expired') : opened
}

/**
 * Reads a list from the phone's own storage, however old: {@link listFacts} says what it is still worth. The signature comes
 * first, so bytes of strangers are never decoded.
 */
export function openStatusList(
  bytes: Uint8Array,
  publicKeys: readonly Uint8Array[],
): Result<StatusList, 'list_malformed' | 'list_forged'> {
  const end = bytes.length - SIGNATURE_BYTES
  if (bytes.length > MAX_LIST_BYTES || end < 0 || !hasListHeader(bytes)) {
    return refuse('list_malformed')
  }
  const body = bytes.subarray(0, end)
  if (!isSigned(body, bytes.subarray(end), publicKeys)) {
    return refuse('list_forged')
  }
  const state = decodeListBody(body)
  return state ? ok({ ...state, bytes: bytes.slice() }) : refuse('list_malformed')
}

/** What the list says of a serial; a serial that is not on it is live. */
export function statusOf({ revoked, suspended }: StatusList, serial: number): SerialStatus {
  if (hasSerial(revoked, serial)) {
    return 'revoked'
  }
  return hasSerial(suspended, serial) ? 'suspended' : 'live'
}

/** What the list key signs. */
export function listMessage(body: Uint8Array): Uint8Array {
  return concatBytes(LIST_TAG, body)
}

function isSigned(body: Uint8Array, signature: Uint8Array, publicKeys: readonly Uint8Array[]): boolean {
  const message = listMessage(body)
  return publicKeys.some((bytes) => {
    const key = readVerifyKey(bytes)
    return key !== null && verifySignature(key, message, signature)
  })
}

function wholeSeconds(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000
}

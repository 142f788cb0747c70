/**
 * The way from one status list to a later one: serials that came and went, and the later list's own signature. What results
 * from applying it is the later list, byte for byte, so it is verified like any other and a difference needs no trust of its
 * own. Format: status-list-layout.ts.
 */
import { concatBytes, equalBytes, readUint, writeUint } from '../pass/bytes'
import { SIGNATURE_BYTES } from '../pass/layout'
import { ok, type Result, refuse } from '../result'
import { decodeSerials, encodeSerials, hasSerial, type Serials } from './golomb-rice'
import { encodeListBody, isListState, readSeconds, writeSeconds } from './status-list-body'
import {
  DIFFERENCE_MAGIC,
  DIFFERENCE_OFFSET,
  LIST_VERSION,
  type ListState,
  MAGIC_BYTES,
  MAX_LIST_BYTES,
  type StatusList,
} from './status-list-layout'

/** What leads from `older` to `newer`. */
export function differenceOf(older: ListState, newer: StatusList): Uint8Array {
  const header = new Uint8Array(DIFFERENCE_OFFSET.sections)
  header.set(DIFFERENCE_MAGIC)
  header[DIFFERENCE_OFFSET.version] = LIST_VERSION
  writeUint(header, DIFFERENCE_OFFSET.base, 4, older.sequence)
  writeSeconds(header, DIFFERENCE_OFFSET.issued, newer.issued)
  writeSeconds(header, DIFFERENCE_OFFSET.notAfter, newer.notAfter)
  writeUint(header, DIFFERENCE_OFFSET.sequence, 4, newer.sequence)
  const sections = [
    without(newer.revoked, older.revoked),
    without(older.revoked, newer.revoked),
    without(newer.suspended, older.suspended),
    without(older.suspended, newer.suspended),
  ]
  return concatBytes(header, ...sections.map(encodeSerials), newer.bytes.subarray(-SIGNATURE_BYTES))
}

/** True when the bytes begin as a difference of a version that is understood here. */
export function isDifference(bytes: Uint8Array): boolean {
  const isOfKind = equalBytes(bytes.subarray(0, MAGIC_BYTES), DIFFERENCE_MAGIC)
  return isOfKind && bytes[DIFFERENCE_OFFSET.version] === LIST_VERSION
}

/**
 * The bytes of the list that results, not yet verified: hand them to readStatusList.
 * @param older the list that is held, of the sequence that the difference names
 */
export function applyDifference(
  older: ListState,
  difference: Uint8Array,
): Result<Uint8Array, 'list_malformed' | 'list_other_base'> {
  const end = difference.length - SIGNATURE_BYTES
  if (!isDifference(difference) || difference.length > MAX_LIST_BYTES || end < DIFFERENCE_OFFSET.sections) {
    return refuse('list_malformed')
  }
  if (readUint(difference, DIFFERENCE_OFFSET.base, 4) !== older.sequence) {
    return refuse('list_other_base')
  }
  const newer = resulting(older, difference, end)
  if (!newer || !isListState(newer)) {
    return refuse('list_malformed')
  }
  return ok(concatBytes(encodeListBody(newer), difference.subarray(end)))
}

function resulting(older: ListState, difference: Uint8Array, end: number): ListState | null {
  const revokedChange = readChange(difference, DIFFERENCE_OFFSET.sections, end)
  const suspendedChange = revokedChange && readChange(difference, revokedChange.next, end)
  if (!suspendedChange || suspendedChange.next !== end) {
    return null
  }
  const revoked = changed(older.revoked, revokedChange)
  const suspended = changed(older.suspended, suspendedChange)
  if (!revoked || !suspended) {
    return null
  }
  return {
    issued: readSeconds(difference, DIFFERENCE_OFFSET.issued),
    notAfter: readSeconds(difference, DIFFERENCE_OFFSET.notAfter),
    sequence: readUint(difference, DIFFERENCE_OFFSET.sequence, 4),
    revoked,
    suspended,
  }
}

type Change = { added: Serials; removed: Serials; next: number }

function readChange(bytes: Uint8Array, offset: number, end: number): Change | null {
  const added = decodeSerials(bytes, offset, end)
  const removed = added && decodeSerials(bytes, added.next, end)
  return removed && { added: added.serials, removed: removed.serials, next: removed.next }
}

// What is added must be new and what is removed must be there: a difference has one encoding, too.
function changed(serials: Serials, { added, removed }: Change): Serials | null {
  if (added.some((serial) => hasSerial(serials, serial)) || removed.some((serial) => !hasSerial(serials, serial))) {
    return null
  }
  const kept = without(serials, removed)
  const joined = new Uint32Array(kept.length + added.length)
  joined.set(kept)
  joined.set(added, kept.length)
  return joined.sort()
}

function without(serials: Serials, others: Serials): Serials {
  return serials.filter((serial) => !hasSerial(others, serial))
}

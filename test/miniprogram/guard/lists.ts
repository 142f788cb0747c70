/** Real status lists and what gate.open hands out, made by the rules themselves and a list key of the tests. */
import './text-encoder'
import { encodeStatusList } from '../../../domain/gate/status-list'
import { updateFor } from '../../../domain/gate/status-list-update'
import { openStatusList } from '../../../miniprogram/guard/lib/domain'
import type { OfficeData } from '../../../miniprogram/guard/office-data'
import {
  devicePublicKey,
  deviceSigner,
  type GateReplies,
  type StatusList,
  toHex,
} from '../../../miniprogram/lib/domain'
import { eastGate, passKeys } from './passes'

export const DAY = 86_400_000
const listSecret = new Uint8Array(32).fill(21)
export const listKeys = [toHex(devicePublicKey(listSecret))]

type Wanted = {
  sequence: number
  issued: number
  revoked?: number[]
  suspended?: number[]
  lives?: number
  secret?: Uint8Array
}

/** The bytes of a list that lives a week unless told otherwise. */
export function listBytes({
  sequence,
  issued,
  revoked = [],
  suspended = [],
  lives = 7 * DAY,
  secret,
}: Wanted): Uint8Array {
  const sign = deviceSigner(secret ?? listSecret)
  const bytes = encodeStatusList({ sequence, issued, notAfter: issued + lives, revoked, suspended, sign })
  if (!bytes) {
    throw new Error('not a list')
  }
  return bytes
}

/** The list as a phone holds it. */
export function listOf(wanted: Wanted): StatusList {
  const opened = openStatusList(listBytes(wanted), [devicePublicKey(listSecret)])
  if (!opened.ok) {
    throw new Error(opened.code)
  }
  return opened.value
}

export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A whole list as it travels. */
export const whole = (wanted: Wanted) => base64(listBytes(wanted))

/** The difference between two lists as it travels. */
export function difference(older: Wanted, newer: Wanted): string {
  const update = updateFor(listOf(older), listOf(newer))
  if (!update || update[3] !== 'D'.charCodeAt(0)) {
    throw new Error('the whole list is smaller: give it more serials')
  }
  return base64(update)
}

/** What gate.open answers. */
export const opened = (now: number, changed: Partial<GateReplies['open']> = {}): GateReplies['open'] => ({
  now,
  keys: [passKeys],
  points: [eastGate],
  maxListAge: DAY,
  listKeys,
  companions: 0,
  visitorsLeave: false,
  update: null,
  ...changed,
})

/** What the phone has stored of it. */
export function officeOf(now: number, changed: Partial<GateReplies['open']> = {}): OfficeData {
  const { now: openedAt, update: _, ...rest } = opened(now, changed)
  return { openedAt, ...rest }
}

/** What guards and devices hold against a card: lists, scans, marks. */
import type { ScanWay } from '../../../domain/gate/journal'
import type { MarkKind, MarkOutcome } from '../../../domain/gate/marks'
import type { Instant } from '../../../domain/time/shanghai'

/** Key: the sequence. Lists past their not-after are removed; the newest always stands. */
export type StatusListRecord = {
  sequence: number
  issued: Instant
  notAfter: Instant
  /** The signed list, base64. */
  bytes: string
}

/** Key: made on the guard's phone; for devices gate/device-journal.ts. */
export type ScanRecord = {
  at: Instant
  point: string
  verdict: string
  serial: number | null
  step: number | null
  online: boolean
  companions: number
  how: ScanWay
  /** OPENID of the guard; '' for a device. */
  guard: string
  /** Key of the device that asked. */
  device?: string
  /** Names a device's request, so that a repeated one gets the same answer. */
  request?: string
  receivedAt: Instant
}

/** Key: SHA-256 of what it follows from, so that the same scans make one mark. */
export type MarkRecord = {
  kind: MarkKind
  state: 'open' | 'settled'
  at: Instant
  /** Sorts by time, unique. */
  position: string
  serial: number
  cardNumber: string
  /** Keys of the scans, oldest first. */
  scans: string[]
  settled: { outcome: MarkOutcome; note: string; at: Instant; by: string } | null
}

/** Key: SHA-256 of the device's key, which is not stored. */
export type DeviceRecord = { name: string; point: string; addedAt: Instant; addedBy: string; revokedAt: Instant | null }

/** Staff, settings, the audit log, figures and exports. */
import type { Role, Settings } from '../../../domain/office/api'
import type { AuditBlock, AuditEntry } from '../../../domain/office/audit-chain'
import type { ExportOrder, ExportState } from '../../../domain/office/exports'
import type { DayFigures } from '../../../domain/office/figures'
import type { Day, Instant } from '../../../domain/time/shanghai'
import type { Place } from '../walk'

/** Key: OPENID. */
export type StaffRecord = { name: string; role: Role; since: Instant }

/**
 * Key: OPENID. The role that somebody had last before it was changed or taken; its name still stands in the audit log.
 */
export type FormerStaffRecord = StaffRecord & { until: Instant }

/** Key: SHA-256 of the invitation code; `staff-bootstrap` for the first admin. */
export type InvitationRecord = {
  name: string
  role: Role
  expiresAt: Instant
  invitedBy: string
  usedBy: string | null
}

/** Key: `office`. `version` grows with every change by staff. */
export type SettingsRecord = Settings & { lastClosedRound: Day; version?: number }

/** Key: random. Append-only: who did what to which record. Never personal data. Rules: domain/office/audit-chain. */
export type AuditRecord = Omit<AuditEntry, 'id'> & {
  /** Sorts by time, unique. */
  position: string
  /** The block that it is sealed in; null until then. */
  block: number | null
}

/** Key: the sequence, ten digits, so that two sealers cannot both seal the next block. */
export type AuditBlockRecord = AuditBlock

/** Key: Shanghai day. What the dashboard shows of it, counted by the timer (office/count-figures.ts). */
export type FiguresRecord = DayFigures

/** Key: random. A file that staff asked for; the file itself lies in the storage until `until`. */
export type ExportRecord = ExportOrder & {
  /** OPENID of who asked. */
  by: string
  state: ExportState
  createdAt: Instant
  /** How many rows there were when it was asked for. */
  total: number
  /** Rows in finished files, and in the one that is being written. */
  rows: number
  writing: number
  /** Finished files, oldest first. */
  files: { id: string; name: string; rows: number; bytes: number }[]
  /** Where the next file begins. */
  after: Place | null
  /** Until when a worker holds it; 0: nobody. */
  leaseUntil: Instant
  /** When its files are deleted, or the work is given up. */
  until: Instant
}

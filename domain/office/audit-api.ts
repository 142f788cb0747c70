/** What the office is asked and answers about its audit log: pages of entries, and the verification of the chain. */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'
import type { AuditHead, AuditProblem } from './audit-chain'

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const link = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const auditRequests = {
  /** Newest first. Every filter may be left out; days are Shanghai days, both included. */
  audit: v.strictObject({
    by: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))), null),
    /** An action, `<function>.<action>`. */
    what: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,20}\.[a-zA-Z]{1,40}$/))), null),
    from: v.optional(v.nullable(day), null),
    until: v.optional(v.nullable(day), null),
    after: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null),
  }),
  /** Some blocks after `head`; `seen` is the newest head that the asking phone remembers. */
  verifyAudit: v.strictObject({
    head: v.nullable(v.strictObject({ block: count, entries: count, link })),
    seen: v.nullable(v.strictObject({ block: count, link })),
  }),
} as const

/** `by` '' when the platform did it by itself, or the colleague's name is not known any more. */
export type AuditEntryView = {
  id: string
  at: Instant
  by: string
  action: string
  subject: string
  details: Readonly<Record<string, string | number>>
  /** False until the next sealing, a few minutes at most. */
  sealed: boolean
}

export type AuditReplies = {
  /** `people`: whom one can filter by, with the first page only. */
  audit: { entries: AuditEntryView[]; after: string | null; people: { id: string; name: string }[]; head: AuditHead }
  /** `blocks`: how many there are, for the progress. */
  verifyAudit: { head: AuditHead; problems: AuditProblem[]; blocks: number; done: boolean }
}

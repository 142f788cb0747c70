/** What the office is asked and answers about exports. Reviewers and admins, each their own; ID numbers: admins. */
import * as v from 'valibot'
import { languages } from '../language'
import { NOTE_MAX } from '../review/decision'
import type { Instant } from '../time/shanghai'
import { type ExportFormat, type ExportScope, type ExportState, exportFormats } from './exports'

export const exportRefusals = [
  'export_period_invalid', // the end before the beginning, no such day, longer than details.days
  'export_reason_missing', // ID numbers without saying why
  'export_too_large', // details.count rows; details.most is the limit
  'export_unknown', // no export of this colleague has this name
  'export_removed', // its files were deleted
] as const

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const scope = v.variant('content', [
  v.strictObject({ content: v.literal('applications'), round: day }),
  v.strictObject({ content: v.literal('cards') }),
  v.strictObject({ content: v.picklist(['scans', 'marks', 'audit']), from: day, to: day }),
])

export const exportRequests = {
  /** One's own, newest first, at most 20. */
  exports: v.strictObject({}),
  startExport: v.strictObject({
    scope,
    format: v.picklist(exportFormats),
    language: v.picklist(languages),
    documents: v.optional(v.boolean(), false),
    reason: v.optional(v.pipe(v.string(), v.maxLength(NOTE_MAX)), ''),
  }),
  /** Writes on for a while; the timer does so, too. */
  runExport: v.strictObject({ id }),
  /** An address of a file that soon ends. */
  exportFile: v.strictObject({ id, file: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)) }),
  removeExport: v.strictObject({ id }),
} as const

/** What an action gets; a caller may leave out what has a default. */
export type ExportRequest<Action extends keyof typeof exportRequests> = v.InferOutput<(typeof exportRequests)[Action]>

export type ExportView = {
  id: string
  scope: ExportScope
  format: ExportFormat
  documents: boolean
  state: ExportState
  createdAt: Instant
  /** Rows when it was asked for, and rows written so far. */
  total: number
  written: number
  files: { name: string; rows: number; bytes: number }[]
  /** When the files are deleted. */
  until: Instant
}

export type ExportReplies = {
  exports: { now: Instant; exports: ExportView[] }
  startExport: { export: ExportView }
  runExport: { export: ExportView }
  exportFile: { url: string; name: string }
  removeExport: { export: ExportView }
}

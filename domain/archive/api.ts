/** What the archive function is asked and answers: importing files. Requests are parsed by these schemas. */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'
import { type ImportField, type ImportKind, importFields, importKinds, type Mapping } from './import-kinds'
import type { RowProblem } from './import-rows'

export const archiveRefusals = [
  'import_unknown', // no import has this key
  'import_file_missing', // nothing was uploaded at this place, or it is gone
  'import_file_unreadable', // damaged, or the upload broke off
  'import_type_unsupported', // neither CSV nor XLSX
  'import_too_large', // details.most: megabytes
  'import_empty', // no rows below the headers
  'import_columns_missing', // the mapping lacks a column that must be there
  'import_over', // it was finished or stopped
] as const

/** What ends an import that is running. */
export type ImportFailure = 'import_file_missing' | 'import_file_unreadable'

/** Rows that a preview shows. */
export const PREVIEW_ROWS = 5

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(499))

export const archiveRequests = {
  /** A place for an upload, which is the beginning of an import. */
  place: v.strictObject({
    kind: v.picklist(importKinds),
    type: v.picklist(['csv', 'xlsx']),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  }),
  /** Looks at the uploaded file. `sheet`: the one to read; the first when left out. */
  preview: v.strictObject({ id, sheet: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
  start: v.strictObject({ id, mapping: v.record(v.picklist(importFields), column) }),
  /** Works on a started import for a while; harmless while somebody else does. */
  run: v.strictObject({ id }),
  read: v.strictObject({ id }),
  /** The newest imports. */
  imports: v.strictObject({}),
  /** The bad rows, a few hundred at a time, in the order of the file. */
  problems: v.strictObject({ id, after: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null) }),
  stop: v.strictObject({ id }),
} as const

export type ArchiveRequest<Action extends keyof typeof archiveRequests> = v.InferInput<(typeof archiveRequests)[Action]>
export type ArchiveInput<Action extends keyof typeof archiveRequests> = v.InferOutput<(typeof archiveRequests)[Action]>

/** `placed`: for the upload; `waiting`: for the mapping to be confirmed. */
export const importStates = ['placed', 'waiting', 'running', 'done', 'stopped', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** Rows counted from the first one under the headers. `done` of `total` were read. */
export type ImportCounts = {
  total: number
  done: number
  fresh: number
  changed: number
  unchanged: number
  bad: number
}

/** An import as staff see it. */
export type ImportView = {
  id: string
  kind: ImportKind
  state: ImportState
  name: string
  counts: ImportCounts
  createdAt: Instant
  finishedAt: Instant | null
  /** Who chose the file; '' for the command line. */
  by: string
  /** Why it failed; '' when it did not. */
  failure: ImportFailure | ''
}

/** `sample`: values of the first rows, with long numbers masked. */
export type PreviewColumn = { header: string; sample: string[] }

export type Preview = {
  /** "utf-8" or "gb18030"; '' for XLSX, which has no choice. */
  encoding: string
  sheet: string
  sheets: string[]
  columns: PreviewColumn[]
  mapping: Mapping
  /** Of each group one column must be chosen. */
  missing: ImportField[][]
  /** When the same file was imported before. */
  importedAt: Instant | null
}

/** `row` as the file counts, from 1; `column` is its header. Never the cell. */
export type ReportedProblem = { row: number; column: string; problem: RowProblem }

export type ArchiveReplies = {
  /** `path`: where in the storage the file is to be put. */
  place: { id: string; path: string }
  preview: { import: ImportView; preview: Preview }
  start: { import: ImportView }
  run: { import: ImportView }
  read: { import: ImportView }
  imports: { imports: ImportView[] }
  /** `after`: where the next page begins; null when this was the last. */
  problems: { problems: ReportedProblem[]; after: string | null }
  stop: { import: ImportView }
}

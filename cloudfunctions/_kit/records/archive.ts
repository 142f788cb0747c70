/** What was imported, and the imports themselves. */
import type { ImportCounts, ImportFailure, ImportState } from '../../../domain/archive/api'
import type { CampusKind } from '../../../domain/archive/import-cells'
import type { ImportKind, Mapping } from '../../../domain/archive/import-kinds'
import type { FieldProblem } from '../../../domain/archive/import-rows'
import type { ArchiveStudy } from '../../../domain/archive/record'
import type { Day, Instant } from '../../../domain/time/shanghai'

/**
 * Key: keyed hash of what names the study record (domain/archive/record.ts), so that importing it again finds it. Never
 * an ID number.
 */
export type ArchiveRecord = ArchiveStudy & {
  /** The folded forms of the name that it is found by (domain/archive/names.ts). */
  nameKeys: string[]
  importedAt: Instant
} & ImportMarks

/**
 * Which part of which import made a record, wrote it last and saw it last: `<import>/<first row of the chunk>`. By
 * these marks a chunk that is read again after a kill counts what it did, and a second row about the same record is
 * noticed.
 */
export type ImportMarks = { origin: string; written: string; seen: string }

/** Key: digest of the document. Somebody who belongs to the university now (notice 5(1)); `until` is the last day. */
export type CampusIdentityRecord = { kind: CampusKind; until: Day | null } & ImportMarks

/** Key: random, also the name of the uploaded file. */
export type ImportRecord = ImportCounts & {
  kind: ImportKind
  state: ImportState
  failure: ImportFailure | ''
  /** As the person's file was called. */
  name: string
  /** Where it lies in the storage, and whether it still does. */
  file: string
  held: boolean
  /** SHA-256 of the file; '' before it was looked at. */
  hash: string
  format: FileFormat | null
  /** Headers by column, long numbers masked. */
  headers: string[]
  mapping: Mapping
  /** Up to where the file has been read: bytes or characters, and the row's number. */
  offset: number
  row: number
  createdAt: Instant
  finishedAt: Instant | null
  by: string
  byName: string
  /** Who works on it, a random name, and until when nobody else may. */
  worker: string
  leaseUntil: Instant
}

/** How a file is read. */
export type FileFormat =
  | { type: 'csv'; encoding: 'utf-8' | 'gb18030'; delimiter: string }
  | { type: 'xlsx'; sheet: string }

/** Key: `<import>/<first row>`. The bad rows of one chunk; never what stood in them. `position` sorts by row. */
export type ImportProblemsRecord = {
  import: string
  position: string
  problems: (FieldProblem & { row: number })[]
}

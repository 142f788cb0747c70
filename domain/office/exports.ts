/**
 * Exports: what staff may take out as a file, and who. ID numbers only when they are asked for, by an administrator, with a
 * reason; every export is in the audit log, and its files are deleted after an hour. Source: product "Staff office", "Privacy".
 */
import type { Language } from '../language'
import { ok, type Result, refuse } from '../result'
import { addDays, type Day, HOUR, isDay } from '../time/shanghai'
import type { Role } from './api'

export const exportContents = ['applications', 'cards', 'scans', 'marks', 'audit'] as const
export type ExportContent = (typeof exportContents)[number]

export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** `running`: rows are still being written; `removed`: its files are deleted. */
export const exportStates = ['running', 'ready', 'removed'] as const
export type ExportState = (typeof exportStates)[number]

/** What is taken: a round, everything, or a period of Shanghai days, both included. */
export type ExportScope =
  | { content: 'applications'; round: Day }
  | { content: 'cards' }
  | { content: 'scans' | 'marks'; from: Day; to: Day }
  | { content: 'audit'; from: Day; to: Day }

export type ExportOrder = {
  scope: ExportScope
  format: ExportFormat
  language: Language
  /** With ID numbers. */
  documents: boolean
  reason: string
}

/** A file holds this many rows at most; one is written within a call, and phones can still open it. */
export const ROWS_PER_FILE = 100_000
/** More than this is not one export. */
export const MOST_ROWS = 1_000_000
/** How long the files stay, milliseconds. */
export const FILE_LIFETIME = HOUR
/** How long an address of a file opens it, seconds. */
export const ADDRESS_SECONDS = 600
const LONGEST_DAYS = 366
const LEAST_REASON = 4

export type ExportRefusal = 'export_period_invalid' | 'export_reason_missing' | 'not_allowed'

/** Whether somebody with this role may have it. */
export function checkExport(order: ExportOrder, role: Role): Result<ExportOrder, ExportRefusal> {
  const { scope, documents } = order
  const reason = order.reason.trim()
  if (!hasPeriod(scope)) {
    return refuse('export_period_invalid', { days: LONGEST_DAYS })
  }
  if (scope.content === 'audit' && role !== 'admin') {
    return refuse('not_allowed')
  }
  if (!documents) {
    return ok({ ...order, reason })
  }
  if (role !== 'admin' || !mayHoldDocuments(scope.content)) {
    return refuse('not_allowed')
  }
  return reason.length < LEAST_REASON ? refuse('export_reason_missing') : ok({ ...order, reason })
}

/** True for what has an ID number at all. */
export function mayHoldDocuments(content: ExportContent): boolean {
  return content === 'applications' || content === 'cards'
}

/** The name of a file, the first is 0: "scans-2027-03-01-2027-03-07-2.xlsx". The number is left out when there is only one. */
export function exportFileName({ scope, format }: ExportOrder, file: number, today: Day, isOnly: boolean): string {
  const parts: string[] = [scope.content]
  if (scope.content === 'applications') {
    parts.push(scope.round)
  } else if (scope.content === 'cards') {
    parts.push(today)
  } else {
    parts.push(scope.from, ...(scope.to === scope.from ? [] : [scope.to]))
  }
  return `${[...parts, ...(isOnly ? [] : [file + 1])].join('-')}.${format}`
}

function hasPeriod(scope: ExportScope): boolean {
  switch (scope.content) {
    case 'cards':
      return true
    case 'applications':
      return isDay(scope.round)
    default:
      return (
        isDay(scope.from) && isDay(scope.to) && scope.from <= scope.to && scope.to < addDays(scope.from, LONGEST_DAYS)
      )
  }
}

/** What the exports page is filled in with, and the request that it makes. */
import {
  addDays,
  type Day,
  dayOf,
  type ExportContent,
  type ExportFormat,
  type ExportScope,
  type Instant,
} from '../lib/domain'

export type ExportForm = {
  content: ExportContent
  round: Day
  from: Day
  to: Day
  format: ExportFormat
  documents: boolean
  reason: string
}

/** The last seven days; the round of the last Thursday is put in when it is known. */
export function emptyExport(now: Instant): ExportForm {
  const today = dayOf(now)
  const from = addDays(today, -6)
  return { content: 'applications', round: today, from, to: today, format: 'xlsx', documents: false, reason: '' }
}

/** The part of the form that says what is taken. */
export function scopeOf({ content, round, from, to }: ExportForm): ExportScope {
  switch (content) {
    case 'applications':
      return { content, round }
    case 'cards':
      return { content }
    default:
      return { content, from, to }
  }
}

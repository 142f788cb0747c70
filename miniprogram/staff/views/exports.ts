/** Exports in words: what can be asked for, and how far each one is. */
import { sayDate, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  type ExportContent,
  type ExportScope,
  type ExportView,
  exportContents,
  exportFormats,
  type Instant,
  type Language,
  timeOf,
} from '../../lib/domain'
import type { ExportForm } from '../export-order'
import { words } from '../words'
import { sayCount, saySize } from './counts'

/** What this colleague may choose from: the audit log is for administrators. */
export function contentViews(isAdmin: boolean, language: Language) {
  const { contents } = words[language].exports
  const allowed = exportContents.filter((content) => isAdmin || content !== 'audit')
  return allowed.map((id) => ({ id, name: contents[id] }))
}

export function formatViews(language: Language) {
  return exportFormats.map((id) => ({ id, name: words[language].exports.formats[id] }))
}

/** The days that are chosen, in words. */
export function dayTexts({ round, from, to }: Pick<ExportForm, 'round' | 'from' | 'to'>, language: Language) {
  return { round: sayDate(round, language), from: sayDate(from, language), to: sayDate(to, language) }
}

/** True when the content is a stretch of days. */
export function hasPeriod(content: ExportContent): boolean {
  return content === 'scans' || content === 'marks' || content === 'audit'
}

/** One export of the list. */
export function exportRow(view: ExportView, language: Language, now: Instant) {
  const { exports: t } = words[language]
  const { id, scope, state, total, written, files, documents, format } = view
  const isReady = state === 'ready'
  return {
    id,
    title: t.contents[scope.content],
    scope: sayScope(scope, language),
    moment: sayMoment(view.createdAt, language, now),
    state,
    stateName: t.states[state],
    documents: documents ? t.withDocuments : '',
    percent: total === 0 ? 100 : Math.min(100, Math.round((written / total) * 100)),
    progress: fill(t.progress, { written: sayCount(written), total: sayCount(Math.max(total, written)) }),
    until: isReady ? fill(t.until, { time: timeOf(view.until) }) : '',
    canOpen: format === 'xlsx',
    files: isReady
      ? files.map(({ name, rows, bytes }, file) => ({
          file,
          name,
          size: fill(t.rows, { rows: sayCount(rows), size: saySize(bytes) }),
        }))
      : [],
  }
}

export type ExportRow = ReturnType<typeof exportRow>

function sayScope(scope: ExportScope, language: Language): string {
  switch (scope.content) {
    case 'cards':
      return ''
    case 'applications':
      return sayDate(scope.round, language)
    default:
      return scope.from === scope.to
        ? sayDate(scope.from, language)
        : `${sayDate(scope.from, language)} – ${sayDate(scope.to, language)}`
  }
}

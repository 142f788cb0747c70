/** The words in exported files: heads of columns, and what stands for the values of closed lists. For staff, both languages. */
import type { CardStatus } from '../card/api'
import type { ScanWay } from '../gate/journal'
import type { MarkKind, MarkOutcome } from '../gate/marks'
import type { DocumentType } from '../identity'
import type { Language } from '../language'
import type { VerdictCode } from '../pass/verdicts'
import type { Degree } from '../registration/form'
import type { Stage } from '../registration/life'
import type { Decision } from '../review/decision'
import { enExport } from './export-words-en'
import { zhExport } from './export-words-zh'

export type ExportWords = {
  heads: Record<ExportColumn, string>
  stages: Record<Stage, string>
  decisions: Record<Decision['kind'], string>
  reasons: Record<NonNullable<Decision['reason']>, string>
  documentTypes: Record<DocumentType, string>
  degrees: Record<Degree, string>
  cardStatuses: Record<CardStatus, string>
  verdicts: Record<VerdictCode, string>
  ways: Record<ScanWay, string>
  markKinds: Record<MarkKind, string>
  outcomes: Record<MarkOutcome, string>
  yes: string
  no: string
}

export const exportColumns = [
  'id',
  'round',
  'stage',
  'decision',
  'reason',
  'note',
  'nameChinese',
  'nameLatin',
  'documentType',
  'documentCountry',
  'documentMasked',
  'document',
  'phoneMasked',
  'email',
  'school',
  'major',
  'degree',
  'years',
  'submittedAt',
  'cardNumber',
  'cardStatus',
  'last4',
  'issuedAt',
  'activatedAt',
  'validUntil',
  'at',
  'point',
  'verdict',
  'way',
  'online',
  'companions',
  'serial',
  'receivedAt',
  'kind',
  'settled',
  'outcome',
  'settledAt',
  'by',
  'action',
  'subject',
  'details',
] as const
export type ExportColumn = (typeof exportColumns)[number]

export const exportWords: Record<Language, ExportWords> = { zh: zhExport, en: enExport }

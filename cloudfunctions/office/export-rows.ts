/**
 * Records as rows of a file: which columns each content has, and a cell for each. Nothing here is masked anew or
 * unsealed but the ID number, when it was asked for.
 */

import { type ExportColumn, type ExportWords, exportWords } from '../../domain/office/export-words'
import type { ExportContent, ExportOrder } from '../../domain/office/exports'
import { stageOf } from '../../domain/registration/life'
import { dayOf, type Instant, timeOf } from '../../domain/time/shanghai'
import { findPoint } from '../../domain/university'
import { documentOf } from '../_kit/sealed-fields'
import { getAll, type Stored } from '../_kit/store'

/** A cell; times are texts in Shanghai time, which sort as they stand. */
export type Cell = string | number

type Columns = Partial<Record<ExportColumn, Cell>>
/** What is asked for beside the records themselves. */
type Asked = { order: ExportOrder; words: ExportWords; now: Instant; names: ReadonlyMap<string, string> }

const columns: Record<ExportContent, readonly ExportColumn[]> = {
  applications: [
    ...(['round', 'stage', 'decision', 'reason', 'note', 'nameChinese', 'nameLatin', 'documentType'] as const),
    ...([
      'documentCountry',
      'documentMasked',
      'document',
      'phoneMasked',
      'email',
      'school',
      'major',
      'degree',
    ] as const),
    ...(['years', 'submittedAt', 'cardNumber', 'id'] as const),
  ],
  cards: [
    ...(['cardNumber', 'cardStatus', 'nameChinese', 'nameLatin', 'last4', 'document', 'issuedAt'] as const),
    ...(['activatedAt', 'validUntil'] as const),
  ],
  scans: ['at', 'point', 'verdict', 'way', 'online', 'companions', 'serial', 'receivedAt'],
  marks: ['at', 'kind', 'cardNumber', 'serial', 'settled', 'outcome', 'note', 'settledAt'],
  audit: ['at', 'by', 'action', 'subject', 'details'],
}

/** The heads of the columns, in the order of the rows' cells. */
export function headsOf({ scope, documents, language }: ExportOrder): string[] {
  const { heads } = exportWords[language]
  return columnsOf(scope.content, documents).map((column) => heads[column])
}

/** One row for each record of the content. */
export async function rowsOf(order: ExportOrder, records: readonly unknown[], asked: Omit<Asked, 'order' | 'words'>) {
  const all: Asked = { ...asked, order, words: exportWords[order.language] }
  const cells = await cellsOf(all, records)
  const chosen = columnsOf(order.scope.content, order.documents)
  return cells.map((row) => chosen.map((column): Cell => row[column] ?? ''))
}

function columnsOf(content: ExportContent, documents: boolean): ExportColumn[] {
  return columns[content].filter((column) => column !== 'document' || documents)
}

async function cellsOf(asked: Asked, records: readonly unknown[]): Promise<Columns[]> {
  switch (asked.order.scope.content) {
    case 'applications':
      return (records as Stored<'applications'>[]).map((record) => applicationCells(record, asked))
    case 'cards':
      return cardRows(records as Stored<'cards'>[], asked)
    case 'scans':
      return (records as Stored<'scans'>[]).map((record) => scanCells(record, asked))
    case 'marks':
      return (records as Stored<'marks'>[]).map((record) => markCells(record, asked))
    case 'audit':
      return (records as Stored<'audit'>[]).map((record) => auditCells(record, asked))
  }
}

function applicationCells(record: Stored<'applications'>, { order, words, now }: Asked): Columns {
  const { decision, result, studies } = record
  const [study] = studies
  const told = result ?? decision
  return {
    id: record._id,
    round: record.round,
    stage: words.stages[stageOf(record, now)],
    decision: told ? words.decisions[told.kind] : '',
    reason: told?.reason ? words.reasons[told.reason] : '',
    note: told?.note ?? '',
    nameChinese: record.nameChinese,
    nameLatin: record.nameLatin,
    documentType: words.documentTypes[record.documentType],
    documentCountry: record.documentCountry,
    documentMasked: record.documentMasked,
    document: order.documents ? documentNumber(record) : '',
    phoneMasked: record.phoneMasked,
    email: record.email,
    school: study?.school ?? '',
    major: study?.major ?? '',
    degree: study ? words.degrees[study.degree] : '',
    years: study ? `${study.entryYear}–${study.graduationYear}` : '',
    submittedAt: moment(record.submittedAt),
    cardNumber: result?.cardNumber ?? '',
  }
}

// A number that was shredded after its time is not there any more.
function documentNumber(record: Stored<'applications'>): string {
  return documentOf(record)?.number ?? ''
}

async function cardRows(records: readonly Stored<'cards'>[], { order, words }: Asked): Promise<Columns[]> {
  const ids = records.flatMap(({ application }) => application ?? [])
  const applications = order.documents ? await getAll('applications', ids) : new Map<string, Stored<'applications'>>()
  return records.map((record) => {
    const application = applications.get(record.application ?? '')
    return {
      cardNumber: record._id,
      cardStatus: words.cardStatuses[record.status],
      nameChinese: record.nameChinese,
      nameLatin: record.nameLatin,
      last4: record.last4,
      document: application ? documentNumber(application) : '',
      issuedAt: moment(record.issuedAt),
      activatedAt: record.activatedAt === null ? '' : moment(record.activatedAt),
      validUntil: record.validUntil ?? '',
    }
  })
}

function scanCells(record: Stored<'scans'>, { order, words }: Asked): Columns {
  return {
    at: moment(record.at),
    point: findPoint(record.point)?.name[order.language] ?? record.point,
    verdict:
      record.how === 'leaving'
        ? ''
        : (words.verdicts[record.verdict as keyof ExportWords['verdicts']] ?? record.verdict),
    way: words.ways[record.how],
    online: record.online ? words.yes : words.no,
    companions: record.companions,
    serial: record.serial ?? '',
    receivedAt: moment(record.receivedAt),
  }
}

function markCells(record: Stored<'marks'>, { words }: Asked): Columns {
  const { settled } = record
  return {
    at: moment(record.at),
    kind: words.markKinds[record.kind],
    cardNumber: record.cardNumber,
    serial: record.serial,
    settled: settled ? words.yes : words.no,
    outcome: settled ? words.outcomes[settled.outcome] : '',
    note: settled?.note ?? '',
    settledAt: settled ? moment(settled.at) : '',
  }
}

// OPENIDs stay on the server: a colleague is a name, whoever is not staff any more is nobody.
function auditCells(record: Stored<'audit'>, { names }: Asked): Columns {
  const details = Object.entries(record.details).map(([name, value]) => `${name}: ${value}`)
  return {
    at: moment(record.at),
    by: names.get(record.by) ?? '',
    action: record.action,
    subject: record.subject,
    details: details.join('; '),
  }
}

/** "2027-03-04 12:00" in Shanghai. */
function moment(instant: Instant): string {
  return `${dayOf(instant)} ${timeOf(instant)}`
}

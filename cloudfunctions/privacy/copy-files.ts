/**
 * The two files of a copy. The workbook is what a person reads on a phone: one sheet, two columns, in their language,
 * because WeChat opens it and a wide table cannot be read there. The JSON says the same for another system, with the
 * values themselves.
 */
import { buffer } from 'node:stream/consumers'
import type { Language } from '../../domain/language'
import {
  COPY_FORMAT,
  type CopyKind,
  type CopySection,
  type CopyValue,
  columnsOf,
  copySections,
  type PersonalData,
} from '../../domain/privacy/copy'
import { copyWords, sayValue } from '../../domain/privacy/copy-words'
import { dayOf, type Instant, timeOf } from '../../domain/time/shanghai'
import { findPoint, university } from '../../domain/university'

const HEAD_WIDTH = 22
const TEXT_WIDTH = 64
/** Parts with many short records: one line each, the time in front. */
const ONE_LINE: readonly CopySection[] = ['views', 'scans', 'marks', 'messages', 'consents', 'notices', 'copies']

type Line = [string, string]

/** @returns the bytes of an XLSX */
export async function workbook(data: PersonalData, language: Language, now: Instant): Promise<Buffer> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const { title } = copyWords[language]
  const columns = [
    { header: title, width: HEAD_WIDTH },
    { header: '', width: TEXT_WIDTH },
  ]
  return buffer(writeXlsxStream(linesOf(data, language, now), { name: 'Sheet1', columns }) as never)
}

/** @returns the JSON's text: instants by ISO 8601, values of closed lists by their names in the code */
export function jsonText(data: PersonalData, now: Instant): string {
  const parts = copySections.map((section) => {
    const columns = columnsOf(section)
    const rows = data[section].map((row) =>
      Object.fromEntries(columns.map(([column, kind]) => [column, plain(cellOf(row, column), kind)])),
    )
    return [section, rows]
  })
  const { name } = university
  return JSON.stringify(
    { format: COPY_FORMAT, university: name, takenAt: iso(now), ...Object.fromEntries(parts) },
    null,
    2,
  )
}

function* linesOf(data: PersonalData, language: Language, now: Instant): Generator<Line> {
  const { about, sections } = copyWords[language]
  const places: Record<string, string> = { university: university.name[language], moment: sayTime(now) }
  for (const text of about) {
    yield ['', text.replace(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')]
  }
  for (const section of copySections.filter((each) => data[each].length > 0)) {
    yield ['', '']
    yield [`【${sections[section]}】`, '']
    yield* ONE_LINE.includes(section) ? shortLines(data, section, language) : longLines(data, section, language)
  }
}

function* shortLines(data: PersonalData, section: CopySection, language: Language): Generator<Line> {
  for (const row of data[section]) {
    const said = columnsOf(section)
      .filter(([column]) => column !== 'at')
      .map(([column, kind]) => [copyWords[language].heads[column], say(cellOf(row, column), kind, language)])
      .filter(([, text]) => text !== '')
    yield [say(cellOf(row, 'at'), 'time', language), said.map(([head, text]) => `${head}: ${text}`).join('; ')]
  }
}

function* longLines(data: PersonalData, section: CopySection, language: Language): Generator<Line> {
  for (const [index, row] of data[section].entries()) {
    if (index > 0) {
      yield ['', '']
    }
    for (const [column, kind] of columnsOf(section)) {
      const text = say(cellOf(row, column), kind, language)
      if (text !== '') {
        yield [copyWords[language].heads[column], text]
      }
    }
  }
}

const cellOf = (row: object, column: string) => (row as Record<string, CopyValue>)[column]

function say(value: CopyValue, kind: CopyKind, language: Language): string {
  if (value === null || value === undefined || value === '') {
    return ''
  }
  switch (kind) {
    case 'text':
      return String(value)
    case 'time':
      return sayTime(Number(value))
    case 'yes':
      return copyWords[language][value ? 'yes' : 'no']
    case 'point':
      return findPoint(String(value))?.name[language] ?? String(value)
    default:
      return sayValue(kind, String(value), language)
  }
}

function plain(value: CopyValue, kind: CopyKind): CopyValue {
  return kind === 'time' && typeof value === 'number' ? iso(value) : (value ?? null)
}

const sayTime = (instant: Instant) => `${dayOf(instant)} ${timeOf(instant)}`
const iso = (instant: Instant) => new Date(instant).toISOString()

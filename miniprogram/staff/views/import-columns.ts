/** The columns of a file and the fields that they are taken for. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  fieldsOf,
  type ImportField,
  type ImportKind,
  type Language,
  type Mapping,
  missingFields,
  type Preview,
} from '../../lib/domain'
import { words } from '../words'

/** What the page shows while the columns are chosen. */
export function columnsView(kind: ImportKind, preview: Preview, mapping: Mapping, language: Language) {
  const { importedBefore } = words[language].imports
  const { sheets, sheet, importedAt } = preview
  return {
    rows: columnRows(kind, preview, mapping, language),
    choices: columnChoices(preview, language),
    sheets,
    sheetIndex: Math.max(0, sheets.indexOf(sheet)),
    note: fileNote(preview, language),
    before: importedAt ? fill(importedBefore, { when: sayMoment(importedAt, language) }) : '',
    missing: missingText(kind, mapping, language),
    ready: missingFields(kind, mapping).length === 0,
  }
}

/** Takes a field from a column, or from none below 0. A column means one thing: whoever takes it takes it from the other. */
export function withColumn(mapping: Mapping, field: ImportField, column: number): Mapping {
  const { [field]: _, ...others } = mapping
  const free = Object.entries(others).filter(([, taken]) => taken !== column)
  return Object.fromEntries(column < 0 ? free : [...free, [field, column]])
}

/** The part of a mapping that a kind has fields for. */
export function knownColumns(kind: ImportKind, mapping: Mapping): Record<ImportField, number> {
  const known = fieldsOf[kind].flatMap((field) => {
    const column = mapping[field]
    return column === undefined ? [] : [[field, column] as const]
  })
  return Object.fromEntries(known) as Record<ImportField, number>
}

function columnRows(kind: ImportKind, preview: Preview, mapping: Mapping, language: Language) {
  const { fields, needed, notImported } = words[language].imports
  const groups = missingFields(kind, mapping)
  return fieldsOf[kind].map((field) => {
    const column = mapping[field]
    const isMissing = groups.some((group) => group[0] === field)
    return {
      field,
      name: fields[field],
      isMissing,
      index: column === undefined ? 0 : column + 1,
      column: column === undefined ? (isMissing ? needed : notImported) : headerName(preview, column, language),
      sample: column === undefined ? '' : sampleOf(preview, column),
    }
  })
}

/** What a column can be chosen from: "not imported", then every header. */
function columnChoices(preview: Preview, language: Language): string[] {
  const { notImported } = words[language].imports
  return [notImported, ...preview.columns.map((_, column) => headerName(preview, column, language))]
}

/** What is missing when several fields could stand for it; '' when nothing is. */
function missingText(kind: ImportKind, mapping: Mapping, language: Language): string {
  const { fields, neededOne } = words[language].imports
  const name = (field: ImportField) => fields[field]
  const groups = missingFields(kind, mapping).filter((group) => group.length > 1)
  return groups.map((group) => fill(neededOne, { fields: group.map(name).join(' / ') })).join(' ')
}

/** What kind of file it is. */
function fileNote({ encoding, sheet }: Preview, language: Language): string {
  const { utf8, gb18030, sheet: word } = words[language].imports
  if (encoding === '') {
    return `XLSX · ${word} ${sheet}`
  }
  return encoding === 'utf-8' ? utf8 : gb18030
}

function headerName({ columns }: Preview, column: number, language: Language): string {
  return columns[column]?.header || fill(words[language].imports.unnamed, { number: column + 1 })
}

function sampleOf({ columns }: Preview, column: number): string {
  const values = columns[column]?.sample.filter((value) => value.trim() !== '') ?? []
  return [...new Set(values)].slice(0, 2).join('、')
}

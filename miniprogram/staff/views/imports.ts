/** Imports in words. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  fieldsOf,
  type ImportField,
  type ImportKind,
  type ImportView,
  importKinds,
  type Language,
  type Mapping,
  missingFields,
  type Preview,
  type ReportedProblem,
} from '../../lib/domain'
import { words } from '../words'

const SHOWN = 5
const GROUPS = /\B(?=(\d{3})+(?!\d))/g

/** 300000 as people read it: 300,000. */
const grouped = (count: number) => String(count).replace(GROUPS, ',')

/** The kinds to choose from. */
export function kindChoices(language: Language) {
  const { kinds, kindHints } = words[language].imports
  return importKinds.map((id) => ({ id, name: kinds[id], hint: kindHints[id] }))
}

/** The list of imports, newest first. */
export function importLines(imports: readonly ImportView[], language: Language) {
  const { kinds, states, rows, badRows, commandLine } = words[language].imports
  return imports.map(({ id, kind, state, name, counts, createdAt, by }) => {
    const count = fill(rows, { count: grouped(state === 'waiting' ? counts.total : counts.done) })
    const bad = counts.bad > 0 ? fill(badRows, { count: grouped(counts.bad) }) : ''
    return {
      id,
      name,
      state,
      stateWord: states[state],
      note: [kinds[kind], count, bad].filter((part) => part !== '').join(' · '),
      when: `${sayMoment(createdAt, language)} · ${by || commandLine}`,
    }
  })
}

/** The fields of a kind with the columns that they are taken from. `choices` begins with "not imported". */
export function columnRows(kind: ImportKind, preview: Preview, mapping: Mapping, language: Language) {
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
export function columnChoices(preview: Preview, language: Language): string[] {
  const { notImported } = words[language].imports
  return [notImported, ...preview.columns.map((_, column) => headerName(preview, column, language))]
}

/** What is missing when several fields could stand for it; '' when nothing is. */
export function missingText(kind: ImportKind, mapping: Mapping, language: Language): string {
  const { fields, neededOne } = words[language].imports
  const name = (field: ImportField) => fields[field]
  const groups = missingFields(kind, mapping).filter((group) => group.length > 1)
  return groups.map((group) => fill(neededOne, { fields: group.map(name).join(' / ') })).join(' ')
}

/** What kind of file it is. */
export function fileNote({ encoding, sheet }: Preview, language: Language): string {
  const { utf8, gb18030, sheet: word } = words[language].imports
  if (encoding === '') {
    return `XLSX · ${word} ${sheet}`
  }
  return encoding === 'utf-8' ? utf8 : gb18030
}

/** Progress and result of an import. */
export function importView(view: ImportView, language: Language) {
  const t = words[language].imports
  const { counts, state } = view
  const total = Math.max(counts.total, counts.done)
  const isSame = state === 'done' && counts.fresh + counts.changed === 0 && counts.unchanged > 0
  const heads = { placed: '', waiting: '', running: '', done: t.doneHead, stopped: t.stoppedHead, failed: t.failedHead }
  return {
    name: view.name,
    kindName: t.kinds[view.kind],
    total: grouped(total),
    percent: total === 0 ? 0 : Math.floor((counts.done / total) * 100),
    progress: fill(t.progress, { done: grouped(counts.done), total: grouped(total) }),
    head: isSame ? t.sameHead : heads[state],
    hint: isSame ? t.sameHint : state === 'done' ? '' : t.rowsKept,
    lines: (['fresh', 'changed', 'unchanged', 'bad'] as const).map((id) => ({
      id,
      name: t.counts[id],
      count: grouped(counts[id]),
    })),
    startWord: fill(t.start, { count: grouped(counts.total) }),
  }
}

/** The first bad rows, and how many more there are. */
export function problemLines(problems: readonly ReportedProblem[], language: Language) {
  const { rowNumber, reportWords, more } = words[language].imports
  const lines = problems.slice(0, SHOWN).map(({ row, column, problem }, index) => ({
    id: index,
    row: fill(rowNumber, { row: grouped(row) }),
    column: column || reportWords.wholeRow,
    reason: reportWords.problems[problem],
  }))
  const rest = problems.length - lines.length
  return { lines, more: rest > 0 ? fill(more, { count: grouped(rest) }) : '' }
}

function headerName({ columns }: Preview, column: number, language: Language): string {
  return columns[column]?.header || fill(words[language].imports.unnamed, { number: column + 1 })
}

function sampleOf({ columns }: Preview, column: number): string {
  const values = columns[column]?.sample.filter((value) => value.trim() !== '') ?? []
  return [...new Set(values)].slice(0, 2).join('、')
}

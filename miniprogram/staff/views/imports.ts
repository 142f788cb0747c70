/** Imports in words: the list, progress and result of one, its bad rows. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { type ImportView, importKinds, type Language, type ReportedProblem } from '../../lib/domain'
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
      // None of them is neither good nor bad news.
      tone: counts[id] === 0 ? '' : `count-${id}`,
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

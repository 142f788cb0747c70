/** The report of bad rows as a CSV file that Excel opens: row, column, reason in words. Never what stood in a cell. */
import type { ReportedProblem } from './api'
import type { RowProblem } from './import-rows'

/** The words of a report: its three headers, and a sentence for each problem. */
export type ReportWords = {
  row: string
  column: string
  reason: string
  wholeRow: string
  problems: Record<RowProblem, string>
}

/** Without it Excel takes UTF-8 for the system's encoding. */
const BYTE_ORDER_MARK = '\ufeff'

/** The file's text. */
export function reportText(problems: readonly ReportedProblem[], words: ReportWords): string {
  const lines = problems.map(({ row, column, problem }) => [
    String(row),
    column || words.wholeRow,
    words.problems[problem],
  ])
  const text = [[words.row, words.column, words.reason], ...lines].map((line) => line.map(quoted).join(','))
  return `${BYTE_ORDER_MARK}${text.join('\r\n')}\r\n`
}

// A header that begins like a formula would be one when the report is opened.
function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replace(/"/g, '""')}"`
}

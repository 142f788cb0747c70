/**
 * Cells of imported files made into values. Spreadsheets come full-width and half-width and with numbers where text was meant;
 * what can be read without guessing is read, everything else is a bad cell with its reason. Documents: import-documents.ts; days
 * and years: import-days.ts.
 */
import type { Degree } from '../registration/form'

/** Why a cell cannot be used; i18n has words for each. */
export const cellProblems = [
  'cell_missing',
  'cell_garbled', // the encoding is another one
  'cell_too_long',
  'cell_scientific', // a number kept as a rounded one: digits are lost
  'cell_formula_error', // #REF!, #N/A
  'cell_document_type',
  'document_shape',
  'document_check_digit',
  'document_date',
  'document_country',
  'cell_name',
  'cell_date',
  'cell_year',
  'cell_year_order',
  'cell_degree',
  'cell_phone',
  'cell_card_number',
  'cell_campus_kind',
] as const
export type CellProblem = (typeof cellProblems)[number]

const ROUNDED = /^[+-]?\d(\.\d+)?e\+?\d+$/i
const FORMULA_ERROR = /^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/i
/** The text of a cell: half-width, trimmed, inner blanks single. */
export function tidyCell(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
}

/** What is wrong with any cell, whatever it is for. */
export function checkCell(text: string, most: number): CellProblem | null {
  if (text.includes('\ufffd')) {
    return 'cell_garbled'
  }
  if (FORMULA_ERROR.test(text)) {
    return 'cell_formula_error'
  }
  return text.length > most ? 'cell_too_long' : null
}

/** True for a number that lost digits, as Excel writes an ID number that it took for an amount: 3.21102E+17. */
export function isRounded(text: string): boolean {
  return ROUNDED.test(text)
}

const degreeWords: readonly (readonly [RegExp, Degree])[] = [
  [/博士|doctor|phd|ph\.d/i, 'doctor'],
  [/硕士|研究生|master|mba|mpa/i, 'master'],
  [/本科|学士|专升本|bachelor|undergraduate/i, 'bachelor'],
  [/专科|大专|高职|中专|associate|diploma/i, 'associate'],
  [/交换|交流|访学|进修|exchange|visiting/i, 'exchange'],
  [/其他|结业|成人|other/i, 'other'],
]

/** The degree that a cell names; '' for an empty cell, null for one that is not understood. */
export function readDegree(text: string): Degree | '' | null {
  return text === '' ? '' : (degreeWords.find(([words]) => words.test(text))?.[1] ?? null)
}

export const campusKinds = ['staff', 'student', 'hospital', 'family', 'business'] as const
/** Notice 5(1): teachers and students, medical staff, families of staff, on-campus business service personnel. */
export type CampusKind = (typeof campusKinds)[number]

// The narrower words first: 附属医院职工 has 职工 in it, 教职工家属 too.
const campusWords: readonly (readonly [RegExp, CampusKind])[] = [
  [/家属|家眷|famil|spouse|dependant/i, 'family'],
  [/医院|医务|医护|医生|护士|hospital|medical/i, 'hospital'],
  [/商户|经营|服务人员|外包|物业|business|vendor|contract/i, 'business'],
  [/教职|教师|职工|教工|行政|员工|staff|teacher|faculty|employee/i, 'staff'],
  [/学生|本科|研究生|博士|硕士|student/i, 'student'],
]

/** The kind of campus identity that a cell names. */
export function readCampusKind(text: string): CampusKind | undefined {
  return campusWords.find(([words]) => words.test(text))?.[1] ?? campusKinds.find((kind) => kind === text.toLowerCase())
}

/**
 * Cells of imported files made into values. Spreadsheets come full-width and half-width, with dates in a dozen shapes, and with
 * numbers where text was meant; what can be read without guessing is read, everything else is a bad cell with its reason.
 */
import { type Document, type DocumentType, isIssuedInChina, normaliseNumber, validateDocument } from '../identity'
import { CHINA } from '../identity/document-type'
import type { Degree } from '../registration/form'
import { type Result, refuse } from '../result'
import { addDays, type Day, isDay } from '../time/shanghai'

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
// Excel counts days from 1899-12-30 (its year 1900 has a 29 February).
const EXCEL_EPOCH = '1899-12-30'
const EXCEL_DAYS = { from: 3_654, to: 73_050 } as const // 1910 to 2099

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

const typeWords: Record<DocumentType, RegExp> = {
  resident_id: /居民身份证|^身份证|^二代证|resident ?id|^id ?card/i,
  residence_permit_hmt: /居住证|residence permit/i,
  permanent_residence_2023: /永久居留|五星卡|permanent/i,
  permanent_residence_2017: /永久居留.*2017|permanent.*2017/i,
  travel_permit_hk_macao: /港澳|回乡证|hong ?kong|macao/i,
  travel_permit_taiwan: /台湾|台胞|taiwan/i,
  passport: /护照|passport/i,
}
// The narrower words first: 港澳台居民居住证 has 港澳 in it.
const typeOrder: readonly DocumentType[] = [
  'residence_permit_hmt',
  'permanent_residence_2017',
  'permanent_residence_2023',
  'travel_permit_hk_macao',
  'travel_permit_taiwan',
  'passport',
  'resident_id',
]

const numberShapes: readonly (readonly [RegExp, DocumentType])[] = [
  [/^8[123]0000\d{11}[\dX]$/, 'residence_permit_hmt'],
  [/^9\d{16}[\dX]$/, 'permanent_residence_2023'],
  [/^[A-Z]{3}\d{12}$/, 'permanent_residence_2017'],
  [/^([1-8]\d{16}[\dX]|[1-8]\d{14})$/, 'resident_id'],
  [/^[HM]\d{8}(\d{2})?$/, 'travel_permit_hk_macao'],
]

/**
 * The document of a row. Without a type the number's own shape decides; numbers whose shape several types share (Taiwan
 * permits, passports) need one.
 */
export function readDocument(
  cells: { type: string; number: string; country: string },
  today: Day,
): Result<Document, CellProblem> {
  if (isRounded(cells.number)) {
    return refuse('cell_scientific')
  }
  const number = normaliseNumber(cells.number)
  const type = cells.type === '' ? typeOfNumber(number, cells.country) : typeOfWords(cells.type, number)
  if (!type) {
    return refuse(
      cells.type === '' && /^[A-Z0-9]{5,20}$/.test(number) === false ? 'document_shape' : 'cell_document_type',
    )
  }
  const country = isIssuedInChina(type) ? CHINA : cells.country
  return validateDocument({ type, number, country }, today)
}

function typeOfWords(words: string, number: string): DocumentType | undefined {
  const type = typeOrder.find((candidate) => typeWords[candidate].test(words) || candidate === words.toLowerCase())
  // Offices write one word for both generations of the permanent residence card; the number tells them apart.
  return type?.startsWith('permanent_residence') ? (typeOfNumber(number, '') ?? type) : type
}

function typeOfNumber(number: string, country: string): DocumentType | undefined {
  const shape = numberShapes.find(([pattern]) => pattern.test(number))
  return shape?.[1] ?? (/^[A-Z]{3}$/.test(country) && country !== CHINA ? 'passport' : undefined)
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

/**
 * A year as files have it: 2012, 2012年, 2012级, 2012届, 2012-06, 201206, 2012/6/30, a day that Excel counted.
 * @returns null for an empty cell, undefined for one that is no year
 */
export function readYear(text: string): number | null | undefined {
  if (text === '') {
    return null
  }
  const found = /^((?:19|20)\d{2})(?:\.0)?(?:$|[年级届./\-\s]|(?:0[1-9]|1[0-2])(?:[0-3]\d)?$)/.exec(text)
  if (found) {
    return Number(found[1])
  }
  // 20129 is a year with a slip of the finger rather than a day of 1955.
  const day = /^(19|20)\d{3}$/.test(text) ? null : readDay(text)
  return day ? Number(day.slice(0, 4)) : undefined
}

/**
 * A day as files have it: 2020-01-05, 2020/1/5, 2020.1.5, 20200105, 2020年1月5日, with or without a time, or Excel's count.
 * @returns null for an empty cell, undefined for one that is no day
 */
export function readDay(text: string): Day | null | undefined {
  if (text === '' || /^(长期|无|永久|none|-+)$/i.test(text)) {
    return null
  }
  const parts =
    /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts) {
    const [, year, month = '', date = ''] = parts
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return isDay(day) ? day : undefined
  }
  const count = /^\d{4,5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
  return count >= EXCEL_DAYS.from && count <= EXCEL_DAYS.to ? addDays(EXCEL_EPOCH, count) : undefined
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

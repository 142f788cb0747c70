/** Identity documents in imported files: told by the words for their type, or by the shape of their number. */
import { type Document, type DocumentType, isIssuedInChina, normaliseNumber, validateDocument } from '../identity'
import { CHINA } from '../identity/document-type'
import { type Result, refuse } from '../result'
import type { Day } from '../time/shanghai'
import { type CellProblem, isRounded } from './import-cells'

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

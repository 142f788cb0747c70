/**
 * What makes a document number acceptable: shape, a birth date that exists, check digit, issuing country. Run on the phone
 * while people type and again in the cloud function. Sources: GB 11643-1999 (resident numbers), the National Immigration
 * Administration's card formats, ICAO 9303 (7-3-1). A county code is never looked up: real numbers carry abolished ones.
 */
import { ok, type Refused, type Result, refuse } from '../result'
import { type Day, isDay } from '../time/shanghai'
import { isCountry } from './countries'
import { CHINA, type Document, type DocumentType, isIssuedInChina } from './document-type'
import { mod11And2 } from './iso7064'
import { normaliseDocument } from './normalise'
import { weights731 } from './weights731'

export const documentCodes = [
  'document_shape', // details.belongsTo: the type that this number is of, when it is plainly another's
  'document_check_digit',
  'document_date',
  'document_country',
] as const
export type DocumentCode = (typeof documentCodes)[number]

const shapes: Record<DocumentType, RegExp> = {
  resident_id: /^(?!8[123]0000)[1-8]\d{16}[\dX]$/,
  residence_permit_hmt: /^8[123]0000\d{11}[\dX]$/,
  permanent_residence_2023: /^9\d{16}[\dX]$/,
  permanent_residence_2017: /^[A-Z]{3}\d{12}$/,
  travel_permit_hk_macao: /^[HM]\d{8}(\d{2})?$/,
  travel_permit_taiwan: /^(\d{8}|\d{10})$/,
  passport: /^[A-Z0-9]{5,20}$/,
}

/** The types whose numbers are 18 characters closed by check A and tell each other apart by their first digits. */
const residentFamily = ['resident_id', 'residence_permit_hmt', 'permanent_residence_2023'] as const

/**
 * Checks one document.
 * @param document as typed; spelling is forgiven ({@link normaliseDocument})
 * @param today Shanghai day; nobody is born after it
 * @returns the normalised document, or the first thing wrong with it: country, shape, date, check digit
 */
export function validateDocument(document: Document, today: Day): Result<Document, DocumentCode> {
  const normal = normaliseDocument(document)
  if (!isAcceptedCountry(normal)) {
    return refuse('document_country')
  }
  if (!shapes[normal.type].test(normal.number)) {
    return refuseShape(normal)
  }
  if (!isBirthDatePossible(normal, today)) {
    return refuse('document_date')
  }
  return isCheckDigitRight(normal) ? ok(normal) : refuse('document_check_digit')
}

function isAcceptedCountry({ type, country }: Document): boolean {
  return isIssuedInChina(type) ? country === CHINA : isCountry(country)
}

// One person must not become two by choosing the wrong type for a number, so a neighbour's number is refused by name.
function refuseShape({ type, number }: Document): Refused<'document_shape'> {
  const inFamily = residentFamily.some((member) => member === type)
  const owner = inFamily ? residentFamily.find((member) => shapes[member].test(number)) : undefined
  return owner ? refuse('document_shape', { belongsTo: owner }) : refuse('document_shape')
}

function isBirthDatePossible({ type, number }: Document, today: Day): boolean {
  if (type !== 'resident_id' && type !== 'residence_permit_hmt') {
    return true
  }
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return isDay(day) && day <= today
}

function isCheckDigitRight({ type, number }: Document): boolean {
  const body = number.slice(0, -1)
  const last = number.slice(-1)
  switch (type) {
    case 'resident_id':
    case 'residence_permit_hmt':
    case 'permanent_residence_2023':
      return mod11And2(body) === last
    case 'permanent_residence_2017':
      return weights731(body) === last
    default:
      return true // these numbers carry none
  }
}

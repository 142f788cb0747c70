/**
 * The registration form: its fields and what makes each one acceptable. The phone runs this while people type and the cloud
 * function runs it again, so both always agree. Source: notice III.1 (real name, ID number); product "Registration".
 */
import { type Document, validateDocument } from '../identity'
import { ok, type Result, refuse } from '../result'
import type { Day } from '../time/shanghai'
import { checkPhone, normalisePhone } from './phone'

export const degrees = ['associate', 'bachelor', 'master', 'doctor', 'exchange', 'other'] as const
export type Degree = (typeof degrees)[number]

/** One period of study at this university; years are Gregorian. */
export type Study = {
  school: string
  major: string
  degree: Degree
  entryYear: number
  graduationYear: number
  studentNumber?: string | undefined
}

/** What an alumnus fills in. Photos are storage file IDs; the phone number is E.164. */
export type ApplicationForm = {
  nameChinese: string
  nameLatin: string
  document: Document
  phone: string
  email: string
  studies: Study[]
  portrait: string
  proof: string
}

/** What can be wrong with one field; i18n has a sentence for each. */
export const fieldCodes = [
  'required',
  'too_long',
  'name_chinese',
  'name_latin',
  'document_shape',
  'document_check_digit',
  'document_date',
  'document_country',
  'phone_shape',
  'email_shape',
  'year_range',
  'year_order',
  'student_number_shape',
  'too_many',
  'photo_missing',
] as const
export type FieldCode = (typeof fieldCodes)[number]

/** Errors by field path ("document.number", "studies.0.major"). */
export type FieldErrors = Record<string, FieldCode>

export const limits = { name: 60, text: 60, email: 120, studies: 5 } as const

// The school that became the university was founded in 1902.
const FIRST_YEAR = 1902
const HAN_NAME = /^\p{Script=Han}[\p{Script=Han}·]{0,28}\p{Script=Han}$/u
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}' .-]*\p{Script=Latin}\.?$/u
// One @, no blanks, a dot in the domain: real delivery is the only full test of an address.
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/
const STUDENT_NUMBER = /^[A-Za-z0-9]{4,20}$/

/** True when the name that must be given is the Latin one, as the document carries it. */
export function needsLatinName(type: Document['type']): boolean {
  return type === 'passport' || type === 'permanent_residence_2017' || type === 'permanent_residence_2023'
}

/** Puts a form into the shape that is stored: trimmed, Latin names in capitals, inner blanks single. */
export function tidyForm(form: ApplicationForm): ApplicationForm {
  const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')
  return {
    ...form,
    nameChinese: tidy(form.nameChinese).replace(/[•‧・]/g, '·'),
    nameLatin: tidy(form.nameLatin).toUpperCase(),
    phone: normalisePhone(form.phone),
    email: form.email.trim(),
    studies: form.studies.map((study) => ({ ...study, school: tidy(study.school), major: tidy(study.major) })),
  }
}

/**
 * Checks the whole form.
 * @param today Shanghai day; documents and years are compared with it
 * @param needsProof as for {@link checkPhotos}
 * @returns the tidied form with its document normalised, or `form_invalid` whose details are the {@link FieldErrors}
 */
export function checkForm(
  form: ApplicationForm,
  today: Day,
  needsProof = true,
): Result<ApplicationForm, 'form_invalid'> {
  const tidied = tidyForm(form)
  const errors: FieldErrors = {
    ...checkNames(tidied),
    ...checkDocument(tidied.document, today),
    ...checkContact(tidied),
    ...checkStudies(tidied.studies, today),
    ...checkPhotos(tidied, needsProof),
  }
  const document = validateDocument(tidied.document, today)
  if (!document.ok || Object.keys(errors).length > 0) {
    return refuse('form_invalid', errors)
  }
  return ok({ ...tidied, document: document.value })
}

/** Errors of the identity document. */
export function checkDocument(document: Document, today: Day): FieldErrors {
  const checked = validateDocument(document, today)
  if (checked.ok) {
    return {}
  }
  if (checked.code === 'document_country') {
    return { 'document.country': checked.code }
  }
  return { 'document.number': document.number.trim() === '' ? 'required' : checked.code }
}

/** Errors of the two name fields. */
export function checkNames(form: Pick<ApplicationForm, 'nameChinese' | 'nameLatin' | 'document'>): FieldErrors {
  const errors: FieldErrors = {}
  const latin = needsLatinName(form.document.type)
  const chinese = checkName(form.nameChinese.trim(), HAN_NAME, 'name_chinese', !latin)
  const roman = checkName(form.nameLatin.trim(), LATIN_NAME, 'name_latin', latin)
  if (chinese) {
    errors.nameChinese = chinese
  }
  if (roman) {
    errors.nameLatin = roman
  }
  return errors
}

function checkName(name: string, shape: RegExp, code: FieldCode, required: boolean): FieldCode | null {
  if (name === '') {
    return required ? 'required' : null
  }
  if (name.length > limits.name) {
    return 'too_long'
  }
  return shape.test(name) ? null : code
}

/** Errors of phone and e-mail. */
export function checkContact(form: Pick<ApplicationForm, 'phone' | 'email'>): FieldErrors {
  const errors: FieldErrors = {}
  const phone = checkPhone(form.phone)
  if (phone) {
    errors.phone = phone
  }
  const email = form.email.trim()
  if (email.length > limits.email) {
    errors.email = 'too_long'
  } else if (email !== '' && !EMAIL.test(email)) {
    errors.email = 'email_shape'
  }
  return errors
}

/** Errors of the study records, by index. */
export function checkStudies(studies: readonly Study[], today: Day): FieldErrors {
  if (studies.length === 0) {
    return { studies: 'required' }
  }
  if (studies.length > limits.studies) {
    return { studies: 'too_many' }
  }
  const errors: FieldErrors = {}
  for (const [index, study] of studies.entries()) {
    for (const [field, code] of Object.entries(checkStudy(study, today))) {
      errors[`studies.${index}.${field}`] = code
    }
  }
  return errors
}

function checkStudy(study: Study, today: Day): FieldErrors {
  const errors: FieldErrors = {}
  const thisYear = Number(today.slice(0, 4))
  for (const field of ['school', 'major'] as const) {
    const text = study[field].trim()
    if (text === '' || text.length > limits.text) {
      errors[field] = text === '' ? 'required' : 'too_long'
    }
  }
  for (const field of ['entryYear', 'graduationYear'] as const) {
    const year = study[field]
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > thisYear) {
      errors[field] = 'year_range'
    }
  }
  if (!errors.entryYear && !errors.graduationYear && study.graduationYear < study.entryYear) {
    errors.graduationYear = 'year_order'
  }
  if (study.studentNumber && !STUDENT_NUMBER.test(study.studentNumber)) {
    errors.studentNumber = 'student_number_shape'
  }
  return errors
}

/** Errors of the two photos. @param needsProof false when the archive knows the person (proof.ts) */
export function checkPhotos(form: Pick<ApplicationForm, 'portrait' | 'proof'>, needsProof = true): FieldErrors {
  const errors: FieldErrors = {}
  if (form.portrait === '') {
    errors.portrait = 'photo_missing'
  }
  if (needsProof && form.proof === '') {
    errors.proof = 'photo_missing'
  }
  return errors
}

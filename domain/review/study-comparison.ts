/** A study record of the form beside one of the archive, field by field. */
import { type Comparison, DIFFERENT, SAME } from '../archive/agreement'
import type { ArchiveStudy } from '../archive/record'
import { compareMajors, compareSchools } from '../archive/text-comparison'
import type { Study } from '../registration/form'
import type { FieldMatch } from './candidate'

export const studyFields = ['school', 'major', 'degree', 'entryYear', 'graduationYear', 'studentNumber'] as const
export type StudyField = (typeof studyFields)[number]

const NOT_ON_RECORD: Comparison = { agreement: 'unknown', why: 'not_on_record' }

/** All fields in their order on the form. */
export function compareStudies(study: Study, record: ArchiveStudy): FieldMatch[] {
  const { studentNumber = '' } = study
  return [
    line('school', study.school, record.school, compareSchools(study.school, record.school)),
    line('major', study.major, record.major, compareMajors(study.major, record.major)),
    line('degree', study.degree, record.degree, compareDegrees(study.degree, record.degree)),
    line('entryYear', study.entryYear, record.entryYear, compareYears(study.entryYear, record.entryYear)),
    line(
      'graduationYear',
      study.graduationYear,
      record.graduationYear,
      compareYears(study.graduationYear, record.graduationYear),
    ),
    line('studentNumber', studentNumber, record.studentNumber, compareNumbers(studentNumber, record.studentNumber)),
  ]
}

function line(
  field: StudyField,
  form: string | number,
  record: string | number | null,
  compared: Comparison,
): FieldMatch {
  return { field, form, record: record ?? '', ...compared }
}

/** Archives call exchange studies by many names, so `exchange` and `other` are one. */
function compareDegrees(form: Study['degree'], record: ArchiveStudy['degree']): Comparison {
  if (record === '') {
    return NOT_ON_RECORD
  }
  if (form === record) {
    return SAME
  }
  const loose = ['exchange', 'other']
  return loose.includes(form) && loose.includes(record) ? { agreement: 'equivalent', why: 'similar' } : DIFFERENT
}

/** People remember the year they came or left, archives the year of the register: one apart is close. */
function compareYears(form: number, record: number | null): Comparison {
  if (record === null) {
    return NOT_ON_RECORD
  }
  if (form === record) {
    return SAME
  }
  return Math.abs(form - record) === 1 ? { agreement: 'close', why: 'next_year' } : DIFFERENT
}

function compareNumbers(form: string, record: string): Comparison {
  if (record === '') {
    return NOT_ON_RECORD
  }
  if (form === '') {
    return { agreement: 'unknown', why: 'not_given' }
  }
  return isSameNumber(form, record) ? SAME : DIFFERENT
}

/** Student numbers are typed with blanks, in small letters, in full width. */
export function isSameNumber(one: string, other: string): boolean {
  return tidy(one) === tidy(other)
}

const tidy = (number: string) => number.normalize('NFKC').replace(/\s/g, '').toUpperCase()

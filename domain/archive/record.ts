/**
 * A study record of the alumni archive: one period of study of one alumnus, as the university has it on file. It never
 * holds an ID number, masked or not; a person is known by the keyed digest of their document, if the file had one.
 */
import type { Degree } from '../registration/form'
import { nameKeys } from './names'

/** What a row of the archive says. */
export type ArchiveStudy = {
  /** Keyed digest of the document (hex); '' when the archive does not know it. */
  digest: string
  nameChinese: string
  nameLatin: string
  school: string
  major: string
  /** '' when the archive does not know it. */
  degree: Degree | ''
  /** Gregorian; null when the archive does not know it. */
  entryYear: number | null
  graduationYear: number | null
  /** '' when there is none. */
  studentNumber: string
}

const tidy = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

/**
 * The text that names a study record: the same row imported twice has the same one, so the second import finds the first's
 * record instead of adding another. With a student number it is that number and the name, because the schools that became
 * this university numbered their students each for itself; without one it is everything that tells two records apart.
 * Names count by their key, so a file in traditional characters names the same record.
 *
 * The store keeps a keyed hash of it as `_id` (cloudfunctions/_kit/digest.ts), never the text.
 */
export function studyKeyText(study: ArchiveStudy): string {
  const [name = ''] = nameKeys(study)
  const { studentNumber, digest, school, major, degree, entryYear, graduationYear } = study
  const number = tidy(studentNumber)
  if (number !== '') {
    return `number|${number}|${name}`
  }
  return ['study', digest, name, tidy(school), tidy(major), degree, entryYear ?? '', graduationYear ?? ''].join('|')
}

/**
 * The archive match: whether the university's archive knows an applicant, and what differs. By document digest first; where
 * the archive has none, by name and study record. Every line of the result has a reason that a reviewer can read.
 *
 *   exact    the document is on record, or name, school, years and student number are; nothing differs
 *   differs  one person on record fits best; these fields differ
 *   several  more than one fits, best first
 *   unknown  nobody fits
 *
 * Only exact ones may be approved in bulk (bulk.ts), so exact is strict: a document that is not on record needs the student
 * number, and a slip of one year is a difference. Source: product "Review".
 */
import { agrees } from '../archive/agreement'
import { type Candidate, type OnRecord, personOf, type Scored, type Sought } from './candidate'
import type { MatchKind } from './match-kind'
import { compareStudies, isSameNumber, type StudyField } from './study-comparison'

export type Match = { kind: Exclude<MatchKind, 'pending'>; candidates: Candidate[] }

/** More than these nobody compares; the best ones are kept. */
export const MOST_CANDIDATES = 5
/** Candidates further behind the best one than this are not shown. */
const MARGIN = 3
/** Points of the studies that a candidate by name needs, and one of which only a part of the name is the same. */
const PLAUSIBLE = 1
const PLAUSIBLE_IN_PART = 7

/**
 * Matches one application.
 * @param found records of the archive with its digest or one of its name keys, in any order; others do no harm
 */
export function match(sought: Sought, found: readonly OnRecord[]): Match {
  const records = [...found].sort((a, b) => (a._id < b._id ? -1 : 1))
  const documented = records.filter(({ digest }) => digest !== '' && digest === sought.digest)
  if (documented.length > 0) {
    const person = personOf(sought, documented, 'document')
    return { kind: isExact(person, sought) ? 'exact' : 'differs', candidates: [withoutScore(person)] }
  }
  const fitting = people(
    sought,
    records.filter((record) => isNear(sought, record)),
  )
    .map((person) => personOf(sought, person, 'name'))
    .filter(isPlausible)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const best = fitting[0]
  if (!best) {
    return { kind: 'unknown', candidates: [] }
  }
  const near = fitting.filter(({ score }) => score >= best.score - MARGIN)
  const alone = near.length === 1
  const kind = alone ? (isExact(best, sought) ? 'exact' : 'differs') : 'several'
  return { kind, candidates: near.slice(0, MOST_CANDIDATES).map(withoutScore) }
}

/** Cheap, and before everything else: most namesakes studied at another time. */
function isNear({ studies }: Sought, { entryYear, graduationYear, studentNumber }: OnRecord): boolean {
  const beside = (mine: number, theirs: number | null) => theirs !== null && Math.abs(mine - theirs) <= 1
  return studies.some(
    (study) =>
      beside(study.entryYear, entryYear) ||
      beside(study.graduationYear, graduationYear) ||
      (studentNumber !== '' && isSameNumber(study.studentNumber ?? '', studentNumber)),
  )
}

/** Records of one person: those of one document, or one record without a document. */
function people(sought: Sought, records: readonly OnRecord[]): OnRecord[][] {
  const byDocument = new Map<string, OnRecord[]>()
  for (const record of records) {
    const key = record.digest || record._id
    byDocument.set(key, [...(byDocument.get(key) ?? []), record])
  }
  const groups = [...byDocument.values()]
  const single = groups.filter(([first]) => first?.digest === '').flat()
  // Somebody's bachelor's and master's records without a document: each fits another study of the form.
  const joined = sought.studies.length > 1 ? joinStudies(sought, single) : null
  return joined ? [...groups.filter(([first]) => !joined.includes(first as OnRecord)), joined] : groups
}

function joinStudies(sought: Sought, records: readonly OnRecord[]): OnRecord[] | null {
  const fitting = sought.studies.map((study) =>
    records.filter((record) => compareStudies(study, record).every(({ agreement }) => agreement !== 'different')),
  )
  const chosen = fitting.flatMap((found) => (found.length === 1 ? found : []))
  return chosen.length === sought.studies.length && new Set(chosen).size > 1 ? chosen : null
}

/** By name alone, homonyms of other years are other people; part of a name needs everything else. */
function isPlausible({ name, studies, studyPoints }: Scored): boolean {
  const fields = studies.flatMap((study) => study.fields ?? [])
  const near = fields.some(
    ({ field, agreement }) =>
      (field === 'entryYear' || field === 'graduationYear' || field === 'studentNumber') &&
      ['same', 'equivalent', 'close'].includes(agreement),
  )
  if (name.agreement === 'different') {
    return false
  }
  return near && studyPoints >= (name.agreement === 'close' ? PLAUSIBLE_IN_PART : PLAUSIBLE)
}

function isExact({ by, name, studies, document }: Candidate, sought: Sought): boolean {
  const onRecord = studies.every(({ fields }) => fields !== null)
  const fields = studies.flatMap((study) => study.fields ?? [])
  const fits = fields.every((field) => agrees(field) || field.why === 'not_on_record' || field.why === 'not_given')
  const known = (wanted: StudyField) => fields.filter(({ field }) => field === wanted).every(agrees)
  if (!onRecord || !fits || !agrees(name) || sought.studies.length === 0) {
    return false
  }
  if (by === 'document') {
    return known('entryYear') || known('graduationYear')
  }
  return document.agreement === 'unknown' && (['studentNumber', 'school', 'entryYear'] as const).every(known)
}

function withoutScore({ score: _, studyPoints: __, ...candidate }: Scored): Candidate {
  return candidate
}

/**
 * A person on record as a candidate: each study of the form beside the record that fits it best, and points by which
 * candidates are put in order. The points are for sorting and for leaving out homonyms; what a match is called is decided
 * by rules that can be read (match.ts).
 */
import { type Agreement, agreements, type Comparison } from '../archive/agreement'
import { compareNames, type FoldedName } from '../archive/name-comparison'
import type { ArchiveStudy } from '../archive/record'
import type { Study } from '../registration/form'
import { compareStudies, type StudyField } from './study-comparison'

/** What is looked for. */
export type Sought = { digest: string; name: FoldedName; studies: readonly Study[] }

/** A record of the archive with its key and its stored name keys. */
export type OnRecord = ArchiveStudy & { _id: string; nameKeys: readonly string[] }

export type FieldMatch = Comparison & { field: StudyField; form: string | number; record: string | number }

/** One study of the form beside the record that fits it best; null: the archive has none for it. */
export type StudyMatch = { study: number; fields: FieldMatch[] } | { study: number; fields: null }

/** One person on record. */
export type Candidate = {
  /** Key of the record that fits best. */
  id: string
  by: 'document' | 'name'
  document: Comparison
  name: Comparison & { record: string }
  studies: StudyMatch[]
}

/** A candidate with its points; `studyPoints` leaves the name out. */
export type Scored = Candidate & { score: number; studyPoints: number }

const WEIGHT: Readonly<Record<StudyField, number>> = {
  school: 2,
  major: 2,
  degree: 1,
  entryYear: 3,
  graduationYear: 3,
  studentNumber: 6,
}
const NAME_WEIGHT = 6
const SHARE: Readonly<Record<Agreement, number>> = { same: 1, equivalent: 1, close: 0.5, different: -0.5, unknown: 0 }

/**
 * Scores one person.
 * @param records theirs, at least one
 * @param by how they were found
 */
export function personOf(sought: Sought, records: readonly OnRecord[], by: Candidate['by']): Scored {
  const free = new Set(records)
  let points = 0
  let best = { id: records[0]?._id ?? '', points: Number.NEGATIVE_INFINITY }
  const studies = sought.studies.map((study, index): StudyMatch => {
    const compared = [...free].map((record) => {
      const fields = compareStudies(study, record)
      return { record, fields, points: pointsOf(fields) }
    })
    const first = compared.sort((a, b) => b.points - a.points || (a.record._id < b.record._id ? -1 : 1))[0]
    if (!first) {
      return { study: index, fields: null }
    }
    free.delete(first.record)
    points += first.points
    best = best.points >= first.points ? best : { id: first.record._id, points: first.points }
    return { study: index, fields: first.fields }
  })
  const named = bestName(sought, records)
  return {
    id: best.id,
    by,
    document: documentOf(records, by),
    name: named,
    studies,
    studyPoints: points,
    score: points + SHARE[named.agreement] * NAME_WEIGHT,
  }
}

function bestName(sought: Sought, records: readonly OnRecord[]): Candidate['name'] {
  const compared = records.map((record) => ({
    ...compareNames(sought.name, record),
    record: record.nameChinese || record.nameLatin,
  }))
  const best = compared.sort((a, b) => agreements.indexOf(a.agreement) - agreements.indexOf(b.agreement))[0]
  return best ?? { agreement: 'unknown', why: 'not_on_record', record: '' }
}

function documentOf(records: readonly OnRecord[], by: Candidate['by']): Comparison {
  if (by === 'document') {
    return { agreement: 'same' }
  }
  const known = records.some(({ digest }) => digest !== '')
  return known ? { agreement: 'different' } : { agreement: 'unknown', why: 'not_on_record' }
}

function pointsOf(fields: readonly FieldMatch[]): number {
  return fields.reduce((sum, { field, agreement }) => sum + WEIGHT[field] * SHARE[agreement], 0)
}

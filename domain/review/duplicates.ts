/**
 * Applications that may be the same person's under another document: the name is the same, and the study or the phone, too.
 * One document never has two (claims); a passport and a resident ID can only be noticed by a person, so they are shown.
 */
import type { Study } from '../registration/form'

export type DuplicateReason = 'same_study' | 'same_phone' | 'same_name'

type Person = { studies: readonly Study[]; phoneMasked: string }

const NEAR_YEARS = 1

/** Why two applications of one name may be one person's, or null: homonyms who studied at other times. */
export function duplicateReason(one: Person, other: Person): DuplicateReason | null {
  if (one.studies.some((study) => other.studies.some((theirs) => isSameStudy(study, theirs)))) {
    return 'same_study'
  }
  return one.phoneMasked === other.phoneMasked ? 'same_phone' : null
}

function isSameStudy(one: Study, other: Study): boolean {
  return one.degree === other.degree && Math.abs(one.entryYear - other.entryYear) <= NEAR_YEARS
}

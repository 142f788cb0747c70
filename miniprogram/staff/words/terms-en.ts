/** The words of closed lists in English: documents, degrees, reasons, states. */
import type { Shape } from './shape'
import type { terms as zh } from './terms-zh'

type Terms = Shape<typeof zh>

const documentTypes: Terms['documentTypes'] = {
  resident_id: 'Resident ID card',
  residence_permit_hmt: 'Residence permit (HK, Macao, Taiwan)',
  permanent_residence_2023: 'Permanent residence (2023)',
  permanent_residence_2017: 'Permanent residence (2017)',
  travel_permit_hk_macao: 'Mainland travel permit (HK, Macao)',
  travel_permit_taiwan: 'Mainland travel permit (Taiwan)',
  passport: 'Passport',
}

const degrees: Terms['degrees'] = {
  associate: 'Associate',
  bachelor: 'Bachelor',
  master: 'Master',
  doctor: 'Doctor',
  exchange: 'Exchange',
  other: 'Other',
}

const reasons: Terms['reasons'] = {
  portrait_unclear: 'Portrait not clear',
  proof_unreadable: 'Proof cannot be read',
  proof_does_not_match: 'Proof does not match the form',
  name_differs: 'Name differs from the proof',
  document_differs: 'ID number differs from the proof',
  study_incomplete: 'Study record incomplete',
  not_found_in_archive: 'Not found in the archive',
  current_campus_identity: 'Holds a current campus identity',
  has_card_already: 'Has an alumni card already',
  forged: 'Proof is not genuine',
  other: 'Other (add a note)',
}

const cardStatuses: Terms['cardStatuses'] = {
  issued: 'Not activated',
  active: 'In use',
  suspended: 'Suspended',
  revoked: 'Revoked',
}

const cardReasons: Terms['cardReasons'] = {
  resolved: 'Problem solved',
  mistake: 'Earlier step was a mistake',
  phone_lost: 'Phone lost',
  sharing: 'Shared with others',
  misuse: 'Misused',
  identity_doubt: 'Identity in doubt',
  holder_asked: 'Holder asked for it',
  not_entitled: 'Not entitled',
  deceased: 'Holder has died',
  issued_in_error: 'Issued in error',
  other: 'Other (add a note)',
}

const verdicts: Terms['verdicts'] = {
  malformed: 'not a pass',
  unknown_key: 'key unknown',
  forged: 'forged',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  clock_wrong: 'wrong time',
  replayed: 'used already',
  not_allowed_here: 'not here',
  list_stale: 'let in by ID',
  admitted: 'let in',
}

export const terms: Terms = {
  documentTypes,
  degrees,
  reasons,
  roles: { guard: 'guard', reviewer: 'reviewer', admin: 'administrator' },
  filters: {
    undecided: 'To review',
    approve: 'Approved',
    return: 'Returned',
    reject: 'Rejected',
    waiting: 'Next round',
  },
  decisions: { approve: 'approved', return: 'returned', reject: 'rejected' },
  cardStatuses,
  cardReasons,
  verdicts,
}

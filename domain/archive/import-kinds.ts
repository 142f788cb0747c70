/**
 * What can be imported, and what each kind of file must and may hold.
 */

export const importKinds = ['alumni', 'campus', 'cards'] as const
/** `alumni`: the archive; `campus`: people with a current campus identity; `cards`: cards issued before this system. */
export type ImportKind = (typeof importKinds)[number]

export const importFields = [
  'nameChinese',
  'nameLatin',
  'documentType',
  'documentNumber',
  'documentCountry',
  'school',
  'major',
  'degree',
  'entryYear',
  'graduationYear',
  'studentNumber',
  'campusKind',
  'until',
  'cardNumber',
  'phone',
  'issued',
] as const
export type ImportField = (typeof importFields)[number]

/** The place of each field among the columns, counted from 0; a field that the file does not have is left out. */
export type Mapping = { [Field in ImportField]?: number | undefined }

const DOCUMENT = ['documentType', 'documentNumber', 'documentCountry'] as const
const NAMES = ['nameChinese', 'nameLatin'] as const

/** The fields of a kind, in the order in which staff see them. */
export const fieldsOf: Record<ImportKind, readonly ImportField[]> = {
  alumni: [...NAMES, 'studentNumber', ...DOCUMENT, 'school', 'major', 'degree', 'entryYear', 'graduationYear'],
  campus: [...DOCUMENT, 'campusKind', 'until'],
  cards: ['cardNumber', ...NAMES, ...DOCUMENT, 'phone', 'issued', 'until'],
}

/** Of each group at least one column must be there. */
export const requiredOf: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  alumni: [NAMES, ['studentNumber', 'documentNumber', 'entryYear', 'graduationYear']],
  campus: [['documentNumber'], ['campusKind']],
  cards: [['cardNumber'], NAMES, ['documentNumber']],
}

/** The groups of fields of which no column is mapped. */
export function missingFields(kind: ImportKind, mapping: Mapping): ImportField[][] {
  return requiredOf[kind]
    .filter((group) => group.every((field) => mapping[field] === undefined))
    .map((group) => [...group])
}

/** Megabytes of a file. */
export const MOST_MEGABYTES = 50

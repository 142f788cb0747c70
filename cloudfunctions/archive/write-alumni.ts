/** Study records of the archive. Of a document only its keyed digest is kept. */
import { nameKeys } from '../../domain/archive/names'
import type { ArchiveStudy } from '../../domain/archive/record'
import { archiveKeyOf } from '../_kit/archive-key'
import { digestsOf } from '../_kit/digest'
import type { Stored } from '../_kit/store'
import type { Chunk, GoodRow, Outcome } from './outcome'
import { type Wanted, writeRecords } from './write-records'

const FIELDS = [
  'digest',
  'nameChinese',
  'nameLatin',
  'school',
  'major',
  'degree',
  'entryYear',
  'graduationYear',
  'studentNumber',
] as const satisfies (keyof ArchiveStudy)[]

export function writeAlumni(rows: GoodRow<'alumni'>[], chunk: Chunk): Promise<Outcome> {
  return writeRecords(
    'archive',
    rows.map((row) => wanted(row, chunk)),
    chunk,
  )
}

function wanted({ row, value }: GoodRow<'alumni'>, { now }: Chunk): Wanted<'archive'> {
  const { document, ...rest } = value
  const digests = document ? digestsOf(document) : []
  const study: ArchiveStudy = { ...rest, digest: digests[0] ?? '' }
  const fields = { ...study, nameKeys: nameKeys(study), importedAt: now }
  return {
    row,
    id: archiveKeyOf({ ...study, digest: digests.at(-1) ?? '' }),
    fields,
    changes: (stored) => (isSame(stored, study) ? null : fields),
  }
}

function isSame(stored: Stored<'archive'>, study: ArchiveStudy): boolean {
  return FIELDS.every((field) => stored[field] === study[field])
}

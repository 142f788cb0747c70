/**
 * The key of a study record of the archive. Its text names a person, so it is hashed under the secret that hides
 * documents. Apart from digest.ts because it folds names, whose tables only functions that need them should load.
 */
import { createHmac } from 'node:crypto'
import { type ArchiveStudy, studyKeyText } from '../../domain/archive/record'
import { secretKey } from './keys'

const key = secretKey('IDENTITY_DIGEST_KEY', 32)

/** @returns 64 hex digits; the same for the same row, however often it is imported */
export function archiveKeyOf(study: ArchiveStudy): string {
  return createHmac('sha256', key)
    .update(`archive|${studyKeyText(study)}`)
    .digest('hex')
}

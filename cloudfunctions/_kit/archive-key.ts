/**
 * The key of a study record of the archive. Its text names a person, so it is hashed under the secret that hides
 * documents. Apart from digest.ts because it folds names, whose tables only functions that need them should load.
 */
import { type ArchiveStudy, studyKeyText } from '../../domain/archive/record'
import { keyedDigests } from './chained-digest'

/**
 * @param study with the document's digest under the first key, so that a row of a file names the same record under
 *   every key
 * @returns the same for the same row, however often it is imported
 */
export function archiveKeyOf(study: ArchiveStudy): string {
  return keyedDigests(`archive|${studyKeyText(study)}`)[0] ?? ''
}

/** Study records of the archive, as an import leaves them. */
import { createHmac } from 'node:crypto'
import { nameKeys } from '../../../domain/archive/names'
import { type ArchiveStudy, studyKeyText } from '../../../domain/archive/record'
import { documentKeyText } from '../../../domain/identity'
import type { TestCloud } from './cloud'
import { functionKeys } from './keys'
import type { Person } from './people'

function keyed(text: string): string {
  return createHmac('sha256', Buffer.from(functionKeys.IDENTITY_DIGEST_KEY, 'base64')).update(text).digest('hex')
}

/** The study record that fits a person's form in everything, with some fields changed. */
export function archiveStudy({ form }: Person, changed: Partial<ArchiveStudy> = {}): ArchiveStudy {
  const [study] = form.studies
  return {
    digest: keyed(documentKeyText(form.document)),
    nameChinese: form.nameChinese,
    nameLatin: form.nameLatin,
    studentNumber: '',
    ...study,
    ...changed,
  }
}

/** Puts people on record. */
export async function putOnRecord(ecard: TestCloud, studies: readonly ArchiveStudy[]): Promise<void> {
  for (const study of studies) {
    const id = keyed(`archive|${studyKeyText(study)}`)
    const record = { _id: id, ...study, nameKeys: nameKeys(study), importedAt: ecard.now }
    await ecard.cloud.world.database.editById('archive', id, () => record)
  }
}

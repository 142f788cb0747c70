/**
 * Sealing a record's texts again under the key in use: each field in one step with what stood in it, so none is sealed
 * twice or lost.
 */
import type { CollectionName } from '../_kit/records'
import { seal, sealedUnder, sealingKeyId, unseal } from '../_kit/sealed'
import { type SealedCollection, type SealedField, sealedFields, sealedPlace } from '../_kit/sealed-places'
import { type Stored, updateWhere } from '../_kit/store'
import type { Bringer } from './rotate-keys'

/** One for each collection that holds sealed texts. */
export const resealers: readonly Bringer[] = (Object.keys(sealedFields) as SealedCollection[]).map((collection) => ({
  collection,
  bring: (record) => reseal(collection, record),
}))

async function reseal(name: SealedCollection, record: Stored<CollectionName>): Promise<boolean> {
  let changed = false
  for (const field of Object.keys(sealedFields[name])) {
    const sealed = (record as unknown as Record<string, string | null | undefined>)[field]
    if (sealed && sealedUnder(sealed) !== sealingKeyId) {
      const place = sealedPlace(name, record._id, field as SealedField<typeof name>)
      const again = seal(unseal(sealed, place), place)
      // Whoever changed it meanwhile sealed it under the new key.
      const where = { _id: record._id, [field]: sealed }
      changed = (await updateWhere<CollectionName>(name, where as never, { [field]: again } as never)) > 0 || changed
    }
  }
  return changed
}

/**
 * Bringing records under a new digest key: study records and campus identities one by one, everything else person by
 * person (bring-over.ts). The archive goes first: an application that stands under the new key finds its study records
 * there.
 */
import { bringOver, moveArchive } from '../_kit/bring-over'
import { upToDate } from '../_kit/chained-digest'
import type { CollectionName } from '../_kit/records'
import type { Stored } from '../_kit/store'
import { change } from '../_kit/transaction'
import type { Bringer } from './rotate-keys'

const DOCUMENT = 'document:'

const isEarlier = (digest: string) => digest !== '' && upToDate(digest) !== digest

/** A collection whose records name their person. */
function ofPerson<Name extends CollectionName>(
  collection: Name,
  digestsOf: (record: Stored<Name>) => readonly string[],
): Bringer {
  return {
    collection,
    bring: async (record) => {
      const digest = digestsOf(record as unknown as Stored<Name>).find(isEarlier)
      if (digest !== undefined) {
        await bringOver(digest, true)
      }
      return digest !== undefined
    },
  }
}

const byDigest = ({ digest }: { digest: string }) => [digest]

export const redigesters: readonly Bringer[] = [
  { collection: 'archive', bring: (record) => bringArchive(record as Stored<'archive'>) },
  { collection: 'campusIdentities', bring: bringCampus },
  ofPerson('claims', ({ _id, moved }) => (moved || !_id.startsWith(DOCUMENT) ? [] : [_id.slice(DOCUMENT.length)])),
  ofPerson('identities', ({ _id, aliases }) => [_id, ...aliases.map(({ digest }) => digest)]),
  ofPerson('applications', byDigest),
  ofPerson('cards', byDigest),
  ofPerson('visits', byDigest),
]

/** Traces of the earlier key, which nobody needs when everything is brought over. */
export const sweepers: readonly Bringer[] = [
  { collection: 'claims', bring: (record) => sweep('claims', record._id, (record as Stored<'claims'>).moved === true) },
  { collection: 'attempts', bring: ({ _id }) => sweep('attempts', _id, isEarlierAttempt(_id)) },
]

async function bringArchive({ _id, digest }: Stored<'archive'>): Promise<boolean> {
  if (!isEarlier(_id) && !isEarlier(digest)) {
    return false
  }
  await change(async (transaction) => {
    const current = await transaction.get('archive', _id)
    if (current) {
      await moveArchive(transaction, current)
    }
  })
  return true
}

async function bringCampus({ _id }: Stored<CollectionName>): Promise<boolean> {
  if (!isEarlier(_id)) {
    return false
  }
  await change(async (transaction) => {
    const current = await transaction.get('campusIdentities', _id)
    if (current) {
      const { _id: before, ...identity } = current
      await transaction.insert('campusIdentities', upToDate(before), identity)
      await transaction.remove('campusIdentities', before)
    }
  })
  return true
}

/** `document:<digest>:<day>` */
function isEarlierAttempt(key: string): boolean {
  const [kind, digest = ''] = key.split(':')
  return kind === 'document' && isEarlier(digest)
}

async function sweep(collection: 'claims' | 'attempts', id: string, isTrace: boolean): Promise<boolean> {
  if (isTrace) {
    await change((transaction) => transaction.remove(collection, id))
  }
  return isTrace
}

/** Current campus identities, one per document; nothing but kind and last day is kept of a person (notice 5(1)). */
import { digestOf } from '../_kit/digest'
import type { Chunk, GoodRow, Outcome } from './outcome'
import { type Wanted, writeRecords } from './write-records'

export function writeCampus(rows: GoodRow<'campus'>[], chunk: Chunk): Promise<Outcome> {
  const wanted = rows.map(({ row, value: { document, kind, until } }): Wanted<'campusIdentities'> => {
    const fields = { kind, until }
    const changes: Wanted<'campusIdentities'>['changes'] = (stored) =>
      stored.kind === kind && stored.until === until ? null : fields
    return { row, id: digestOf(document), fields, changes }
  })
  return writeRecords('campusIdentities', wanted, chunk)
}

/**
 * What is left to do when an import is over, done or not: what it wrote is looked up for the applications that wait,
 * then its file goes. Until both are done the file counts as held, so that the timer makes good what was cut off
 * (tend.ts).
 */
import { askForMatches } from '../_kit/rematch'
import type { Stored } from '../_kit/store'
import { deleteUpload } from './uploaded-file'

export async function letGo(record: Pick<Stored<'imports'>, '_id' | 'file' | 'kind'>): Promise<void> {
  await afterRows(record)
  await deleteUpload(record)
}

/** After rows were written: only study records say anything about applications. Doing it twice does no harm. */
export async function afterRows({ kind }: Pick<Stored<'imports'>, 'kind'>): Promise<void> {
  if (kind === 'alumni') {
    await askForMatches()
  }
}

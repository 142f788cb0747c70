/** What the timer does every ten minutes: shred what is no longer needed, delete the photos that were let go of. */
import type { Call } from '../_kit/call'
import { stopwatch } from '../_kit/lanes'
import { deletePhotos } from './delete-photos'
import { shredApplications } from './shred'

export async function tend({ now }: Call): Promise<void> {
  const isOver = stopwatch()
  await shredApplications(now, isOver)
  await deletePhotos(now, isOver)
}

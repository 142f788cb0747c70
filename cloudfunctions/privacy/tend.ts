/**
 * What the timer does every ten minutes: delete the people who asked for it, shred what is no longer needed, delete the
 * photos that were let go of and the copies whose hour is over, bring records under a new key. Each part stands by
 * itself, so one that fails keeps none of the others from its work.
 */
import type { Call } from '../_kit/call'
import { stopwatch } from '../_kit/lanes'
import { logFailure } from '../_kit/log'
import { removeCopies } from './copy-removal'
import { deletePeople } from './delete-people'
import { deletePhotos } from './delete-photos'
import { workOnKeys } from './rotate-keys'
import { shredApplications } from './shred'

/** Each has its share of a call's life. */
const TIME_EACH = 10_000

export async function tend({ now }: Call): Promise<void> {
  for (const part of [deletePeople, removeCopies, shredApplications, deletePhotos, workOnKeys]) {
    try {
      await part(now, stopwatch(TIME_EACH))
    } catch (error) {
      logFailure(part.name, error)
    }
  }
}

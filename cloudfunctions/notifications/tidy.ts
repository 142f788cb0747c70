/**
 * Once a day: the sealed texts of messages that are done are removed after 30 days, counted attempts after two. The
 * messages themselves stay, without anything about a person, because their keys keep an event from being told twice.
 */
import { addDays, type Day, dayOf } from '../../domain/time/shanghai'
import { atMost, below, oneOf } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { removeWhere, updateWhere } from '../_kit/store'

const ATTEMPT_DAYS = 2

// The last day on which this worker tidied; another worker does it again, which changes nothing.
let tidied: Day = ''

export async function tidy({ now }: Call): Promise<void> {
  const today = dayOf(now)
  if (tidied === today) {
    return
  }
  const done = { letterUntil: atMost(now), state: oneOf(['sent', 'failed', 'dropped']) } as const
  await updateWhere('outbox', done, { letter: null, letterUntil: null, phoneMasked: '' })
  await removeWhere('attempts', { day: below(addDays(today, -ATTEMPT_DAYS)) })
  tidied = today
}

/**
 * The timer's ten seconds: write what has become due by the clock alone, send, tidy. Each part stands by itself, so one
 * that fails keeps none of the others from its work.
 */
import { logFailure } from '../_kit/log'
import type { Call } from '../_kit/serve'
import { announceActivation } from './announce-activation'
import { announceOpening } from './announce-opening'
import { dispatch } from './dispatch'
import { tidy } from './tidy'

export async function onTimer(call: Call): Promise<void> {
  for (const part of [announceOpening, announceActivation, dispatch, tidy]) {
    try {
      await part(call)
    } catch (error) {
      logFailure(part.name, error)
    }
  }
}

/** The online check of a code for a guard's phone. Who the holder is, is told for genuine codes only. */
import type { GateInput } from '../../domain/gate/api'
import { ok, refuse } from '../../domain/result'
import { findPoint } from '../../domain/university'
import type { Call } from '../_kit/serve'
import type { Answer } from './answer'
import { holderView } from './holder-view'
import { judge } from './judge'

export async function check({ text, point: id, challenge }: GateInput<'check'>, { now }: Call): Answer<'check'> {
  const point = findPoint(id)
  if (!point) {
    return refuse('point_unknown')
  }
  // Replays are the phone's own business: it knows what it has let in, and it may ask twice about one code.
  const { verdict, binding } = await judge({ text, point, challenge }, now)
  return ok({ now, verdict, holder: binding && (await holderView(binding)) })
}

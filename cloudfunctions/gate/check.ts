/**
 * The online check of a code for a guard's phone, with one read: the guard's role and the binding together. Who the holder is,
 * is told for genuine codes only.
 */
import type { GateInput } from '../../domain/gate/api'
import { ok, refuse } from '../../domain/result'
import { findPoint } from '../../domain/university'
import { type Call, type Prepared, reading } from '../_kit/call'
import type { Stored } from '../_kit/store'
import type { Answer } from './answer'
import { holderView } from './holder-view'
import { bindingKey, judge, openCode } from './judge'

export function check({ text, point: id, challenge }: GateInput<'check'>, { now }: Pick<Call, 'now'>): Prepared {
  const opened = openCode(text, challenge)
  return reading('bindings', bindingKey(opened), answer)

  async function answer(binding: Stored<'bindings'> | null): Answer<'check'> {
    const point = findPoint(id)
    if (!point) {
      return refuse('point_unknown')
    }
    if (!('holder' in opened)) {
      return ok({ now, verdict: opened.verdict, holder: null })
    }
    // Replays are the phone's own business: it knows what it has let in, and it may ask twice about one code.
    const verdict = judge(opened, { point, binding, challenge, lastUsed: undefined }, now)
    return ok({ now, verdict, holder: binding && (await holderView(binding)) })
  }
}

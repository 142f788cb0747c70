/**
 * The faces of the guard's screen: for every verdict a colour, a shape and what can be done next. Answers to a challenge have
 * two faces of their own, because a mistyped number is no forgery. Source: product "Gate"; look "Verdicts".
 */
import type { Signal } from '../lib/domain'
import type { Outcome } from './decision'
import { signalOf, verdictCodes } from './lib/domain'

/** Every verdict, and the two ways in which an answer to a number fails. */
export const faceNames = [...verdictCodes, 'number_wrong', 'number_old'] as const
export type FaceName = (typeof faceNames)[number]

export type Shape = 'tick' | 'triangle' | 'cross'

export type Face = {
  readonly name: FaceName
  readonly colour: Signal
  readonly shape: Shape
  /** True when a four-digit number is the way on. */
  readonly asksNumber: boolean
  /** Milliseconds after which the screen is ready again by itself; null stays until the guard is done with it. */
  readonly returnsAfter: number | null
}

const GREEN_STAYS = 4_000
const shapes: Record<Signal, Shape> = { green: 'tick', amber: 'triangle', red: 'cross' }

/** The face of an outcome. */
export function faceOf(outcome: Pick<Outcome, 'verdict' | 'answering'>): Face {
  const name = faceNameOf(outcome)
  const colour = name === outcome.verdict ? signalOf(outcome.verdict) : 'amber'
  return {
    name,
    colour,
    shape: shapes[colour],
    asksNumber: colour === 'amber' && name !== 'list_stale' && name !== 'unknown_key',
    returnsAfter: colour === 'green' ? GREEN_STAYS : null,
  }
}

function faceNameOf({ verdict, answering }: Pick<Outcome, 'verdict' | 'answering'>): FaceName {
  if (answering && verdict === 'forged') {
    return 'number_wrong'
  }
  return answering && verdict === 'replayed' ? 'number_old' : verdict
}

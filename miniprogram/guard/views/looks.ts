/** Colour and shape of a face where only its name, or its melody, is known: the list of last scans and the legend. */
import { type Face, type FaceName, faceOf } from '../faces'
import type { SignalName } from '../signals'

export type Look = Pick<Face, 'colour' | 'shape'>

/** The look of a face by its name. */
export function lookOf(name: FaceName): Look {
  const { colour, shape } = faceOf(outcomeOf(name))
  return { colour, shape }
}

/** The look that goes with a melody. */
export function lookOfSignal(name: SignalName): Look {
  return lookOf(exampleOf[name])
}

const exampleOf: Record<SignalName, FaceName> = {
  admitted: 'admitted',
  unconfirmed: 'list_stale',
  question: 'clock_wrong',
  refused: 'expired',
  alarm: 'forged',
}

function outcomeOf(name: FaceName): Parameters<typeof faceOf>[0] {
  if (name === 'number_wrong') {
    return { verdict: 'forged', answering: true }
  }
  return name === 'number_old' ? { verdict: 'replayed', answering: true } : { verdict: name, answering: false }
}

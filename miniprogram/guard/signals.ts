/**
 * What the guard hears and feels. A guard who looks at the person and not at the phone must know the verdict: each group of
 * verdicts has a melody and a rhythm that no other has. Going up lets in, level asks for one more look, down refuses; three
 * low blows mean somebody is trying something.
 */
import type { FaceName } from './faces'

/** Verdicts that ask the same of the guard sound the same. */
export const signalNames = ['admitted', 'unconfirmed', 'question', 'refused', 'alarm'] as const
export type SignalName = (typeof signalNames)[number]

/** One tone; 0 hertz is silence. */
export type Tone = { readonly hertz: number; readonly milliseconds: number }

/** A vibration, or a pause in milliseconds between two. */
export type Beat = 'light' | 'heavy' | 'long' | number

export type GateSignal = { readonly tones: readonly Tone[]; readonly beats: readonly Beat[] }

const names: Record<FaceName, SignalName> = {
  admitted: 'admitted',
  list_stale: 'unconfirmed',
  clock_wrong: 'question',
  number_wrong: 'question',
  number_old: 'question',
  unknown_key: 'question',
  malformed: 'refused',
  expired: 'refused',
  suspended: 'refused',
  revoked: 'refused',
  not_allowed_here: 'refused',
  replayed: 'alarm',
  forged: 'alarm',
}

const rest: Tone = { hertz: 0, milliseconds: 60 }

export const signals: Record<SignalName, GateSignal> = {
  admitted: { tones: [tone(784, 90), tone(1175, 180)], beats: ['light'] },
  unconfirmed: { tones: [tone(659, 120), rest, tone(659, 120)], beats: ['heavy', 140, 'heavy'] },
  question: {
    tones: [tone(587, 120), rest, tone(587, 120), rest, tone(784, 160)],
    beats: ['heavy', 140, 'light', 140, 'heavy'],
  },
  refused: { tones: [tone(311, 180), tone(208, 420)], beats: ['long'] },
  alarm: { tones: [tone(196, 160), rest, tone(196, 160), rest, tone(196, 320)], beats: ['long', 500, 'long'] },
}

/** The signal of a face. */
export function signalNameOf(face: FaceName): SignalName {
  return names[face]
}

function tone(hertz: number, milliseconds: number): Tone {
  return { hertz, milliseconds }
}

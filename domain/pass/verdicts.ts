/**
 * What a gate can answer: a closed list in the order in which the checks are made; the first that applies is the verdict.
 * The words for guards and holders live in the language files, one sentence and one next step each.
 */
export const verdictCodes = [
  'malformed', // not a pass: wrong length, characters or suite
  'unknown_key', // the key is not (or not rightly) known here: update the keys
  'forged', // a signature is wrong; in challenge mode also a wrongly typed number
  'revoked',
  'suspended',
  'expired',
  'clock_wrong', // genuine, but not of this half minute: offer the challenge
  'replayed', // this code, or this answer, was already used here
  'not_allowed_here', // class, hours or point; a visitor on another day
  'list_stale', // admitted, on a status list that is too old: look twice
  'admitted',
] as const
export type VerdictCode = (typeof verdictCodes)[number]

/** The verdict that a stored scan names; undefined when this version knows no such one. */
export function verdictNamed(name: string): VerdictCode | undefined {
  return verdictCodes.find((code) => code === name)
}

/** True for the name of a verdict that lets in. */
export function isAdmission(name: string): boolean {
  const verdict = verdictNamed(name)
  return verdict !== undefined && admits(verdict)
}

/** What the guard's screen shows. */
export type Signal = 'green' | 'amber' | 'red'

/** True when the person may enter. */
export function admits(verdict: VerdictCode): boolean {
  return verdict === 'admitted' || verdict === 'list_stale'
}

/** Green lets in, amber asks the guard for one more step, red refuses. */
export function signalOf(verdict: VerdictCode): Signal {
  if (verdict === 'admitted') {
    return 'green'
  }
  return verdict === 'list_stale' || verdict === 'clock_wrong' || verdict === 'unknown_key' ? 'amber' : 'red'
}

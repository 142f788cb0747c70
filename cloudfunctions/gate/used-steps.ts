/**
 * Admissions by devices are stored under serial, step and point. A code opens a point once, because a key exists once; and a
 * code that is older than one admitted since is found by the keys of the steps after its own, of which no more than the
 * window's width can be in use while it lives.
 */
import { type GenuinePass, STEPS_AHEAD, STEPS_BEHIND } from '../../domain/pass'
import { KeyWithField } from '../_kit/together'

/** The key of an admission. */
export function usedKey(serial: number, step: number, point: string): string {
  return `${serial}:${step}:${point}`
}

/** Keys of the admissions that speak against using `step`: the same and later ones, at the device's own point. */
export function keysAgainst({ holder }: GenuinePass, step: number): KeyWithField<'point'>[] {
  const width = STEPS_BEHIND + STEPS_AHEAD + 1
  return Array.from(
    { length: width },
    (_, later) => new KeyWithField(usedKey(holder.serial, step + later, ''), 'point'),
  )
}

/** The last step among admissions; undefined when there is none. */
export function lastStep(keys: Iterable<string>): number | undefined {
  const steps = [...keys].map((key) => Number(key.split(':')[1]))
  return steps.length > 0 ? Math.max(...steps) : undefined
}

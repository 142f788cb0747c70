/** Lengths of time in words. */
import { fill } from '../../i18n/fill'
import type { Language } from '../../lib/domain'
import { words } from '../words'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in its largest fitting unit: "3 minutes". The sign does not matter. */
export function sayAge(milliseconds: number, language: Language): string {
  const { age } = words[language]
  const length = Math.abs(milliseconds)
  if (length < 2 * MINUTE) {
    return fill(age.seconds, { count: Math.round(length / SECOND) })
  }
  if (length < 2 * HOUR) {
    return fill(age.minutes, { count: Math.round(length / MINUTE) })
  }
  return length < 2 * DAY
    ? fill(age.hours, { count: Math.round(length / HOUR) })
    : fill(age.days, { count: Math.round(length / DAY) })
}

/**
 * Settings while somebody edits them: what was read, and what they made of it. When a colleague has saved meanwhile, the
 * changes are laid on what is stored now, field by field and closure by closure, so that neither loses anything.
 */
import type { Settings } from '../lib/domain'

export type Closure = Settings['closures'][number]

/** One text for one closure. */
export const closureKey = ({ from, to, reason }: Closure): string => `${from} ${to} ${reason}`

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** In the order of the calendar, each once. */
export function sorted(closures: readonly Closure[]): Closure[] {
  const each = new Map(closures.map((closure) => [closureKey(closure), closure]))
  return [...each.values()].sort((one, other) => (closureKey(one) < closureKey(other) ? -1 : 1))
}

/** True when something was changed. */
export function isChanged(base: Settings, mine: Settings): boolean {
  return !isSame(ordered(base), ordered(mine))
}

/** True when review days or the cut-off may be others than before. */
export function isCalendarChanged(base: Settings, mine: Settings): boolean {
  return base.cutOff !== mine.cutOff || !isSame(sorted(base.closures), sorted(mine.closures))
}

/** What one made of `base`, laid on what a colleague made of it. */
export function layOn(base: Settings, mine: Settings, theirs: Settings): Settings {
  const laid = { ...theirs }
  for (const field of Object.keys(mine) as (keyof Settings)[]) {
    if (field !== 'closures' && !isSame(base[field], mine[field])) {
      Object.assign(laid, { [field]: mine[field] })
    }
  }
  const [before, after] = [base.closures, mine.closures].map((closures) => new Set(closures.map(closureKey)))
  const added = mine.closures.filter((closure) => !before?.has(closureKey(closure)))
  const kept = theirs.closures.filter((closure) => !before?.has(closureKey(closure)) || after?.has(closureKey(closure)))
  return { ...laid, closures: sorted([...kept, ...added]) }
}

function ordered(settings: Settings): unknown[] {
  const fields = Object.entries({ ...settings, closures: sorted(settings.closures) })
  return fields.sort(([one], [other]) => (one < other ? -1 : 1))
}

/** A reviewer's own decisions in words, and which of them are chosen to be undone. */
import { type Language, type OwnDecision, timeOf } from '../../lib/domain'
import { words } from '../words'

/** One row. */
export function decisionRow(decision: OwnDecision, chosen: ReadonlySet<string>, language: Language) {
  const { decisions: kinds, reasons } = words[language]
  const { id, name, kind, reason, at, undoable } = decision
  return {
    id,
    name,
    kind,
    kindName: kinds[kind],
    reason: reason ? reasons[reason] : '',
    time: timeOf(at),
    undoable,
    chosen: chosen.has(id),
    label: `${name}, ${kinds[kind]}`,
  }
}

/** The newest ones that can still be undone. */
export function mostChosen(decisions: readonly OwnDecision[], most: number): Set<string> {
  return new Set(
    decisions
      .filter(({ undoable }) => undoable)
      .slice(0, most)
      .map(({ id }) => id),
  )
}

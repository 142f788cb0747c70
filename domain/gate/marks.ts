/** What the server concludes from scans after they have arrived: marks that staff see. */

export const markKinds = ['replayed', 'impossible_travel', 'shared'] as const
export type MarkKind = (typeof markKinds)[number]

/** How staff settle a mark. */
export const markOutcomes = ['harmless', 'acted_on'] as const
export type MarkOutcome = (typeof markOutcomes)[number]

export const markStates = ['open', 'settled'] as const

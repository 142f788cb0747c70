/** What the archive says about an application. Apart from match.ts, whose tables of characters phones do not carry. */
export const matchKinds = ['pending', 'exact', 'differs', 'several', 'unknown'] as const
/** `pending`: not looked up yet, or to be looked up again because the archive changed. */
export type MatchKind = (typeof matchKinds)[number]

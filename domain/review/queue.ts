/**
 * The lists that a reviewer can look at, and what narrows them. Apart from api.ts, whose schemas the phone does not carry.
 */
import type { DocumentType } from '../identity/document-type'
import type { Day } from '../time/shanghai'
import type { MatchKind } from './match-kind'

export const queueFilters = ['undecided', 'approve', 'return', 'reject', 'waiting'] as const
export type QueueFilter = (typeof queueFilters)[number]

/** In whose hands an undecided application is: this reviewer's, a colleague's, nobody's. */
export const hands = ['mine', 'others', 'nobody'] as const
export type Hands = (typeof hands)[number]

/** What a list is narrowed to; what is left out does not matter. */
export type Narrowing = {
  documentType?: DocumentType | undefined
  /** What the archive says. */
  match?: MatchKind | undefined
  round?: Day | undefined
  /** True: only what was returned before; false: only what comes for the first time. */
  returnedBefore?: boolean | undefined
  hands?: Hands | undefined
}

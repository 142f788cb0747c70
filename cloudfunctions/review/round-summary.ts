/** What a closed round came to. */
import type { ReviewReplies } from '../../domain/review/api'
import { get, type Stored } from '../_kit/store'

/** Cards and messages of a round; null while it is not closed. */
export function summaryOf(round: Stored<'rounds'>): ReviewReplies['round']['lastClosed'] {
  const { _id: day, closedAt, approved, returned, rejected, carriedOver } = round
  return closedAt === null ? null : { day, closedAt, approved, returned, rejected, carriedOver }
}

/** The same for a review day; before the first round was closed there is none. */
export async function readSummary(day: string): Promise<ReviewReplies['round']['lastClosed']> {
  const round = await get('rounds', day)
  return round && summaryOf(round)
}

/** Whether somebody needs a day pass, and whether what is known about them lets a rule decide. */
import type { CardStatus } from '../card/api'
import { isExpired } from '../card/term'
import { type ApplicationLife, isLive } from '../registration/life'
import type { Day } from '../time/shanghai'
import type { VisitorStanding } from './rules'

export type KnownCard = { status: CardStatus; validUntil: Day | null }

/**
 * The standing of an account.
 * @param application its latest, null when there is none
 * @param card its latest, null when there is none
 */
export function visitorStanding(
  application: ApplicationLife | null,
  card: KnownCard | null,
  today: Day,
): VisitorStanding {
  if (card?.status === 'suspended' || card?.status === 'revoked') {
    return 'doubtful'
  }
  if (card?.status === 'active' && card.validUntil !== null && !isExpired(card.validUntil, today)) {
    return 'holder'
  }
  if (card) {
    return 'known'
  }
  if (application?.result?.kind === 'reject') {
    return application.result.reason === 'forged' ? 'doubtful' : 'known'
  }
  return application && isLive(application) ? 'known' : 'nobody'
}

/**
 * Who may open the library's digital resources: the holder of an active alumni card (notice 5(1): "the card is used to access
 * the canteen, library facility and digital resource").
 */
import type { CardStatus } from '../card/api'
import { isExpired } from '../card/term'
import { passClass } from '../pass/layout'
import type { Day } from '../time/shanghai'
import type { LibraryRefusal } from './api'

/** Links for one card on one Shanghai day: more than anybody reads, fewer than anybody could hand out. */
export const LINKS_PER_DAY = 60

type ReaderCard = { status: CardStatus; class: number; validUntil: Day }

/** Why this card opens nothing, or null when it does. What staff decided is said before what time did. */
export function readerRefusal({ status, class: cardClass, validUntil }: ReaderCard, today: Day): LibraryRefusal | null {
  if (status === 'suspended' || status === 'revoked') {
    return `reader_${status}`
  }
  if (isExpired(validUntil, today)) {
    return 'reader_expired'
  }
  return cardClass === passClass.alumnus ? null : 'reader_visitor'
}

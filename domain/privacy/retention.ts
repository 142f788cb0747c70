/**
 * What is kept of an application, and for how long: the full document number and the proof photo serve the review, so
 * they are shredded some days after its word, or after the withdrawal. What the card lives from stays: the keyed digest
 * by which the person is found, the masked number, the name, the portrait. Source: product "Privacy".
 */
import type { ApplicationLife } from '../registration/life'
import { DAY, type Instant } from '../time/shanghai'

/** How long an uploaded photo waits to be handed in. */
export const UPLOAD_LIFETIME = 30 * DAY
/** A draft forgets its photos a day earlier, so that none is handed in while it is being deleted. */
export const DRAFT_PHOTO_LIFETIME = UPLOAD_LIFETIME - DAY

/** Photos that an account may upload in a Shanghai day: a colleague who enters forms on paper all day needs so many. */
export const UPLOADS_A_DAY = 200

/** Applications whose days count from this instant, or from an earlier one, are due. @param days the office's policy */
export function shredBefore(now: Instant, days: number): Instant {
  return now - days * DAY
}

/** True when the portrait outlives the review: it is on the card, or the application may still be amended. */
export function keepsPortrait({ status, result }: Pick<ApplicationLife, 'status' | 'result'>): boolean {
  return status === 'submitted' || (status === 'decided' && result?.kind !== 'reject')
}

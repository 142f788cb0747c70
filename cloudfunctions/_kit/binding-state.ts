/**
 * What a change of a card or of its phone makes of the binding: its state, and its place on the status lists. Written
 * in the transaction of the change; the list itself is made afterwards (list-hint.ts).
 */

import { listedUntil } from '../../domain/gate/list-life'
import type { SerialStatus } from '../../domain/pass'
import type { Instant } from '../../domain/time/shanghai'
import type { BindingRecord } from './records/card'

type Standing = Pick<BindingRecord, 'state' | 'cardStatus'>

/** What a gate is told of a binding. A replaced phone stays replaced, whatever becomes of its card. */
export function statusOf({ state, cardStatus }: Standing): Exclude<SerialStatus, 'unknown'> {
  if (state === 'replaced' || cardStatus === 'revoked') {
    return 'revoked'
  }
  return cardStatus === 'suspended' ? 'suspended' : 'live'
}

/** The fields that change together when a binding gets a new standing now. */
export function standingFields({ validUntil }: Pick<BindingRecord, 'validUntil'>, standing: Standing, now: Instant) {
  const status = statusOf(standing)
  return status === 'live'
    ? { ...standing, listed: null, listedUntil: 0 }
    : { ...standing, listed: status, listedUntil: listedUntil(now, validUntil) }
}

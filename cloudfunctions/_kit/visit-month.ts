/**
 * The natural key of the visits of one document in one month, which holds them to one a day. It is the hash of what is
 * a hash already, so it names nobody.
 */
import { createHash } from 'node:crypto'
import type { Day } from '../../domain/time/shanghai'

const MONTH_LENGTH = 7

/** The month of a day, of one document. @param digest of the document */
export function monthKey(digest: string, day: Day): string {
  return createHash('sha256')
    .update(`alumni-ecard/visit-month/1\0${digest}\0${monthOf(day)}`)
    .digest('hex')
}

/** 'YYYY-MM'. */
export function monthOf(day: Day): string {
  return day.slice(0, MONTH_LENGTH)
}

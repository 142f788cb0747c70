/** The natural keys of visits. They are hashes of what is a hash already, so that one visit does not name another. */
import { createHash } from 'node:crypto'
import type { Day } from '../../domain/time/shanghai'

const MONTH_LENGTH = 7

/** One document, one visit a day. @param digest of the document */
export function visitKey(digest: string, day: Day): string {
  return hash('visit', digest, day)
}

/** The month of a day, of one document. */
export function monthKey(digest: string, day: Day): string {
  return hash('visit-month', digest, monthOf(day))
}

/** 'YYYY-MM'. */
export function monthOf(day: Day): string {
  return day.slice(0, MONTH_LENGTH)
}

function hash(kind: string, digest: string, when: string): string {
  return createHash('sha256').update(`alumni-ecard/${kind}/1\0${digest}\0${when}`).digest('hex')
}

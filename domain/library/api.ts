/** What the library function is asked and answers: a link that opens a digital resource of the library with the card. */
import * as v from 'valibot'
import type { Instant } from '../time/shanghai'

export const libraryRefusals = [
  'reader_suspended', // the card is suspended
  'reader_revoked', // the card was cancelled
  'reader_expired', // the card has run out
  'reader_visitor', // a visitor's card; licences are for alumni
  'resource_unknown',
  'library_not_ready', // this deployment names no address of the library
  'library_limit', // as many links as a card gets in a day
] as const

export type LibraryRefusal = (typeof libraryRefusals)[number]

export const libraryRequests = {
  /** `resource`: an id of university.library.resources. */
  open: v.strictObject({ resource: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/)) }),
} as const

export type LibraryReplies = {
  /** The link works once, until `expires`. */
  open: { now: Instant; url: string; expires: Instant }
}

export type LibraryRequest<Action extends keyof typeof libraryRequests> = v.InferOutput<
  (typeof libraryRequests)[Action]
>

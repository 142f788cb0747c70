/**
 * What is left of an application and of a card when their person is deleted: the keyed digest, which keeps one person
 * to one card, and what happened when, which figures are counted from. Nothing that names anybody. Source: product
 * "Privacy".
 */
import type { ReviewResult } from '../registration/life'
import type { Decision } from '../review/decision'
import { noHold } from '../review/hold'
import { DAY, type Instant } from '../time/shanghai'

/** When a deletion that is asked for now begins. @param days the office's policy; 0: at once */
export function deletionDue(now: Instant, days: number): Instant {
  return now + days * DAY
}

type Person = { decision: Decision | null; result: ReviewResult | null; earlier: readonly ReviewResult[] }

/** The fields of an application that change; an open one is withdrawn. Notes are words about the person. */
export function emptyApplication({ decision, result, earlier }: Person) {
  return {
    openid: null,
    nameChinese: '',
    nameLatin: '',
    nameLatinKey: '',
    nameLatinSecond: '',
    nameLatinLast: '',
    email: '',
    studies: [],
    portrait: '',
    proof: '',
    documentMasked: '',
    last4: '',
    documentSealed: null,
    shredFrom: null,
    phoneSealed: '',
    phoneMasked: '',
    documentViews: [],
    hold: noHold,
    decision: decision && withoutNote(decision),
    result: result && withoutNote(result),
    earlier: earlier.map(withoutNote),
  }
}

/** The fields of a card that change. */
export const emptyCard = {
  openid: null,
  nameChinese: '',
  nameLatin: '',
  maskedName: '',
  last4: '',
  portrait: '',
  phoneSealed: '',
  binding: null,
} as const

/** The fields of a binding that change; its serial stays on the lists until no gate could take it for good. */
export const emptyBinding = { maskedName: '', last4: '', portrait: '' } as const

function withoutNote<Told extends { note?: string | undefined }>(told: Told): Told {
  const { note: _, ...rest } = told
  return rest as Told
}

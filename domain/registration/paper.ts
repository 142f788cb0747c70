/**
 * Membership forms on paper, entered on somebody's behalf: the same checks and claims as for everybody, consent signed on the
 * paper. Who entered one does not decide it (domain/review/decision). Source: product "Help" (the paper route).
 */
import { addDays, type Day, isDay } from '../time/shanghai'

/** What the record says beyond an ordinary application. `by` is the OPENID of the colleague and stays with the office. */
export type PaperEntry = { by: string; byName: string; signedOn: Day }

/** A paper form as a colleague sees it. `by`: name of who entered it; `own`: it was the colleague who asks. */
export type PaperMark = { by: string; signedOn: Day; own: boolean }

/** @param reader OPENID of who asks */
export function paperMark(paper: PaperEntry | undefined, reader: string): PaperMark | null {
  return paper ? { by: paper.byName, signedOn: paper.signedOn, own: paper.by === reader } : null
}

/** A signature older than this is no consent to what is done today, days. */
const OLDEST_SIGNATURE = 365

/** What stands in the consent of a paper form instead of the version of a text on the screen. */
export const ON_PAPER = 'paper'

/** True for a day on which the form may have been signed: it exists, is not to come and not long past. */
export function isSigningDay(day: string, today: Day): boolean {
  return isDay(day) && day <= today && day >= addDays(today, -OLDEST_SIGNATURE)
}

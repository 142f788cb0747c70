/**
 * The proof photo (diploma or student card): asked for only when the archive does not know the person.
 *
 * The answer must not tell strangers who is an alumnus. So "known" means that document, name, school and years all agree with
 * the archive: whoever asks has to know already all that the answer confirms; any part that is wrong is answered as if nobody
 * were known. And an account may ask a few times a day; after that everybody is asked for the photo.
 */
import type { ReturnReason } from '../review/decision'
import type { MatchKind } from '../review/match-kind'

/** How often one account is answered in a day. Typing errors need a few. */
export const PROOF_QUESTIONS_A_DAY = 10

/** Whether the photo has to be handed in. @param kind what the archive says about the form */
export function needsProof(kind: MatchKind): boolean {
  return kind !== 'exact'
}

/** True when a reviewer returned the application for a proof: then it is needed, whatever the archive says. */
export function asksForProof(reason: string | undefined): boolean {
  const reasons: readonly ReturnReason[] = ['proof_unreadable', 'proof_does_not_match']
  return (reasons as readonly (string | undefined)[]).includes(reason)
}

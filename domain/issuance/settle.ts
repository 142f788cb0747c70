/**
 * Closing a round, one application at a time: approved ones get a card, everybody decided gets a message, undecided ones are
 * carried over to the next review. Each application settles in one transaction of its own, so closing can stop anywhere and
 * be run again. Source: notice III.2–III.3; product "Closing a round".
 */
import { activatableFrom } from '../activation/rules'
import type { Language } from '../language'
import { reasonText } from '../notifications/reasons'
import type { MessageEvent, MessageParameters } from '../notifications/templates'
import type { ApplicationLife, ReviewResult } from '../registration/life'
import type { Review } from '../review/calendar'
import type { Day, Instant } from '../time/shanghai'

/** What becomes of one application when its round closes. */
export type Settlement =
  | { kind: 'settled_before' }
  | { kind: 'carried_over'; round: Day; reviewFrom: Instant }
  | { kind: 'decided'; result: ReviewResult; message: { event: MessageEvent; parameters: MessageParameters } }

const EVENT_OF_DECISION = {
  approve: 'review_approved',
  return: 'review_returned',
  reject: 'review_rejected',
} as const satisfies Record<string, MessageEvent>

/**
 * Settles one application of the round being closed.
 * @param cardNumber used only when the decision is an approval
 * @param next the review to which an undecided application goes
 */
export function settle(
  application: ApplicationLife,
  closing: { round: Day; cardNumber: string; language: Language; next: Review; now: Instant },
): Settlement {
  // An older round is one whose day has since become a vacation: its applications are settled with this one.
  if (application.status !== 'submitted' || application.round > closing.round) {
    return { kind: 'settled_before' }
  }
  const { decision } = application
  if (!decision) {
    return { kind: 'carried_over', round: closing.next.day, reviewFrom: closing.next.cutOff }
  }
  const result: ReviewResult = {
    kind: decision.kind,
    ...(decision.reason && { reason: decision.reason }),
    ...(decision.note && { note: decision.note }),
    at: closing.now,
    round: closing.round,
  }
  if (decision.kind === 'approve') {
    result.cardNumber = closing.cardNumber
    result.activatableFrom = activatableFrom(closing.now)
  }
  return {
    kind: 'decided',
    result,
    message: { event: EVENT_OF_DECISION[decision.kind], parameters: parametersOf(result, closing.language) },
  }
}

function parametersOf(result: ReviewResult, language: Language): MessageParameters {
  if (result.cardNumber && result.activatableFrom) {
    return [result.cardNumber, result.activatableFrom]
  }
  return [reasonText(result, language)]
}

/** The questions of the reason sheet: a return or a rejection, a card's new state, the end of a mark. */
import {
  type CardReason,
  cardReasons,
  type Language,
  markOutcomes,
  rejectReasons,
  returnReasons,
  type SettableStatus,
  type Verdict,
} from '../../lib/domain'
import type { ReasonQuestion } from '../components/reason-sheet/reason-sheet'
import { mostUsedFirst } from '../reason-habits'
import { words } from '../words'

/** The decisions that need a reason. */
export type Asked = Exclude<Verdict['kind'], 'approve'>

/** Why an application is returned or rejected. */
export function reasonQuestion(asked: Asked, language: Language): ReasonQuestion {
  const { application, reasons } = words[language]
  const { sheet } = application
  const list: readonly NonNullable<Verdict['reason']>[] = asked === 'return' ? returnReasons : rejectReasons
  return {
    id: asked,
    head: asked === 'return' ? sheet.returnHead : sheet.rejectHead,
    hint: sheet.hint,
    reasons: mostUsedFirst(asked, list).map((id) => ({ id, name: reasons[id] })),
    oneTap: true,
    notePlaceholder: sheet.notePlaceholder,
    confirm: asked === 'return' ? sheet.return : sheet.reject,
    danger: asked === 'reject',
  }
}

/** Why a card is given another state. */
export function cardQuestion(status: SettableStatus, language: Language): ReasonQuestion {
  const { card, cardReasons: names } = words[language]
  const { head, hint } = card.changes[status]
  const list: readonly CardReason[] = cardReasons[status]
  return {
    id: status,
    head,
    hint,
    reasons: list.map((id) => ({ id, name: names[id] })),
    notePlaceholder: card.notePlaceholder,
    confirm: card.goOn,
    danger: status === 'revoked',
  }
}

/** How a mark is settled. */
export function markQuestion(id: string, language: Language): ReasonQuestion {
  const { marks } = words[language]
  return {
    id,
    head: marks.settleHead,
    hint: marks.settleHint,
    reasons: markOutcomes.map((outcome) => ({ id: outcome, name: marks.outcomes[outcome] })),
    notePlaceholder: marks.notePlaceholder,
    confirm: marks.settle,
    danger: false,
  }
}

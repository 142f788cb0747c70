/** The official account on the card page, in English; the same shape as official-zh.ts. */
import type { official as chinese } from './official-zh'

export const official: typeof chinese = {
  head: 'Official account',
  bound: 'Bound to “{account}”',
  since: 'since {day}',
  boundHint: 'Open this card any time from “{service} → {entry}” in its menu.',
  open: "Bind the university's account",
  openHint: 'Then this card also opens from the official account in WeChat.',
  steps: ['Find “{account}” in WeChat and follow it', 'Tap “{service} → {entry}” in its menu. That binds the card'],
  follows: 'You follow “{account}”. One tap binds the card.',
  bind: 'Bind',
  unbind: 'Unbind',
  unbindHead: 'Unbind from the official account?',
  unbindText: 'Your card works as before, and you still follow the account. Tapping “{entry}” there binds it again.',
  keep: 'Keep it',
  noUnionid:
    'WeChat gives us nothing to recognise you by, so the official account cannot be bound yet. Your card works; please tell the Alumni Office.',
}

/** Refusals of looking a card up, in English. */
import type { RefusalWords } from '../../i18n/refusal'
import type { refusals as chinese } from './refusals-zh'

export const refusals: Record<keyof typeof chinese, RefusalWords> = {
  card_number_typo: {
    say: 'One digit of the card number is wrong.',
    next: 'Compare it with the card and type it again.',
  },
  look_up_not_matched: {
    say: 'Card number and last four digits do not match.',
    next: 'Ask for the document the card was issued on and try again.',
  },
  look_up_limit: {
    say: 'Too many look-ups went wrong today.',
    next: 'Scan the code instead, or send the visitor to the Alumni Office. Look-ups work again on {from}.',
  },
}

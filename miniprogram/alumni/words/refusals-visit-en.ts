/** Refusals of visits, in English. */
import type { RefusalWords } from '../../i18n/refusal'
import type { visitRefusals as chinese } from './refusals-visit-zh'

export const visitRefusals: Record<keyof typeof chinese, RefusalWords> = {
  visit_holds_card: {
    say: 'Your alumni card opens the gate; you need no day pass.',
    next: 'Show your card and bring your ID document.',
  },
  visit_not_known: {
    say: 'This WeChat account has no application and no card.',
    next: 'Register or activate your card first; you can ask for a visit at once after that.',
  },
  visit_elsewhere: {
    say: "Visits are booked in the university's own visitor system.",
    next: 'Copy the link and open it in a browser.',
  },
  visit_day: { say: 'This day cannot be booked.', next: 'Choose a day from {from} to {to}.' },
  visit_gate: { say: 'Visitors are not received at this entrance.', next: 'Choose another gate.' },
  visit_note_missing: { say: 'The reason of your visit is missing.', next: 'You chose “Other”: say it in a sentence.' },
  visit_exists: { say: 'You have asked for this day already.', next: 'See it below, or choose another day.' },
  visit_limit: {
    say: 'All {count} visits of this month are taken.',
    next: 'Choose a day of the next month, or cancel a visit that is still to come.',
  },
  visit_attempts: {
    say: 'Too many visits were booked and cancelled today.',
    next: 'You can book again on {from}. If it is urgent, contact the Alumni Office.',
  },
}

/** The words of the page of one card, in English. */
import type { card as zh } from './card-zh'
import type { Shape } from './shape'

export const card: Shape<typeof zh> = {
  title: 'Cards',
  hint: 'Enter a card number to see its state and last uses, and to suspend, restore or revoke it. Every look is logged.',
  number: 'Card number',
  numberPlaceholder: '10 digits',
  numberMissing: 'Please enter all 10 digits',
  find: 'Find',
  portrait: 'Photo of the holder',
  last4: 'Last four of the ID: {last4}',
  facts: {
    issued: 'Issued',
    activated: 'Activated',
    valid: 'Valid until',
    bound: 'Phone bound',
    never: 'not yet',
  },
  changed: '“{status}” by {by}, {moment}',
  openMarks: 'Open marks: {count}',
  final: 'A revoked card cannot be restored. The holder can register for a new one.',
  scans: 'Last uses',
  noScans: 'Not used yet.',
  notePlaceholder: 'For your colleagues, e.g. “Called to say the phone was lost on the 12th”',
  goOn: 'Next',
  notNow: 'Not now',
  done: 'Changed',
  changes: {
    active: {
      act: 'Restore',
      head: 'Restore: what is the reason?',
      hint: 'Gates with a network let it in within minutes, others from their next list.',
      confirm: 'Restore the card of {name}?',
    },
    suspended: {
      act: 'Suspend',
      head: 'Suspend: what is the reason?',
      hint: 'Gates with a network refuse it at once, others from their next list. It can be restored.',
      confirm: 'Suspend the card of {name}?',
    },
    revoked: {
      act: 'Revoke',
      head: 'Revoke: what is the reason?',
      hint: 'This cannot be undone. Gates with a network refuse it at once, others from their next list.',
      confirm: 'Revoke card {number} of {name}?',
    },
  },
}

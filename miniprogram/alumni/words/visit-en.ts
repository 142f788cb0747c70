/** The words of the visitor pages in English. */
import type { dayPass as dayPassZh, visit as visitZh } from './visit-zh'

const reasons: typeof visitZh.reasons = {
  campus: 'See the campus',
  reunion: 'Reunion',
  teacher: 'Meet a teacher',
  errand: 'Paperwork',
  event: 'Event',
  other: 'Other',
}

const refusals: typeof visitZh.refusals = {
  campus_closed: 'The campus is closed to visitors that day. Please choose another day.',
  full: 'No more visitors can be received that day. Please choose another day.',
  reason_unclear: 'The reason was not clear. Choose another day and say what you come for.',
  identity_doubt: 'Your identity has to be checked. Please contact the Alumni Office.',
  other: '',
}

const states: typeof visitZh.states = {
  waiting: 'Waiting for approval',
  approved: 'Approved',
  refused: 'Not approved',
  cancelled: 'Cancelled',
}

export const visit: typeof visitZh = {
  title: 'Visit',
  head: 'Come as a visitor first',
  text: 'While your alumni card cannot be used, book a day. Who you are is known from your application.',
  own: 'My visits',
  day: 'Which day',
  chooseDay: 'Choose a day',
  gate: 'By which gate',
  reason: 'What for',
  note: 'Please say it in a sentence',
  notePlaceholder: 'e.g. to collect my transcript',
  ask: 'Book this day',
  most: 'At most {count} a month. One day each, for you alone; bring your ID document.',
  missing: {
    day: 'Please choose a day',
    point: 'Please choose a gate',
    reason: 'Please choose a reason',
    note: 'Please say in a sentence what you come for',
  },
  leaveBy: 'Please leave by {time} and have the pass scanned on the way out.',
  waitingText: 'You will get a text message once staff have decided.',
  show: 'Show the day pass',
  cancel: 'Cancel',
  cancelOf: 'Cancel the visit on {day}',
  cancelHead: 'Cancel the visit on {day}?',
  cancelText: 'The day pass ends at once. A visit that is cancelled on its day still counts.',
  cancelYes: 'Cancel the visit',
  cancelNo: 'Keep it',
  elsewhere: "Visits are booked in the university's visitor system. Copy the link and open it in a browser.",
  copy: 'Copy the link',
  showCard: 'Show my card',
  register: 'Register',
  noKey: 'Your phone could not make a key. Restart WeChat and try again.',
  reasons,
  refusals,
  states,
}

export const dayPass: typeof dayPassZh = {
  title: 'Day pass',
  kind: 'Visitor',
  only: 'This day only',
  offline: 'You are offline. Your day pass still works',
  last4: 'ID ends in {last4}',
  gate: 'Enter by the {gate} and show your ID document',
  leave: 'Leave by {time}, and show this code on the way out',
  blocked: {
    early: {
      head: 'Not yet',
      text: 'The code appears here on {day} from midnight, with no network as well.',
      action: 'My visits',
    },
    over: {
      head: 'This pass is over',
      text: 'It was valid on {day}. To come again, book another day.',
      action: 'Book again',
    },
    moved: {
      head: 'The pass is on another phone',
      text: 'Show it there; or cancel the visit and book it again on this phone.',
      action: 'My visits',
    },
    ended: { head: 'Cancelled or not approved', text: 'This pass cannot be used any more.', action: 'My visits' },
    gone: { head: 'There is no such pass', text: 'See the visits that you have.', action: 'My visits' },
  },
}

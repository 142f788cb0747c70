/** The visitors page in English. */
import type { visitors as chinese } from './visitors-zh'

export const visitors: typeof chinese = {
  title: 'Visitors',
  hint: 'People whose card cannot be used yet. They get a text message once you have decided.',
  lists: { waiting: 'Waiting', approved: 'Approved', marked: 'Marked' },
  none: {
    waiting: 'Nobody is waiting.',
    approved: 'No visitors from today on.',
    marked: 'In the last half year everybody came and left in time.',
  },
  where: '{day} · {gate}',
  reasons: {
    campus: 'See the campus',
    reunion: 'Reunion',
    teacher: 'Meet a teacher',
    errand: 'Paperwork',
    event: 'Event',
    other: 'Other',
  },
  came: 'Came before: {count}',
  noShows: 'Did not come: {count}',
  overstays: 'Left too late: {count}',
  outcomes: { no_show: 'Did not come', overstayed: 'Did not leave in time' },
  markedHint:
    'From scans at the gates, which may have gaps. After one late leaving or two missed visits, staff decide the next request.',
  decidedBy: 'By {name}',
  byRule: 'Approved by rule',
  application: 'Application',
  card: 'Card',
  approve: 'Approve',
  refuse: 'Refuse',
  takeBack: 'Take the pass back',
  refuseHead: 'Why refuse?',
  takeBackHead: 'Why take it back?',
  refuseHint: 'The visitor is told the reason. A pass that is taken back ends at the gate at once.',
  notePlaceholder: 'A note to the visitor',
  confirm: 'Confirm and tell them',
  approved: 'Approved; they are told',
  refused: 'Recorded; they are told',
  refusals: {
    campus_closed: 'Campus closed that day',
    full: 'Full that day',
    reason_unclear: 'Reason unclear',
    identity_doubt: 'Identity to be checked',
    other: 'Other',
  },
}

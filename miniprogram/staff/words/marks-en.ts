/** The words of the page of marks, in English. */
import type { marks as zh } from './marks-zh'
import type { Shape } from './shape'

export const marks: Shape<typeof zh> = {
  dayPass: 'Day pass',
  title: 'Marks',
  hint: 'What looks odd in the scans, for a person to judge. A mark accuses nobody.',
  open: 'Open',
  settled: 'Settled',
  noneOpen: 'Nothing to settle.',
  noneSettled: 'Nothing settled yet.',
  more: 'More below',
  end: 'That is the end',
  kinds: {
    replayed: 'One code, used more than once',
    impossible_travel: 'Two places, too far apart',
    shared: 'Perhaps shared',
  },
  stories: {
    replayed:
      'The same code was let in {count} times: {places}. Codes change every half minute, so somebody had a copy.',
    impossible_travel: 'Let in at {from} at {fromTime} and, {length} later, at {to}. Too fast even by bicycle.',
    shared: 'Let in {count} times within {length}: {places}. Several people may take turns.',
    bare: 'Not all of its scans have arrived yet.',
  },
  and: ', ',
  lengths: { seconds: '{count} s', minutes: '{count} min' },
  outcomes: { harmless: 'Nothing wrong', acted_on: 'Acted on' },
  settle: 'Settle',
  settleHead: 'How is this settled?',
  settleHint: 'To suspend or revoke the card, open it by its number first.',
  notePlaceholder: 'What came out, e.g. “Says a classmate borrowed the phone”',
  settledAs: '{outcome}, {moment}',
  done: 'Settled',
}

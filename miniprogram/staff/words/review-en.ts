/** The words of the reviewing pages in English; the same shape as review-zh.ts. */

import type * as zh from './review-zh'
import type { Shape } from './shape'

export const narrow: Shape<typeof zh.narrow> = {
  name: 'Narrow the list',
  groups: {
    documentType: 'Document',
    match: 'Archive',
    round: 'Round',
    returnedBefore: 'Returned before',
    hands: 'In whose hands',
  },
  matches: {
    pending: 'Not compared yet',
    exact: 'Exact',
    differs: 'Differs',
    several: 'Several candidates',
    unknown: 'Unknown',
  },
  returned: { true: 'Returned before', false: 'First time' },
  hands: { mine: 'Mine', others: 'A colleague’s', nobody: 'Nobody’s' },
  clear: 'Show all',
  done: 'Done',
}

export const search: Shape<typeof zh.search> = {
  placeholder: 'Name, ID or card',
  label: 'Find an application: name, document number, last four, card number',
  clear: 'Clear',
  none: 'Nothing found. Type the beginning of a Chinese name, any word of another one, or a whole document number.',
  found: 'Found: {count}',
  more: 'Too many to show. Please type more',
  stages: {
    submitted: 'submitted',
    in_review: 'in review',
    approved: 'approved',
    returned: 'returned',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
  },
  held: { mine: 'mine', other: 'with {name}' },
}

export const viewer: Shape<typeof zh.viewer> = {
  name: 'Photo, enlarged',
  enlarge: 'Double tap to enlarge or to see it whole',
  turn: 'Turn',
  other: 'Other photo',
  close: 'Close',
}

export const ownDecisions: Shape<typeof zh.ownDecisions> = {
  title: 'My decisions',
  none: 'No decisions today yet.',
  total: 'Decisions today: {count}',
  chooseLast: 'Choose the last 10',
  undoSelected: 'Undo the chosen {count}',
  askHead: 'Undo {count} decisions?',
  askText: 'They go back to the list, for you or a colleague to decide again. Applicants are not told.',
  askYes: 'Undo',
  notNow: 'Not now',
  done: 'Undone: {undone}',
  partly: 'Undone: {undone}. Changed by a colleague meanwhile: {kept}',
}

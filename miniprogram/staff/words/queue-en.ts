/** The words of the queue, in English. */
import type { queue as zh } from './queue-zh'
import type { Shape } from './shape'

export const queue: Shape<typeof zh> = {
  title: 'Review',
  due: 'Round of {day}',
  dueCutOff: 'Cut off {moment}. Registration is paused',
  progress: '{decided} of {total} decided',
  allDecided: 'All decided. You can close the round',
  closing: 'This round is being closed and is not finished',
  open: 'Registration is open until {moment}',
  openNext: 'Review starts after the cut-off on {day}. Nothing to review yet',
  openNone: 'No review is planned',
  waiting: '{count} waiting so far',
  start: 'Start reviewing',
  resume: 'Continue reviewing',
  close: 'Close the round',
  closeResume: 'Continue closing',
  lastClosed: 'Last round, {day}: {approved} approved, {returned} returned, {rejected} rejected',
  paper: 'Paper form',
  paperOwn: 'Paper form, yours',
  filters: 'Filters',
  filterLabel: '{name}, {count}',
  more: 'Loading more',
  end: '{count} in all. That is the end',
  empty: {
    undecided: 'Nothing to review.',
    approve: 'Nobody approved yet.',
    return: 'Nobody returned yet.',
    reject: 'Nobody rejected yet.',
    waiting: 'Nobody is waiting for the next round yet.',
  },
  again: 'Load again',
}

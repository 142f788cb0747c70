/** The parts of the queue's page as it shows them: the head with the round and its filters, the list, what a search found. */
import { fill } from '../../i18n/fill'
import {
  type Instant,
  type Language,
  type Narrowing,
  type QueueFilter,
  queueFilters,
  type ReviewReplies,
  type RoundView,
} from '../../lib/domain'
import type { Reply } from '../../services/request'
import type { QueueList } from '../queue-list'
import type { QueueReading } from '../queue-reading'
import { words } from '../words'
import { narrowLine } from './narrowing'
import { lastClosedLine, mainAction, roundPanel, rowView } from './queue'

/** The page but for a search: what it is narrowed to, the list unless something else is searched for, the head. */
export function queueView(
  { list, round, counts }: Pick<QueueReading, 'list' | 'round' | 'counts'>,
  chosen: Narrowing,
  isSearching: boolean,
  language: Language,
  now: Instant,
) {
  return {
    filter: list.filter,
    narrowed: narrowLine(chosen, language, now),
    ...(isSearching ? {} : listView(list, language, now)),
    ...(round ? headView(round, counts ?? round.counts, language, now) : {}),
  }
}

/** The head. @param counts how long the lists are as they are shown, narrowed or not */
function headView(round: RoundView, counts: RoundView['counts'], language: Language, now: Instant) {
  const action = mainAction(round)
  return {
    panel: roundPanel(round, language, now),
    filters: filterViews(counts, language),
    last: lastClosedLine(round, language, now),
    action: action ? words[language].queue[action] : '',
  }
}

/** The filters in the order of the closed list. */
export function filterViews(counts: RoundView['counts'], language: Language) {
  const { filters, queue } = words[language]
  return queueFilters.map((id) => {
    const [name, count] = [filters[id], counts[id]]
    return { id, name, count, label: fill(queue.filterLabel, { name, count }) }
  })
}

/** The list, and below it whether that is all. */
export function listView(
  { items, filter, after }: Pick<QueueList, 'items' | 'filter' | 'after'>,
  language: Language,
  now: Instant,
) {
  const { queue } = words[language]
  return {
    rows: items.map((item) => rowView(item, language, now)),
    emptyText: emptyText(filter, language),
    foot: after === null ? fill(queue.end, { count: items.length }) : queue.more,
  }
}

/** The text of an empty list. */
export function emptyText(filter: QueueFilter, language: Language): string {
  return words[language].queue.empty[filter]
}

/** What a search found, or why nobody knows. */
export function foundView(reply: Reply<ReviewReplies['search']>, language: Language, now: Instant) {
  const { search } = words[language]
  const { items, more } = reply.ok ? reply.value : { items: [], more: false }
  const empty = reply.ok ? 'empty' : 'error'
  return {
    state: items.length > 0 ? 'ready' : empty,
    code: reply.ok ? ('' as const) : reply.code,
    emptyText: search.none,
    rows: items.map((item) => rowView(item, language, now)),
    foot: more ? search.more : fill(search.found, { count: items.length }),
  }
}

/** The queue page's questions to the functions: the list itself, where reading begins, how many marks are open. */
import { office } from '../services/office'
import { review } from '../services/review'
import { QueueList } from './queue-list'

/** A list that has not been read yet. */
export function emptyList(): QueueList {
  return new QueueList((filter, after) => review('queue', { filter, ...(after && { after }) }))
}

/** The oldest undecided application, whatever list is on the screen. */
export async function firstUndecided(): Promise<string | undefined> {
  const reply = await review('queue', { filter: 'undecided' })
  return reply.ok ? reply.value.items[0]?.id : undefined
}

/** How many marks wait for somebody, "50+" when they fill a page; '' when nobody can say. */
export async function countOpenMarks(): Promise<string> {
  const reply = await office('marks', { state: 'open' })
  if (!reply.ok) {
    return ''
  }
  const { marks, after } = reply.value
  return after === null ? String(marks.length) : `${marks.length}+`
}

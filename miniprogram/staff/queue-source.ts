/** The queue page's questions to the functions: the list itself, how many marks are open. */
import { office } from '../services/office'
import { review } from '../services/review'
import { narrowing } from './narrowing'
import { QueueList } from './queue-list'

/** A list that has not been read yet. */
export function emptyList(): QueueList {
  return new QueueList((filter, after) => review('queue', { filter, narrow: narrowing(), ...(after && { after }) }))
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

/** @jest-environment node */

import type { QueueFilter, QueueItem } from '../../../miniprogram/lib/domain'
import { noteDecision, takeChanges } from '../../../miniprogram/staff/decided'
import { type ListReply, QueueList } from '../../../miniprogram/staff/queue-list'

const item = (id: string) => ({ id }) as QueueItem
const page = (ids: string[], after: string | null): ListReply => ({
  ok: true,
  value: { items: ids.map(item), after },
})

/** A function that answers when the test says so. */
class Pages {
  readonly asked: [QueueFilter, string | undefined][] = []
  private waiting: ((reply: ListReply) => void)[] = []

  readonly fetch = (filter: QueueFilter, after?: string) => {
    this.asked.push([filter, after])
    return new Promise<ListReply>((resolve) => this.waiting.push(resolve))
  }

  /** Answers the oldest question that is open, or the one at `index`. */
  answer(reply: ListReply, index = 0) {
    this.waiting.splice(index, 1)[0]?.(reply)
  }
}

async function opened(ids: string[], after: string | null) {
  const pages = new Pages()
  const list = new QueueList(pages.fetch)
  const opening = list.open()
  pages.answer(page(ids, after))
  await opening
  return { pages, list, ids: () => list.items.map(({ id }) => id) }
}

test('pages follow each other by the cursor until there is none', async () => {
  const { pages, list, ids } = await opened(['a', 'b'], 'b')
  const more = list.more()
  pages.answer(page(['c'], null))
  await more
  expect(ids()).toEqual(['a', 'b', 'c'])
  expect(await list.more()).toBeNull()
  expect(pages.asked).toEqual([
    ['undecided', undefined],
    ['undecided', 'b'],
  ])
})

test('an application that slipped to the next page is shown once', async () => {
  const { pages, list, ids } = await opened(['a', 'b'], 'b')
  const more = list.more()
  pages.answer(page(['b', 'c'], null))
  await more
  expect(ids()).toEqual(['a', 'b', 'c'])
})

test('reaching the bottom twice asks once', async () => {
  const { pages, list } = await opened(['a'], 'a')
  const more = list.more()
  expect(await list.more()).toBeNull()
  pages.answer(page(['b'], null))
  await more
  expect(pages.asked).toHaveLength(2)
})

test('the answer for a filter that was left is dropped', async () => {
  const { pages, list, ids } = await opened(['a'], null)
  const returned = list.open('return')
  const approved = list.open('approve')
  pages.answer(page(['r'], null))
  pages.answer(page(['p'], null))
  expect(await returned).toBeNull()
  expect((await approved)?.ok).toBe(true)
  expect([list.filter, ids()]).toEqual(['approve', ['p']])
})

test('a page that arrives after a refresh is dropped, and the next can be asked again', async () => {
  const { pages, list, ids } = await opened(['a'], 'a')
  const more = list.more()
  const refresh = list.open()
  pages.answer(page(['x'], 'x'), 1)
  await refresh
  pages.answer(page(['b'], null))
  expect(await more).toBeNull()
  expect(ids()).toEqual(['x'])
  const again = list.more()
  pages.answer(page(['y'], null))
  await again
  expect(ids()).toEqual(['x', 'y'])
})

test('a refused refresh leaves what was there; a refused page can be tried again', async () => {
  const { pages, list, ids } = await opened(['a'], 'a')
  const refresh = list.open()
  pages.answer({ ok: false, code: 'offline' })
  expect(await refresh).toEqual({ ok: false, code: 'offline' })
  expect(ids()).toEqual(['a'])
  const more = list.more()
  pages.answer({ ok: false, code: 'no_answer' })
  await more
  expect(list.after).toBe('a')
})

describe('reading again what was shown', () => {
  test('takes as many pages as there were, and swaps them in at once', async () => {
    const { pages, list, ids } = await opened(['a', 'b'], 'b')
    const more = list.more()
    pages.answer(page(['c', 'd'], 'd'))
    await more
    const reading = list.reread()
    pages.answer(page(['b', 'c'], 'c'))
    await Promise.resolve()
    expect(ids()).toEqual(['a', 'b', 'c', 'd'])
    pages.answer(page(['d', 'e'], 'e'))
    await reading
    expect([ids(), list.after]).toEqual([['b', 'c', 'd', 'e'], 'e'])
    expect(pages.asked.slice(2)).toEqual([
      ['undecided', undefined],
      ['undecided', 'c'],
    ])
  })

  test('of an emptied list ends with nothing', async () => {
    const { pages, list, ids } = await opened(['a'], null)
    const reading = list.reread()
    pages.answer(page([], null))
    await reading
    expect(ids()).toEqual([])
  })

  test('that is refused on the way leaves what was there', async () => {
    const { pages, list, ids } = await opened(['a', 'b'], 'b')
    const reading = list.reread()
    pages.answer({ ok: false, code: 'offline' })
    expect(await reading).toEqual({ ok: false, code: 'offline' })
    expect([ids(), list.after]).toEqual([['a', 'b'], 'b'])
  })

  test('gives way to a filter that is chosen meanwhile', async () => {
    const { pages, list } = await opened(['a'], null)
    const reading = list.reread()
    const other = list.open('return')
    pages.answer(page(['x'], null))
    pages.answer(page(['r'], null))
    expect(await reading).toBeNull()
    await other
    expect(list.items.map(({ id }) => id)).toEqual(['r'])
  })
})

test('another filter starts empty', async () => {
  const { list, ids } = await opened(['a'], null)
  void list.open('reject')
  expect(ids()).toEqual([])
})

describe('what was decided meanwhile', () => {
  test('leaves the lists it no longer belongs to, once', () => {
    noteDecision('a', 'approve')
    noteDecision('b', 'return')
    expect(takeChanges('undecided')).toEqual({ gone: new Set(['a', 'b']), others: false })
    expect(takeChanges('undecided')).toEqual({ gone: new Set(), others: false })
  })

  test('an undone decision means that the undecided must be read again', () => {
    noteDecision('a', 'approve')
    noteDecision('a', null)
    expect(takeChanges('undecided')).toEqual({ gone: new Set(), others: true })
  })

  test('a decided list loses what was decided otherwise and gains what was decided so', () => {
    noteDecision('a', 'return')
    noteDecision('b', 'approve')
    expect(takeChanges('approve')).toEqual({ gone: new Set(['a']), others: true })
  })
})

import { words } from '../../../miniprogram/staff/words'
import { type Answer, ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { COLLEAGUE, ReviewOffice } from './office'
import { StaffPhone } from './staff-phone'

const { queue: t, filters } = words.zh
let phone: StaffPhone
let office: ReviewOffice
let page: Rendered

async function open(count: number) {
  phone = new StaffPhone().install()
  office = new ReviewOffice(count)
  phone.answers = office.answers()
  page = await openPage('staff/pages/queue/queue')
}
afterEach(() => page.detach())

const names = () => page.page.data.rows.map(({ name }: { name: string }) => name)

describe('on a Thursday afternoon', () => {
  test('says which round it is and how far, and lists the undecided, oldest first', async () => {
    await open(45)
    expect(page.text()).toContain('11月19日（星期四）这一轮')
    expect(page.text()).toContain('已审 0 / 45')
    expect(names()).toHaveLength(20)
    expect(names()[0]).toBe('张1')
    expect(page.text()).toContain('321***********0001')
  })

  test('scrolls to the end, page by page', async () => {
    await open(45)
    await page.page.onReachBottom()
    expect(names()).toHaveLength(40)
    await page.page.onReachBottom()
    expect(names()).toHaveLength(45)
    await page.page.onReachBottom()
    expect(phone.asked('review', 'queue').map(({ data }) => data.after ?? '')).toEqual([
      '',
      'app-00000020',
      'app-00000040',
    ])
    expect(page.text()).toContain('共 45 份，已到底')
  })

  test('filters have their counts and lead to their lists', async () => {
    await open(5)
    office.decide('app-00000002', 1, { kind: 'return', reason: 'portrait_unclear' })
    await page.page.load()
    await page.settle()
    expect(page.page.data.filters.map(({ id, count }: { id: string; count: number }) => [id, count])).toEqual([
      ['undecided', 4],
      ['approve', 0],
      ['return', 1],
      ['reject', 0],
      ['waiting', 0],
    ])
    await page.tap(filters.return)
    expect(names()).toEqual(['张2'])
    expect(page.text()).toContain(words.zh.decisions.return)
    await page.tap(filters.approve)
    expect(page.text()).toContain(t.empty.approve)
  })

  test('the main action begins to read, from any list; which one is first the office decides', async () => {
    await open(3)
    await page.tap(t.start)
    await page.tap(filters.approve)
    await page.tap(t.start)
    expect(phone.addresses).toEqual(Array.from({ length: 2 }, () => '/staff/pages/application/application'))
  })

  test('a row opens its application', async () => {
    await open(3)
    await page.tap('张3')
    expect(phone.addresses).toEqual(['/staff/pages/application/application?id=app-00000003'])
  })

  test('with everything decided the main action is to close the round', async () => {
    await open(1)
    office.decide('app-00000001', 1, { kind: 'approve' })
    await page.page.load()
    await page.settle()
    expect(page.text()).toContain(t.allDecided)
    await page.page.onAction()
    expect(phone.addresses).toEqual(['/staff/pages/round/round'])
  })

  test('a closing that stopped is the first thing to take up again', async () => {
    phone = new StaffPhone().install()
    office = new ReviewOffice(3)
    office.due = { day: '2026-11-19', cutOff: 0, closing: true }
    phone.answers = office.answers()
    page = await openPage('staff/pages/queue/queue')
    expect(page.text()).toContain(t.closing)
    await page.tap(t.closeResume)
    expect(phone.addresses).toEqual(['/staff/pages/round/round'])
  })
})

test('between rounds it says when review begins and how many wait, and offers nothing to press', async () => {
  phone = new StaffPhone().install()
  office = new ReviewOffice(0)
  office.due = null
  office.lastClosed = { day: '2026-11-12', closedAt: 1, approved: 30, returned: 5, rejected: 2, carriedOver: 0 }
  phone.answers = office.answers()
  page = await openPage('staff/pages/queue/queue')
  expect(page.text()).toContain('登记开放中，到11月26日（星期四）12:00')
  expect(page.text()).toContain('现在还没有要审的')
  expect(page.text()).toContain('上一轮 11月12日（星期四）：通过 30，退回 5，不通过 2')
  expect(page.page.data.action).toBe('')
})

describe('the cut-off passes while the page is open', () => {
  /** Opens the page at the very cut-off, while the office does not know it yet. @returns what makes the round due there */
  async function openBefore(): Promise<() => void> {
    phone = new StaffPhone().install()
    office = new ReviewOffice(3)
    const { due } = office
    office.due = null
    const answers = office.answers()
    const waiting = { undecided: 0, approve: 0, return: 0, reject: 0, waiting: 3 }
    const next = { day: '2026-11-19', cutOff: Date.now() }
    const atCutOff = () => ok({ ...office.round(), now: Date.now(), next, counts: waiting })
    phone.answers = {
      ...answers,
      'review.round': () => (office.due ? ok(office.round()) : atCutOff()),
      'review.queue': (data) => (office.due ? answer(answers['review.queue'], data) : ok({ items: [], after: null })),
    }
    page = await openPage('staff/pages/queue/queue')
    return () => {
      office.due = due
    }
  }
  const answer = (how: Answer | undefined, data: Record<string, unknown>) => (how as (data: object) => any)(data)
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      await page.settle()
    }
  }
  const asked = () => phone.asked('review', 'queue').length

  test('who waited is in the list, and nobody touched anything', async () => {
    const makeDue = await openBefore()
    expect(names()).toEqual([])
    expect(page.page.data.action).toBe('')
    makeDue()
    await until(() => names().length > 0)
    expect(names()).toEqual(['张1', '张2', '张3'])
    expect(page.page.data.action).toBe(t.start)
  })

  test('what was searched for stays on the screen, and the list is there behind it', async () => {
    const makeDue = await openBefore()
    await page.page.onSearch({ detail: { value: '张2' } })
    makeDue()
    const before = asked()
    await until(() => asked() > before)
    await page.settle()
    expect(names()).toEqual(['张2'])
    page.page.onClearSearch()
    await page.settle()
    expect(names()).toEqual(['张1', '张2', '张3'])
  })

  test('a page that was closed asks no more', async () => {
    await openBefore()
    page.page.onUnload()
    const before = asked()
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(asked()).toBe(before)
  })
})

test('an application decided meanwhile leaves the list without losing the place', async () => {
  await open(45)
  await page.page.onReachBottom()
  const { noteDecision } = require('../../../miniprogram/staff/decided')
  office.decide('app-00000003', 1, { kind: 'approve' })
  noteDecision('app-00000003', 'approve')
  await page.page.onShow()
  await page.settle()
  expect(names()).toHaveLength(39)
  expect(names()).not.toContain('张3')
  expect(page.text()).toContain('已审 1 / 45')
  expect(phone.asked('review', 'queue')).toHaveLength(2)
})

test('what colleagues decided, or a closed round, is gone when the reviewer comes back', async () => {
  await open(3)
  office.decide('app-00000001', 1, { kind: 'approve' })
  await page.page.onShow()
  await page.settle()
  expect(names()).toEqual(['张2', '张3'])
  office.applications.length = 0
  office.due = null
  await page.page.onShow()
  await page.settle()
  expect(names()).toEqual([])
  expect(page.text()).toContain(t.empty.undecided)
})

test('what colleagues decide while the page lies open is seen within a minute, and not once it is left', async () => {
  jest.useFakeTimers()
  try {
    await Promise.all([open(3), jest.advanceTimersByTimeAsync(1_000)])
    office.decide('app-00000001', 1, { kind: 'approve' })
    await jest.advanceTimersByTimeAsync(60_000)
    expect(names()).toEqual(['张2', '张3'])
    expect(page.page.data.panel.progress).toBe('已审 1 / 3')
    page.page.onHide()
    const asked = phone.asked('review', 'round').length
    await jest.advanceTimersByTimeAsync(600_000)
    expect(phone.asked('review', 'round')).toHaveLength(asked)
  } finally {
    jest.useRealTimers()
  }
})

test('pulling reads it again', async () => {
  await open(3)
  office.decide('app-00000001', 1, { kind: 'approve' })
  await page.page.onPullDownRefresh()
  expect(names()).toEqual(['张2', '张3'])
})

describe('narrowed', () => {
  const { narrow, documentTypes } = words.zh

  test('the list and its counts are of the kind that was chosen, until all are shown again', async () => {
    await open(3)
    office.one('app-00000002').documentType = 'passport'
    page.page.onOpenNarrow()
    await page.settle()
    await page.settle()
    await page.tap(documentTypes.passport)
    await page.tap(narrow.done)
    expect(names()).toEqual(['张2'])
    expect(page.page.data.filters[0].count).toBe(1)
    expect(page.text()).toContain(documentTypes.passport)
    // How far the round is does not depend on what is shown of it.
    expect(page.text()).toContain('已审 0 / 3')
    expect(phone.asked('review', 'queue').at(-1)?.data.narrow).toEqual({ documentType: 'passport' })
    await page.tap(narrow.clear)
    expect(names()).toHaveLength(3)
  })

  test('a choice tapped twice is taken back', async () => {
    await open(3)
    page.page.onOpenNarrow()
    await page.settle()
    await page.settle()
    await page.tap(narrow.returned.false)
    await page.tap(narrow.returned.false)
    expect(phone.asked('review', 'queue').map(({ data }) => data.narrow)).toEqual([{}, { returnedBefore: false }, {}])
  })
})

describe('the search', () => {
  const find = async (value: string) => {
    await page.page.onSearch({ detail: { value } })
    await page.settle()
  }

  test('shows what was found with its state, and clearing it brings the list back', async () => {
    await open(12)
    await find('张1')
    expect(names()).toEqual(['张1', '张10', '张11', '张12'])
    expect(page.text()).toContain(words.zh.search.stages.in_review)
    expect(page.text()).toContain('找到 4 份')
    page.page.onClearSearch()
    await page.settle()
    expect(names()).toHaveLength(12)
  })

  test('that finds nothing says how to search', async () => {
    await open(1)
    await find('李')
    expect(page.text()).toContain(words.zh.search.none)
  })

  test('without a network says so', async () => {
    await open(1)
    phone.online = false
    await find('张1')
    expect(page.text()).toContain('手机没有连接网络')
  })
})

test('a row says in whose hands it is, and that it was returned before', async () => {
  await open(2)
  Object.assign(office.one('app-00000002'), { hold: COLLEAGUE, returnedBefore: 1 })
  await page.page.load()
  await page.settle()
  expect(page.text()).toContain('孙磊在审')
  expect(page.text()).toContain('退回过 1 次')
})

test('a row says that it came from paper, and whose entry it is', async () => {
  await open(2)
  const paper = { by: '孙磊', signedOn: '2026-11-02' }
  Object.assign(office.one('app-00000001'), { paper: { ...paper, own: true } })
  Object.assign(office.one('app-00000002'), { paper: { ...paper, own: false } })
  await page.page.load()
  await page.settle()
  expect(page.page.data.rows.map(({ paper: mark }: { paper: string }) => mark)).toEqual([t.paperOwn, t.paper])
  expect(page.text()).toContain('您录入的纸质表')
})

describe('without an answer', () => {
  test('an empty page says what happened and tries again', async () => {
    phone = new StaffPhone().install()
    phone.online = false
    office = new ReviewOffice(2)
    phone.answers = office.answers()
    page = await openPage('staff/pages/queue/queue')
    expect(page.text()).toContain('手机没有连接网络')
    phone.online = true
    await page.page.load()
    await page.settle()
    expect(names()).toHaveLength(2)
  })

  test('a list that was there stays, with a note', async () => {
    await open(3)
    phone.online = false
    await page.page.onPullDownRefresh()
    await page.settle()
    expect(names()).toHaveLength(3)
    expect(page.text()).toContain('手机没有连接网络')
  })

  test('somebody who is no reviewer is told so', async () => {
    phone = new StaffPhone().install()
    phone.answers = { 'review.queue': refused('not_allowed'), 'review.round': refused('not_allowed') }
    page = await openPage('staff/pages/queue/queue')
    expect(page.text()).toContain('您的身份不能进行这项操作')
  })
})

describe('the way to the rest of the office', () => {
  const { menu } = words.zh

  test('is one line while a round is reviewed, and unfolds to the doors that are for this person', async () => {
    await open(1)
    expect(page.text()).toContain(`${menu.bulk}${menu.decisions}${menu.marks}${menu.more}`)
    expect(page.text()).not.toContain(menu.groups.cards)
    await page.tap(menu.more)
    expect(page.text()).toContain(`${menu.groups.cards}${menu.card}`)
    expect(page.text()).not.toContain(menu.groups.system)
    expect(page.text()).not.toContain(menu.devices)
    phone.storage.set('staff-role', 'admin')
    page = await openPage('staff/pages/queue/queue')
    await page.tap(menu.more)
    const doors = ['card', 'decisions', 'marks', 'devices', 'people', 'audit'] as const
    for (const door of doors) {
      await page.tap(menu[door])
    }
    expect(phone.addresses).toEqual(doors.map((name) => `/staff/pages/${name}/${name}`))
    await page.tap(menu.fold)
    expect(page.text()).not.toContain(menu.groups.system)
  })

  test('has the system for an administrator whose phone does not know that yet', async () => {
    phone = new StaffPhone().install()
    phone.answers = { ...new ReviewOffice(1).answers(), 'office.me': ok({ staff: { name: '吴芳', role: 'admin' } }) }
    page = await openPage('staff/pages/queue/queue')
    await page.tap(menu.more)
    expect(page.text()).toContain(menu.groups.system)
  })

  test('lies open between rounds, when the queue has nothing to do', async () => {
    phone = new StaffPhone().install()
    office = new ReviewOffice(0)
    office.due = null
    phone.answers = office.answers()
    page = await openPage('staff/pages/queue/queue')
    for (const group of [menu.groups.review, menu.groups.cards, menu.groups.office]) {
      expect(page.text()).toContain(group)
    }
  })

  test('says how many marks wait, and nothing when none do or nobody can say', async () => {
    await open(1)
    expect(page.page.data.openMarks).toBe('')
    for (const [marks, after, shown] of [
      [[{}, {}], null, '2'],
      [[{}], 'next', '1+'],
    ] as const) {
      phone.answers['office.marks'] = ok({ marks, after })
      await page.page.load()
      await page.settle()
      expect(page.text()).toContain(`${shown}${menu.marks}`)
    }
    phone.answers['office.marks'] = ok({ marks: [], after: null })
    await page.page.load()
    await page.settle()
    expect(page.text()).toContain(`${menu.decisions}${menu.marks}`)
  })
})

/** @jest-environment node */
import type { ReviewApplication, Verdict } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { Desk } from '../../../miniprogram/staff/desk'
import { COLLEAGUE, ReviewOffice } from './office'

function setUp(count = 3) {
  const office = new ReviewOffice(count)
  const answers = office.answers()
  const asked: [string, any][] = []
  const notes: [string, Verdict['kind'] | null][] = []
  const ahead: string[] = []
  const ask = async (name: string, data: object) => {
    asked.push([name, data])
    const answer = answers[`review.${name}`]
    return (typeof answer === 'function' ? answer(data) : answer) as never
  }
  const desk = new Desk({
    load: (id) => ask('application', { id }),
    next: (inHand, after) => ask('next', { inHand, after }),
    decide: (id, version, verdict) => ask('decide', { id, version, verdict }),
    undo: (id, version) => ask('undo', { id, version }),
    hold: (ids) => ask('hold', { ids }),
    release: (ids) => ask('release', { ids }),
    note: (id, kind) => void notes.push([id, kind]),
    ahead: ({ id }) => void ahead.push(id),
  })
  const [first = '', second = '', third = ''] = office.applications.map(({ id }) => id)
  const times = (name: string) => asked.filter(([each]) => each === name).length
  return { office, answers, desk, asked, times, notes, ahead, first, second, third }
}

const granted = <T>(reply: Reply<T> | null): T => {
  if (!reply?.ok) {
    throw new Error(`refused: ${reply?.code}`)
  }
  return reply.value
}

const advanced = async (desk: Desk) => granted(await desk.advance()).application?.id ?? null

test('a decision leads to the next undecided application, to the end', async () => {
  const { office, desk } = setUp()
  while (await advanced(desk)) {
    granted(await desk.decide({ kind: 'approve' }))
  }
  expect(office.counts()).toMatchObject({ undecided: 0, approve: 3 })
})

test('the next one is in hand while this one is read, and comes without another question', async () => {
  const { desk, times, ahead, office, first, second } = setUp()
  await desk.open(first)
  expect(ahead).toEqual([second])
  expect(office.one(second).hold?.mine).toBe(true)
  void desk.decide({ kind: 'approve' })
  expect(await advanced(desk)).toBe(second)
  expect(times('application')).toBe(1)
})

test('the next one is on the desk before the decision was answered', async () => {
  const { desk, answers, first, second } = setUp()
  await desk.open(first)
  let answer: (reply: any) => void = () => {}
  answers['review.decide'] = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  const sent = desk.decide({ kind: 'approve' })
  expect(await advanced(desk)).toBe(second)
  answer({ ok: true, value: { version: 2 } })
  expect(granted(await sent)).toEqual({ version: 2 })
  expect(desk.current?.id).toBe(second)
})

test('a refused decision puts its application back on the desk, and what came meanwhile is next', async () => {
  const { office, desk, first, second } = setUp()
  await desk.open(first)
  office.decide(first, 1, { kind: 'reject', reason: 'forged' })
  const sent = desk.decide({ kind: 'approve' })
  await desk.advance()
  expect(await sent).toMatchObject({ ok: false, code: 'already_decided' })
  expect(office.one(first).decision?.kind).toBe('reject')
  expect(desk.current?.id).toBe(first)
  expect(desk.last).toBeNull()
  expect(granted(await desk.reload()).decision).toMatchObject({ kind: 'reject' })
  expect(await advanced(desk)).toBe(second)
})

test('what a colleague holds is passed over', async () => {
  const { office, desk, first, third } = setUp()
  office.one('app-00000002').hold = COLLEAGUE
  await desk.open(first)
  await desk.decide({ kind: 'approve' })
  expect(await advanced(desk)).toBe(third)
})

test('skipped, it is given back, and comes again after the last one', async () => {
  const { office, desk, first, second } = setUp(2)
  await desk.open(first)
  expect(granted(await desk.skip()).application?.id).toBe(second)
  granted(await desk.skip())
  expect(desk.current?.id).toBe(first)
  expect(office.counts()).toMatchObject({ undecided: 2 })
})

describe('holds', () => {
  test('are renewed for everything in hand', async () => {
    const { desk, asked, first, second } = setUp()
    await desk.open(first)
    expect(await desk.renew()).toBe(false)
    expect(asked.at(-1)).toEqual(['hold', { ids: [first, second] }])
  })

  test('that are lost to a colleague are noticed', async () => {
    const { office, desk, first } = setUp()
    await desk.open(first)
    office.one(first).hold = COLLEAGUE
    expect(await desk.renew()).toBe(true)
  })

  test('are given back on leaving, also what is still on its way', async () => {
    const { office, desk, first } = setUp()
    await desk.open(first)
    await desk.leave()
    expect(office.applications.filter(({ hold }) => hold)).toEqual([])
  })
})

describe('undo', () => {
  test('takes back the last decision once, and puts the application on the desk', async () => {
    const { office, desk, notes, first } = setUp()
    await desk.open(first)
    await desk.decide({ kind: 'return', reason: 'portrait_unclear' })
    expect(desk.last).toMatchObject({ id: first, kind: 'return', name: '张1' })
    expect(granted(await desk.undo()).id).toBe(first)
    expect(office.one(first).decision).toBeNull()
    expect(notes).toEqual([
      [first, 'return'],
      [first, null],
    ])
    expect(await desk.undo()).toBeNull()
  })

  test('puts the one on the desk aside, to be read afterwards', async () => {
    const { desk, first, second } = setUp()
    await desk.open(first)
    void desk.decide({ kind: 'approve' })
    await desk.advance()
    granted(await desk.undo())
    expect(desk.current?.id).toBe(first)
    await desk.decide({ kind: 'approve' })
    expect(await advanced(desk)).toBe(second)
  })

  test('is refused when somebody changed it since', async () => {
    const { office, desk, first } = setUp()
    await desk.open(first)
    await desk.decide({ kind: 'approve' })
    office.decide(first, 2, { kind: 'reject', reason: 'forged' })
    expect(await desk.undo()).toMatchObject({ ok: false, code: 'already_decided' })
    expect(office.one(first).decision?.kind).toBe('reject')
  })

  test('also works on an old decision that is on the desk, and has nothing to do for an undecided one', async () => {
    const { office, desk, first, second } = setUp()
    office.decide(first, 1, { kind: 'approve' })
    await desk.open(first)
    expect(granted(await desk.undoCurrent()).id).toBe(first)
    expect(office.one(first).decision).toBeNull()
    await desk.open(second)
    expect(await desk.undoCurrent()).toBeNull()
  })
})

test('after an undo the application is read anew, and can be decided again', async () => {
  const { office, desk, first } = setUp()
  await desk.open(first)
  await desk.decide({ kind: 'approve' })
  expect(granted(await desk.undo()).version).toBe(3)
  granted(await desk.decide({ kind: 'reject', reason: 'forged' }))
  expect(office.one(first).decision?.kind).toBe('reject')
})

test('an application that is gone is a refusal, and the desk keeps what it had', async () => {
  const { desk, first } = setUp()
  await desk.open(first)
  const reply: Reply<ReviewApplication> = await desk.open('app-99999999')
  expect(reply).toMatchObject({ ok: false, code: 'application_unknown' })
  expect(desk.current?.id).toBe(first)
})

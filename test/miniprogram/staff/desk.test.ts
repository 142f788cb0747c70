/** @jest-environment node */
import type { ReviewApplication, Verdict } from '../../../miniprogram/lib/domain'
import type { Reply } from '../../../miniprogram/services/request'
import { Desk } from '../../../miniprogram/staff/desk'
import { ReviewOffice } from './office'

function setUp(count = 3) {
  const office = new ReviewOffice(count)
  const answers = office.answers()
  const loads: string[] = []
  const notes: [string, Verdict['kind'] | null][] = []
  const ask = async (name: string, data: object) => {
    const answer = answers[`review.${name}`]
    return (typeof answer === 'function' ? answer(data) : answer) as never
  }
  const desk = new Desk({
    load: (id) => {
      loads.push(id)
      return ask('application', { id })
    },
    decide: (id, version, verdict) => ask('decide', { id, version, verdict }),
    undo: (id, version) => ask('undo', { id, version }),
    note: (id, kind) => void notes.push([id, kind]),
  })
  const ids = office.applications.map(({ id }) => id)
  return { office, desk, loads, notes, ids, first: ids[0] ?? '', second: ids[1] ?? '' }
}

const granted = <T>(reply: Reply<T> | null): T => {
  if (!reply?.ok) {
    throw new Error(`refused: ${reply?.code}`)
  }
  return reply.value
}

test('a decision leads to the next undecided application, to the end', async () => {
  const { office, desk, first } = setUp()
  let next: string | null = first
  while (next) {
    granted(await desk.open(next))
    next = granted(await desk.decide({ kind: 'approve' })).next
  }
  expect(office.counts()).toMatchObject({ undecided: 0, approve: 3 })
})

test('a next one that was decided at this desk meanwhile is not offered again', async () => {
  const { desk, first, second } = setUp(2)
  await desk.open(first)
  expect(granted(await desk.decide({ kind: 'approve' })).next).toBe(second)
  // Fetched ahead while the first was undecided: it names the first as its own next.
  expect(granted(await desk.open(second)).next).toBe(first)
  expect(granted(await desk.decide({ kind: 'approve' })).next).toBeNull()
})

test('an undone one is offered again', async () => {
  const { desk, first, second } = setUp(2)
  await desk.open(first)
  await desk.decide({ kind: 'approve' })
  await desk.undo()
  await desk.open(second)
  expect(granted(await desk.decide({ kind: 'approve' })).next).toBe(first)
})

test('the next one is fetched while this one is read', async () => {
  const { desk, loads, first, second } = setUp()
  await desk.open(first)
  expect(loads).toEqual([first, second])
  await desk.decide({ kind: 'approve' })
  expect(granted(await desk.open(second)).id).toBe(second)
  expect(loads.filter((id) => id === second)).toHaveLength(1)
})

test('somebody who was faster is not overwritten; reading again shows their decision', async () => {
  const { office, desk, first } = setUp()
  await desk.open(first)
  office.decide(first, 1, { kind: 'reject', reason: 'forged' })
  expect(await desk.decide({ kind: 'approve' })).toMatchObject({ ok: false, code: 'already_decided' })
  expect(office.one(first).decision?.kind).toBe('reject')
  expect(granted(await desk.reload()).decision).toMatchObject({ kind: 'reject' })
  expect(desk.last).toBeNull()
})

test('one fetched ahead and decided by somebody else meanwhile is refused, too', async () => {
  const { office, desk, first, second } = setUp()
  await desk.open(first)
  office.decide(second, 1, { kind: 'approve' })
  await desk.decide({ kind: 'approve' })
  await desk.open(second)
  expect(await desk.decide({ kind: 'return', reason: 'portrait_unclear' })).toMatchObject({ code: 'already_decided' })
  expect(granted(await desk.reload()).decision).toMatchObject({ kind: 'approve' })
})

describe('undo', () => {
  test('takes back the last decision once, and names the application', async () => {
    const { office, desk, notes, first } = setUp()
    await desk.open(first)
    await desk.decide({ kind: 'return', reason: 'portrait_unclear' })
    expect(desk.last).toMatchObject({ id: first, kind: 'return', name: '张1' })
    expect(granted(await desk.undo())).toEqual({ id: first })
    expect(office.one(first).decision).toBeNull()
    expect(notes).toEqual([
      [first, 'return'],
      [first, null],
    ])
    expect(await desk.undo()).toBeNull()
  })

  test('is refused when somebody changed it since', async () => {
    const { office, desk, first } = setUp()
    await desk.open(first)
    await desk.decide({ kind: 'approve' })
    office.decide(first, 2, { kind: 'reject', reason: 'forged' })
    expect(await desk.undo()).toMatchObject({ ok: false, code: 'already_decided' })
    expect(office.one(first).decision?.kind).toBe('reject')
  })

  test('also works on an old decision that is on the desk', async () => {
    const { office, desk, first } = setUp()
    office.decide(first, 1, { kind: 'approve' })
    await desk.open(first)
    expect(granted(await desk.undoCurrent())).toEqual({ id: first })
    expect(office.one(first).decision).toBeNull()
  })

  test('has nothing to do for an undecided one', async () => {
    const { desk, first } = setUp()
    await desk.open(first)
    expect(await desk.undoCurrent()).toBeNull()
  })
})

test('after an undo the application is read anew, and can be decided again', async () => {
  const { office, desk, first } = setUp()
  await desk.open(first)
  await desk.decide({ kind: 'approve' })
  const { id } = granted(await desk.undo())
  expect(granted(await desk.open(id)).version).toBe(3)
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

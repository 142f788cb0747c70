/**
 * Two people, or one person twice, at the same record in the same moment: one of them wins, and nothing is half done.
 */
import { addDays, startOf } from '../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from './harness/cloud'
import { APPROVE, activation, apply, close, openOffice, REVIEWER, SECOND_REVIEWER } from './harness/office'
import { person } from './harness/people'

const ecard = testCloud()
const withdrawers = [1, 2, 3, 4, 5].map(person)
const holder = person(10)
const undone = person(11)

beforeAll(() => openOffice(ecard))

test('withdrawing against deciding: either is refused, never both done', async () => {
  const ids: string[] = []
  for (const who of [...withdrawers, holder, undone]) {
    ids.push((await apply(ecard, who)).id)
  }
  await ecard.moveTo(CUT_OFF)
  for (const [index, who] of withdrawers.entries()) {
    const id = ids[index] as string
    const [decided, withdrawn] = await Promise.all([
      ecard.call(REVIEWER, 'review', 'decide', { id, version: 1, verdict: APPROVE }),
      ecard.call(who.openid, 'registration', 'withdraw'),
    ])
    expect([decided.ok, withdrawn.ok].sort()).toEqual([false, true])
    expect(ecard.record('applications', id).status).toBe(withdrawn.ok ? 'withdrawn' : 'submitted')
    expect(ecard.record('claims', `account:${who.openid}`) === null).toBe(withdrawn.ok)
  }
})

test('undoing against closing: settled and told, or undecided and asked about; never in between', async () => {
  const { items } = await ecard.value(REVIEWER, 'review', 'queue', { filter: 'undecided' })
  for (const { id } of items) {
    await ecard.value(REVIEWER, 'review', 'decide', { id, version: 1, verdict: APPROVE })
  }
  const id = ecard.records('applications').find(({ openid }) => openid === undone.openid)._id
  const [closed, undo] = await Promise.all([
    close(ecard),
    ecard.call(SECOND_REVIEWER, 'review', 'undo', { id, version: 2 }),
  ])
  const application = ecard.record('applications', id)
  if (undo.ok) {
    expect(closed).toEqual({ ok: false, code: 'undecided_remain', details: { count: 1 } })
    expect(application).toMatchObject({ status: 'submitted', verdict: 'undecided', result: null })
    expect((await close(ecard, true)).value).toMatchObject({ done: true })
  } else {
    expect(undo.code).toMatch(/round_closed|already_decided/)
    expect(application).toMatchObject({ status: 'decided', result: { kind: 'approve' } })
    expect(closed.value).toMatchObject({ done: true })
  }
})

test('one card claimed by several accounts of its holder at once: it ends with exactly one', async () => {
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)) + 9 * 3_600_000)
  const accounts = [holder.openid, 'o-second', 'o-third']
  const replies = await Promise.all(
    accounts.map((openid, index) =>
      ecard.call(openid, 'activation', 'activate', activation(ecard, holder, index + 1, openid)),
    ),
  )
  expect(replies.every(({ ok, code }) => ok || code === 'busy')).toBe(true)
  const cards = ecard.records('cards').filter(({ openid }) => accounts.includes(openid))
  expect(cards).toHaveLength(1)
  const claims = accounts.map((openid) => ecard.record('claims', `account:${openid}`)).filter(Boolean)
  expect(claims).toEqual([expect.objectContaining({ card: cards[0]._id, openid: cards[0].openid })])
  const bindings = ecard.records('bindings').filter(({ cardNumber }) => cardNumber === cards[0]._id)
  expect(bindings.filter(({ state }) => state === 'current')).toHaveLength(1)
})

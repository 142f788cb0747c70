/**
 * Closing killed half way: the whole cloud dies by SIGKILL while a person, the timer, or both are at work, and in the
 * end everybody has one card and one message.
 */
import { buildAll } from '../harness/build'
import { CUT_OFF, MONDAY, removeFolder, THURSDAY, temporaryFolder } from '../harness/cloud'
import { KillableCloud, until } from '../harness/killable-cloud'
import { multiplyApplication } from '../harness/many'
import { ADMIN, APPROVE, apply, decide, openOffice } from '../harness/office'
import { person } from '../harness/people'

const APPLICATIONS = 600
const LEASE_MS = 20_000
const dataDir = temporaryFolder()
// A minute that begins must not do the work before it can be killed: the test fires the timer itself.
const cloud = new KillableCloud(buildAll(), dataDir, { timers: false })
const value: KillableCloud['value'] = (...request) => cloud.value(...request)
const close = () => value(ADMIN, 'review', 'close', { round: THURSDAY, carryOver: false })

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

test('kill -9 in the middle of closing by a person, by the timer, and by both, then closing to the end', async () => {
  await cloud.inProcess(async (ecard) => {
    ecard.cloud.controls.reset(MONDAY)
    await openOffice(ecard)
    const { id } = await apply(ecard, person(1))
    await ecard.moveTo(CUT_OFF)
    await decide(ecard, id, APPROVE)
    await multiplyApplication(ecard.cloud.world.database, id, APPLICATIONS)
  })

  const byPerson = () => close()
  const timer = () => cloud.post('timer', { function: 'review' })
  const settled: number[] = []
  for (const work of [byPerson, timer, () => Promise.all([close(), timer()])]) {
    await cloud.start()
    // Whoever died holds the lease for a while.
    await cloud.post('clock', { advance: LEASE_MS })
    const before = await approved()
    const working = work().catch(() => null)
    await until(async () => (await approved()) > before)
    await cloud.kill()
    await working
    await cloud.start()
    settled.push(await approved())
    await cloud.kill()
  }
  // The kills really came in between: something was done each time, never all of it.
  expect(settled[0]).toBeGreaterThan(0)
  expect(settled[2]).toBeLessThan(APPLICATIONS)

  await cloud.start()
  await cloud.post('clock', { advance: LEASE_MS })
  for (let done = false; !done; ) {
    done = (await close()).done
  }
  await cloud.kill()
  await cloud.inProcess(async ({ cloud: { world } }) => {
    const all = (name: string) => world.database.find(name, { query: {}, limit: 1000 } as never) as any[]
    expect(all('rounds')[0]).toMatchObject({ state: 'closed', approved: APPLICATIONS })
    const cards = all('cards')
    expect(cards).toHaveLength(APPLICATIONS)
    expect(new Set(cards.map(({ application }) => application)).size).toBe(APPLICATIONS)
    const applications = all('applications')
    expect(applications.map(({ result }) => result.cardNumber).sort()).toEqual(cards.map(({ _id }) => _id).sort())
    const messages = applications.map(({ _id }) => `review_approved:${_id}:${THURSDAY}`)
    expect(
      all('outbox')
        .map(({ _id }) => _id)
        .sort(),
    ).toEqual(messages.sort())
  })
}, 300_000)

async function approved(): Promise<number> {
  const { counts } = await value(ADMIN, 'review', 'round')
  return APPLICATIONS - counts.approve
}

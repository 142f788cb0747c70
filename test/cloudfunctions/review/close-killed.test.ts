/** Closing killed half way: the whole cloud dies by SIGKILL, and after the restart everybody has one card and one message. */
import { buildAll } from '../harness/build'
import { CUT_OFF, MONDAY, removeFolder, THURSDAY, temporaryFolder } from '../harness/cloud'
import { BOOTSTRAP_CODE } from '../harness/keys'
import { KillableCloud } from '../harness/killable-cloud'
import { ADMIN, APPROVE, submission } from '../harness/office'
import { person } from '../harness/people'

const dataDir = temporaryFolder()
const cloud = new KillableCloud(buildAll(), dataDir)
const value: KillableCloud['value'] = (...request) => cloud.value(...request)
const people = Array.from({ length: 60 }, (_, n) => person(n + 1))

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

test('kill -9 in the middle of closing, three times, then closing again', async () => {
  await cloud.start(MONDAY)
  await value(ADMIN, 'office', 'bootstrap', { code: BOOTSTRAP_CODE, name: '吴芳' })
  await Promise.all(people.map((who) => value(who.openid, 'registration', 'submit', submission(who))))
  await cloud.post('clock', { now: CUT_OFF })
  const { items } = await everyUndecided()
  await Promise.all(items.map(({ id }: any) => value(ADMIN, 'review', 'decide', { id, version: 1, verdict: APPROVE })))

  const issued: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const before = await approved()
    const closing = value(ADMIN, 'review', 'close', { round: THURSDAY, carryOver: false }).catch(() => null)
    await until(async () => (await approved()) > before + 3)
    await cloud.kill()
    await closing
    await cloud.start()
    issued.push(await approved())
  }
  // The kills really came in between: something was done each time, never all of it.
  expect(issued[0]).toBeGreaterThan(0)
  expect(issued[2]).toBeLessThan(people.length)

  const closed = await value(ADMIN, 'review', 'close', { round: THURSDAY, carryOver: false })
  expect(closed).toMatchObject({ done: true, left: 0, summary: { approved: people.length } })
  await cloud.post('timer', { function: 'notifications' })
  // What a killed dispatcher held comes back when its lease is over.
  await cloud.post('clock', { advance: 3 * 60_000 })
  await cloud.post('timer', { function: 'notifications' })
  const numbers = await Promise.all(people.map((who) => cardOf(who.openid)))
  expect(new Set(numbers).size).toBe(people.length)
  const { messages } = await cloud.get('messages')
  const texts = people.map((who) => messages.filter((message: any) => message.to === who.phone).length)
  expect(texts).toEqual(people.map(() => 1))
}, 120_000)

async function approved(): Promise<number> {
  const { counts } = await value(ADMIN, 'review', 'round')
  return people.length - counts.approve
}

async function everyUndecided() {
  const items: any[] = []
  let after: string | null = null
  do {
    const page: any = await value(ADMIN, 'review', 'queue', { filter: 'undecided', ...(after && { after }) })
    items.push(...page.items)
    after = page.after
  } while (after)
  return { items }
}

async function cardOf(openid: string): Promise<string> {
  const { cardNumber } = await value(openid, 'registration', 'status')
  expect(cardNumber).toMatch(/^8\d{9}$/)
  return cardNumber
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

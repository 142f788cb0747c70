/**
 * The exchange of both keys killed -9 again and again, at any step: what was done stays done, nothing is done twice,
 * and in the end every sealed text opens under the new key and every person is found once.
 */
import { buildAll } from '../harness/build'
import { removeFolder, TestCloud, temporaryFolder } from '../harness/cloud'
import { KillableCloud } from '../harness/killable-cloud'
import { activation, REVIEWER, submission } from '../harness/office'
import {
  afterwards,
  fill,
  found,
  holder,
  newKeys,
  numberOf,
  passport,
  returned,
  shredded,
  startWith,
  waiting,
} from './key-world'

const MOST_KILLS = 12
/** More than a lease. */
const LEASE = 121_000

const ecard = new TestCloud(temporaryFolder())
const cloud = new KillableCloud(buildAll(), ecard.dataDir, { timers: false, keys: newKeys })

afterAll(async () => {
  await cloud.kill()
  removeFolder(ecard.dataDir)
})

/** Each kind of record, counted: nothing is lost or doubled. */
function counted() {
  const names = [
    'applications',
    'cards',
    'archive',
    'campusIdentities',
    'identities',
    'visits',
    'visitMonths',
    'outbox',
  ]
  const claims = ecard.records('claims').filter(({ moved }) => !moved)
  return { ...Object.fromEntries(names.map((name) => [name, ecard.records(name).length])), claims: claims.length }
}

test('kill -9 while both keys are replaced, then all of it', async () => {
  await fill(ecard)
  const before = counted()
  await ecard.cloud.stop()
  const rotate = () => cloud.value(REVIEWER, 'privacy', 'rotateKeys')
  const progress = async () => JSON.stringify((await cloud.value(REVIEWER, 'privacy', 'keys')).rotations)
  const isDone = (report: string) => !report.includes('moving')
  await cloud.start()
  let seen = await progress()
  let kills = 0
  while (kills < MOST_KILLS && !isDone(seen)) {
    const before = seen
    const working = rotate().catch(() => null)
    await until(async () => (await progress()) !== before)
    await cloud.kill()
    await working
    await cloud.start()
    await cloud.post('clock', { advance: LEASE })
    seen = await progress()
    kills += 1
  }
  // Killed in the middle of it, not only before and after.
  expect(kills).toBeGreaterThan(2)
  await Promise.all([rotate(), rotate(), rotate()])
  await cloud.post('clock', { advance: LEASE })
  await rotate()
  await cloud.kill()

  await startWith(ecard, afterwards)
  expect(found(ecard)).toEqual([])
  expect(counted()).toEqual(before)
  for (const who of [holder, waiting, shredded, returned]) {
    const { items } = await ecard.value(REVIEWER, 'review', 'search', { text: numberOf(who) })
    expect([who.openid, items.length]).toEqual([who.openid, 1])
  }
  await ecard.value(holder.openid, 'activation', 'activate', activation(ecard, holder, 2))
  expect((await ecard.call('o-other', 'registration', 'submit', submission(passport))).code).toBe('card_exists')
  await ecard.cloud.stop()
}, 240_000)

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

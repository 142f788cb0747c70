/** Bulk approval killed half way: the whole cloud dies by SIGKILL; called again, everybody is approved once. */
import { archiveStudy, putOnRecord } from '../harness/archive'
import { buildAll } from '../harness/build'
import { CUT_OFF, MONDAY, removeFolder, type TestCloud, temporaryFolder } from '../harness/cloud'
import { KillableCloud, until } from '../harness/killable-cloud'
import { apply, openOffice, REVIEWER } from '../harness/office'
import { person } from '../harness/people'

const PEOPLE = 150
const dataDir = temporaryFolder()
const cloud = new KillableCloud(buildAll(), dataDir)
const value: KillableCloud['value'] = (...request) => cloud.value(...request)

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

/**
 * An office with many applications that match the archive, written into the folder of the cloud that is killed later.
 */
async function prepare(ecard: TestCloud): Promise<void> {
  ecard.cloud.controls.reset(MONDAY)
  await openOffice(ecard)
  await putOnRecord(ecard, [archiveStudy(person(1))])
  const { id } = await apply(ecard, person(1))
  const { position, ...model } = ecard.record('applications', id)
  // What is looked up by document is the same for all of them; only their places differ.
  const others = Array.from({ length: PEOPLE - 1 }, (_, n) => ({
    ...model,
    _id: `application-${n}`,
    position: `${position}-${n}`,
  }))
  await ecard.cloud.world.database.insert('applications', others)
  await ecard.cloud.controls.fireTimer('review')
  await ecard.moveTo(CUT_OFF)
}

const left = async () => (await value(REVIEWER, 'review', 'exact')).exact

test('kill -9 in the middle, twice, then once more to the end', async () => {
  await cloud.inProcess(prepare)
  await cloud.start()
  const { id, items, total } = await value(REVIEWER, 'review', 'sampleExact')
  expect(total).toBe(PEOPLE)
  const seen = items.map((item: any) => item.id)
  const approve = (after?: string) => value(REVIEWER, 'review', 'approveExact', { id, seen, ...(after && { after }) })
  const remaining: number[] = []
  for (let round = 0; round < 2; round += 1) {
    const before = await left()
    const approving = approve().catch(() => null)
    await until(async () => (await left()) <= before - 4)
    await cloud.kill()
    await approving
    await cloud.start()
    remaining.push(await left())
  }
  // The kills really came in between.
  expect(remaining[0]).toBeLessThan(PEOPLE)
  expect(remaining[1]).toBeGreaterThan(0)

  let approved = 0
  for (let step = await approve(); ; step = await approve(step.after)) {
    approved += step.approved
    if (step.done) {
      break
    }
  }
  expect(approved).toBe(remaining[1])
  const { last } = await value(REVIEWER, 'review', 'exact')
  expect(last).toMatchObject({ state: 'done', approved: PEOPLE })
}, 120_000)

/** An import killed half way, and one that several people push at once: every row is written once and counted once. */
import { buildAll } from '../harness/build'
import { MONDAY, removeFolder, temporaryFolder } from '../harness/cloud'
import { ALUMNI_HEADERS, alumniRow } from '../harness/import'
import { BOOTSTRAP_CODE } from '../harness/keys'
import { KillableCloud, until } from '../harness/killable-cloud'
import { ADMIN } from '../harness/office'
import { csv } from '../harness/spreadsheet'

const ROWS = 12_000
/** More than a lease, and enough for a tick of the timer. */
const LEASE = 91_000

const dataDir = temporaryFolder()
const cloud = new KillableCloud(buildAll(), dataDir)
const archive = (action: string, fields: object) => cloud.value(ADMIN, 'archive', action, fields)
const counts = async (id: string) => (await archive('read', { id })).import.counts

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

test('kill -9 in the middle of an import, three times, then the timer and two people at once', async () => {
  await cloud.start(MONDAY)
  await cloud.value(ADMIN, 'office', 'bootstrap', { code: BOOTSTRAP_CODE, name: '吴芳' })
  const id = await begin(Array.from({ length: ROWS }, (_, n) => alumniRow(n)))

  // First a person works on it, then the timer takes over what the dead worker held, when its lease is over.
  let working = archive('run', { id }).catch(() => null)
  const done: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const before = done.at(-1) ?? 0
    await until(async () => (await counts(id)).done > before)
    await cloud.kill()
    await working
    await cloud.start()
    done.push((await counts(id)).done)
    working = cloud.post('clock', { advance: LEASE }).catch(() => null)
  }
  expect(done[0]).toBeGreaterThan(0)
  expect(done[2]).toBeLessThan(ROWS)

  await Promise.all([working, archive('run', { id }), archive('run', { id })])
  expect(await counts(id)).toEqual({ total: ROWS, done: ROWS, fresh: ROWS, changed: 0, unchanged: 0, bad: 0 })

  const again = await begin(Array.from({ length: ROWS }, (_, n) => alumniRow(n)))
  await archive('run', { id: again })
  expect(await counts(again)).toMatchObject({ fresh: 0, changed: 0, unchanged: ROWS, bad: 0 })
}, 180_000)

async function begin(rows: (string | number)[][]): Promise<string> {
  const { id, path } = await archive('place', { kind: 'alumni', type: 'csv', name: '校友.csv' })
  await cloud.upload(path, ADMIN, csv([ALUMNI_HEADERS, ...rows]))
  const { preview } = await archive('preview', { id })
  await archive('start', { id, mapping: preview.mapping })
  return id
}

/**
 * Exports whose worker dies by SIGKILL, with the whole cloud: while a person has it written, while the timer writes, and in
 * the second file as in the first. In the end every row is in one file, once.
 */
import { dayOf } from '../../../domain/time/shanghai'
import { buildAll } from '../harness/build'
import { MONDAY, removeFolder, type TestCloud, temporaryFolder } from '../harness/cloud'
import { KillableCloud, until } from '../harness/killable-cloud'
import { openOffice, REVIEWER } from '../harness/office'
import { readCsv } from '../harness/sheet'

/** One file and a part of a second one. */
const SCANS = 112_000
const BATCH = 4000
const AFTER_LEASE = 130_000
const TODAY = dayOf(MONDAY)
const dataDir = temporaryFolder()
// A minute that begins must not do the work before it can be killed: the test fires the timer itself.
const cloud = new KillableCloud(buildAll(), dataDir, { timers: false })
const office = (action: string, fields: object = {}) => cloud.value(REVIEWER, 'office', action, fields)
const timer = () => cloud.post('timer', { function: 'office' })

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

test('kill -9 in the first file, by person and by timer, and in the second; then both at once, to the end', async () => {
  await cloud.inProcess(prepare)
  await cloud.start()
  const scope = { content: 'scans', from: TODAY, to: TODAY }
  const { export: asked } = await office('startExport', { scope, format: 'csv', language: 'zh' })
  const { id } = asked
  const view = async () => (await office('exports')).exports.find((each: any) => each.id === id)
  const run = () => office('runExport', { id })
  // A call ends with the first file that took it long.
  const goOn = async () => {
    await run()
    await run()
  }

  const deaths: [string, () => Promise<unknown>, (seen: any) => boolean][] = [
    ['a person, first file', run, ({ written }) => written > 0],
    ['the timer, first file', timer, ({ written }) => written > 0],
    ['a person, second file', goOn, ({ files, written }) => files.length === 1 && written > files[0].rows],
  ]
  const seen: Record<string, number[]> = {}
  for (const [who, work, isThere] of deaths) {
    const working = work().catch(() => null)
    await until(async () => isThere(await view()))
    await cloud.kill()
    await working
    await cloud.start()
    seen[who] = (await view()).files.map(({ rows }: any) => rows)
    // Nobody may write while the dead one's lease runs.
    expect((await run()).export).toMatchObject({ state: 'running', files: (await view()).files })
    await cloud.post('clock', { advance: AFTER_LEASE })
  }
  expect(seen).toEqual({
    'a person, first file': [],
    'the timer, first file': [],
    'a person, second file': [expect.any(Number)],
  })

  await Promise.all([run(), timer(), run()])
  let made = await view()
  while (made.state === 'running') {
    made = (await run()).export // on a slow day files are smaller, and more calls are needed
  }
  expect(made).toMatchObject({ state: 'ready', total: SCANS, written: SCANS })
  const serials = new Set<string>()
  let rows = 0
  for (const [file] of made.files.entries()) {
    const { url } = await office('exportFile', { id, file })
    const [, ...found] = readCsv(Buffer.from(await (await fetch(encodeURI(url))).arrayBuffer()))
    expect(found).toHaveLength(made.files[file].rows)
    rows += found.length
    for (const row of found) {
      serials.add(row[6] ?? '')
    }
  }
  expect([rows, serials.size]).toEqual([SCANS, SCANS])
  await cloud.kill()
  await cloud.inProcess(async (ecard) => {
    const ready = ecard.records('audit').filter(({ action }) => action === 'office.exportReady')
    expect(ready.map(({ subject, details }) => [subject, details.rows])).toEqual([[id, SCANS]])
  })
}, 300_000)

async function prepare(ecard: TestCloud): Promise<void> {
  ecard.cloud.controls.reset(MONDAY)
  await openOffice(ecard)
  for (let from = 0; from < SCANS; from += BATCH) {
    const scans = Array.from({ length: BATCH }, (_, n) => scan(from + n))
    await ecard.cloud.world.database.insert('scans', scans)
  }
}

function scan(n: number) {
  return {
    _id: n.toString(16).padStart(32, '0'),
    // Many of one instant, so that pages end in the middle of it.
    at: MONDAY + Math.floor(n / 1500),
    point: 'library',
    verdict: 'admitted',
    serial: n,
    step: 1,
    online: true,
    companions: 0,
    how: 'scan',
    guard: 'o-guard',
    receivedAt: MONDAY + n,
  }
}

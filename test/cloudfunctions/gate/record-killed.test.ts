/**
 * Deliveries while the whole cloud dies by SIGKILL: whatever was cut off when, each scan is on record once in the end.
 */
import { startCloud } from '../../../emulator/cloud/cloud'
import { buildAll } from '../harness/build'
import { cloudOptions, MONDAY, removeFolder, temporaryFolder } from '../harness/cloud'
import { BOOTSTRAP_CODE, functionKeys } from '../harness/keys'
import { KillableCloud } from '../harness/killable-cloud'
import { ADMIN } from '../harness/office'

const built = buildAll()
const dataDir = temporaryFolder()
const killable = new KillableCloud(built, dataDir)
const BATCHES = 8
const SIZE = 500

afterAll(async () => {
  await killable.kill()
  removeFolder(dataDir)
})

const batch = (number: number) =>
  Array.from({ length: SIZE }, (_, n) => {
    const serial = number * SIZE + n
    const id = serial.toString(16).padStart(32, '0')
    return { id, at: MONDAY + serial, point: 'library', verdict: 'admitted', serial, step: 1, online: false }
  })

test('kill -9 at three moments of a delivery, then the phone sends again what was not answered', async () => {
  await killable.start(MONDAY)
  await killable.value(ADMIN, 'office', 'bootstrap', { code: BOOTSTRAP_CODE, name: '吴芳' })
  const answered: boolean[] = []
  // A first delivery warms the function; the kills come 1 to 60 ms into the next ones.
  await killable.value(ADMIN, 'gate', 'record', { scans: batch(0) })
  for (let number = 1; number < BATCHES; number += 1) {
    const delivery = killable.value(ADMIN, 'gate', 'record', { scans: batch(number) }).then(
      () => true,
      () => false,
    )
    if (number <= 3) {
      await new Promise((resolve) => setTimeout(resolve, [1, 20, 60][number - 1]))
      await killable.kill()
    }
    answered.push(await delivery)
    if (number <= 3) {
      await killable.start()
    }
  }
  expect(answered.filter((isAnswered) => !isAnswered).length).toBeGreaterThan(0)
  for (const [index, isAnswered] of answered.entries()) {
    if (!isAnswered) {
      expect(await killable.value(ADMIN, 'gate', 'record', { scans: batch(index + 1) })).toEqual({ stored: SIZE })
    }
  }
  await killable.kill()
  expect(await storedSerials()).toEqual(Array.from({ length: BATCHES * SIZE }, (_, n) => n))
}, 60_000)

async function storedSerials(): Promise<number[]> {
  const cloud = await startCloud(cloudOptions(built, dataDir, functionKeys))
  try {
    const scans = cloud.world.database.find('scans', { query: {} } as never) as unknown as { serial: number }[]
    return scans.map(({ serial }) => serial).sort((a, b) => a - b)
  } finally {
    await cloud.stop()
  }
}

/**
 * Telling thousands of people what the clock brings, killed half way: the whole cloud dies by SIGKILL while the messages are
 * written, three times, and in the end everybody has exactly one.
 */
import { DAY, dayOf, instantAt } from '../../../domain/time/shanghai'
import { buildAll } from '../harness/build'
import { MONDAY, removeFolder, type TestCloud, temporaryFolder } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { KillableCloud, until } from '../harness/killable-cloud'
import { openOffice, REVIEWER } from '../harness/office'

/** With cards to be activated, and with a wish; a wish is a transaction of its own, which takes longer. */
const HOLDERS = 10_000
const WAITING = 2_000
const BATCH = 2000
const TODAY = dayOf(MONDAY)
/** Registration is open, and nothing leaves before eight: what is written stays where it can be counted. */
const NIGHT = instantAt(TODAY, '03:00')

type Crowd = { collection: string; size: number; killAfter: number }
type Made = (n: number) => { _id: string } & Record<string, unknown>

/**
 * Fills a collection, kills the timer three times while it writes messages, and lets it end.
 * @param crowd `killAfter`: so many writes after its start the cloud is killed
 * @returns the outbox
 */
async function killedThrice(crowd: Crowd, made: (seal: Seal) => Made): Promise<any[]> {
  const dataDir = temporaryFolder()
  const cloud = new KillableCloud(buildAll(), dataDir, { timers: false })
  const timer = () => cloud.post('timer', { function: 'notifications' })
  const written = async () =>
    (await cloud.value(REVIEWER, 'notifications', 'messages', { list: 'failed' })).counts.underway
  // Counted from the start of the cloud on.
  const writes = async () => {
    const { actions, transactions } = await cloud.get('stats')
    return transactions.committed + (actions['database.insertDocument'] ?? 0)
  }
  try {
    await cloud.inProcess((ecard) => fill(ecard, crowd, made))
    const seen: number[] = []
    for (let round = 0; round < 3; round += 1) {
      await cloud.start()
      const telling = timer().catch(() => null)
      await until(async () => (await writes()) > crowd.killAfter)
      await cloud.kill()
      await telling
      await cloud.start()
      seen.push(await written())
      await cloud.kill()
    }
    // The kills really came in between: somebody was told each time, never all of them.
    expect(seen[0]).toBeGreaterThan(0)
    expect(seen[1]).toBeGreaterThan(seen[0]!)
    expect(seen[2]).toBeGreaterThan(seen[1]!)
    expect(seen[2]).toBeLessThan(crowd.size)

    await cloud.start()
    await Promise.all([timer(), timer()])
    for (let before = -1, now = await written(); now > before; now = await written()) {
      before = now
      await timer()
    }
    await cloud.kill()
    let outbox: any[] = []
    let left: any[] = []
    await cloud.inProcess(async ({ cloud: { world } }) => {
      const all = (name: string) => world.database.find(name, { query: {}, limit: 10 * HOLDERS } as never) as any[]
      outbox = all('outbox')
      left = all('wishes')
    })
    expect(left).toEqual([])
    return outbox
  } finally {
    await cloud.kill()
    removeFolder(dataDir)
  }
}

type Seal = typeof import('../../../cloudfunctions/_kit/sealed-fields')

async function fill(ecard: TestCloud, { collection, size }: Crowd, made: (seal: Seal) => Made): Promise<void> {
  ecard.cloud.controls.reset(MONDAY - DAY)
  await openOffice(ecard)
  await ecard.moveTo(NIGHT)
  // Sealed fields are sealed for the record that they stand in, with the functions' own keys.
  Object.assign(process.env, functionKeys)
  const record = made(await import('../../../cloudfunctions/_kit/sealed-fields'))
  for (let from = 0; from < size; from += BATCH) {
    const records = Array.from({ length: BATCH }, (_, n) => record(from + n))
    await ecard.cloud.world.database.insert(collection, records)
  }
}

const phone = (n: number) => `+8613${String(800_000_000 + n)}`

test('the morning of activation: everybody whose card can be activated today has one message', async () => {
  const number = (n: number) => `8${String(n).padStart(9, '0')}`
  const outbox = await killedThrice(
    { collection: 'cards', size: HOLDERS, killAfter: 8 },
    ({ sealCardPhone }) =>
      (n) => ({
        _id: number(n),
        status: 'issued',
        activatableFrom: TODAY,
        application: `application-${n}`,
        openid: `o-${n}`,
        language: n % 2 === 0 ? 'zh' : 'en',
        phoneSealed: sealCardPhone(number(n), phone(n)),
        issuedAt: MONDAY - DAY,
      }),
  )
  const expected = Array.from({ length: HOLDERS }, (_, n) => `activation_open:${number(n)}`)
  expect(outbox.map(({ _id }) => _id).sort()).toEqual(expected.sort())
}, 240_000)

test('registration is open again: every wish has become one message, to its own number', async () => {
  const outbox = await killedThrice(
    { collection: 'wishes', size: WAITING, killAfter: 150 },
    ({ sealWishPhone }) =>
      (n) => ({
        _id: `o-${n}`,
        since: MONDAY - DAY + n,
        language: 'zh',
        byWechat: false,
        phoneSealed: sealWishPhone(`o-${n}`, phone(n)),
        phoneMasked: '',
      }),
  )
  expect(outbox.every(({ event, state }) => event === 'registration_open' && state === 'pending')).toBe(true)
  const { readLetter } = await import('../../../cloudfunctions/_kit/outbox')
  const told = outbox.map((message) => readLetter(message._id, message).phone)
  expect(told.sort()).toEqual(Array.from({ length: WAITING }, (_, n) => phone(n)).sort())
}, 240_000)

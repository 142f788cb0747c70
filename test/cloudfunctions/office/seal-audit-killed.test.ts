/**
 * Sealing the audit log killed half way: the whole cloud dies by SIGKILL while the timer seals, while an admin verifies, and
 * while both do. In the end the chain is whole, every entry is sealed once, and the head that was seen before still holds.
 */
import { entryText } from '../../../domain/office/audit-chain'
import { buildAll } from '../harness/build'
import { MONDAY, removeFolder, type TestCloud, temporaryFolder } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { KillableCloud, until } from '../harness/killable-cloud'
import { ADMIN, openOffice } from '../harness/office'

const ENTRIES = 16_000
const BATCH = 4000
const dataDir = temporaryFolder()
// A minute that begins must not do the work before it can be killed: the test fires the timer itself.
const cloud = new KillableCloud(buildAll(), dataDir, { timers: false })
const office = (action: string, fields: object = {}) => cloud.value(ADMIN, 'office', action, fields)
const timer = () => cloud.post('timer', { function: 'office' })
const verifyOnce = () => office('verifyAudit', { head: null, seen: null })
const head = async () => (await office('audit', asked)).head
const asked = { by: null, what: null, from: null, until: null, after: null }

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

test('kill -9 while the timer seals, while somebody verifies, while both do; then the log is verified', async () => {
  await cloud.inProcess(prepare)
  const seen: { block: number; entries: number; link: string }[] = []
  for (const work of [timer, verifyOnce, () => Promise.all([timer(), verifyOnce()])]) {
    await cloud.start()
    const { block } = await head()
    const sealing = work().catch(() => null)
    await until(async () => (await head()).block > block)
    await cloud.kill()
    await sealing
    await cloud.start()
    seen.push(await head())
    await cloud.kill()
  }
  // The kills really came in between: something was sealed each time, never all of it.
  const blocks = seen.map(({ block }) => block)
  expect(blocks).toEqual([...new Set(blocks)].sort((one, other) => one - other))
  expect(seen[2]!.entries).toBeLessThan(ENTRIES)

  await cloud.start()
  await Promise.all([timer(), timer()])
  const end = await verified(seen[2]!)
  await cloud.kill()
  await cloud.inProcess(async (ecard) => {
    const all = (name: string) => ecard.cloud.world.database.find(name, { query: {}, limit: 1000 * ENTRIES } as never)
    const audit = all('audit') as any[]
    const sealed = (all('auditBlocks') as any[]).flatMap(({ sequence, entries }) =>
      entries.map((id: string) => `${id} ${sequence}`),
    )
    expect(sealed.sort()).toEqual(audit.map(({ _id, block }) => `${_id} ${block}`).sort())
    expect(end.entries).toBe(audit.length)
  })
}, 240_000)

/** Verifies the whole log, as the page does. @returns where it ends */
async function verified({ block, link }: { block: number; link: string }) {
  for (let from: any = null; ; ) {
    const part = await office('verifyAudit', { head: from, seen: { block, link } })
    expect(part.problems).toEqual([])
    if (part.done) {
      return part.head
    }
    from = part.head
  }
}

async function prepare(ecard: TestCloud): Promise<void> {
  ecard.cloud.controls.reset(MONDAY)
  await openOffice(ecard)
  // Entries carry a MAC under the functions' own key.
  Object.assign(process.env, functionKeys)
  const { auditTools } = await import('../../../cloudfunctions/_kit/audit-key')
  const { auditPosition } = await import('../../../cloudfunctions/_kit/audit')
  const entry = (n: number) => {
    const id = n.toString(16).padStart(32, '0')
    const fields = { at: MONDAY + n, by: ADMIN, action: 'office.invite', subject: `subject-${n}`, details: { n } }
    const mac = auditTools.hmac(entryText({ id, ...fields }))
    return { _id: id, ...fields, mac, position: auditPosition(fields.at, id), block: null }
  }
  for (let from = 0; from < ENTRIES; from += BATCH) {
    const entries = Array.from({ length: BATCH }, (_, n) => entry(from + n))
    await ecard.cloud.world.database.insert('audit', entries)
  }
}

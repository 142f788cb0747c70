/** The audit log in the running cloud: sealed by timer and on reading, verified in pieces, read page by page. */
import { dayOf } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { ADMIN, openOffice, REVIEWER } from '../harness/office'

const ecard = testCloud()
const value = (action: string, fields: object = {}) => ecard.value(ADMIN, 'office', action, fields)
const seal = () => ecard.cloud.controls.fireTimer('office')
const blocks = () => ecard.records('auditBlocks')

/** Runs the verification to its end, as the page does. */
async function verify(seen: object | null = null): Promise<{ head: any; problems: any[]; calls: number }> {
  let head: any = null
  const problems: any[] = []
  for (let calls = 1; ; calls += 1) {
    const part = await value('verifyAudit', { head, seen })
    head = part.head
    problems.push(...part.problems)
    if (part.done) {
      return { head, problems, calls }
    }
  }
}

const witness = ({ block, link }: any) => ({ block, link })

/** Leaves some entries. */
async function work(times: number) {
  for (let n = 0; n < times; n += 1) {
    await value('invite', { role: 'guard', name: `人${n}` })
  }
}

/** Tampers as somebody with the database and without the keys could, verifies, and puts things right again. */
async function tampered(collection: string, id: string, change: (record: any) => object | null) {
  const before = ecard.record(collection, id)
  await ecard.cloud.world.database.editById(collection, id, () => change(before) as never)
  const { problems } = await verify()
  if (ecard.record(collection, id)) {
    await ecard.cloud.world.database.editById(collection, id, () => before)
  } else {
    await ecard.cloud.world.database.insert(collection, [before])
  }
  return problems
}

beforeAll(() => openOffice(ecard))

test('entries wait unsealed with their MAC; the timer seals them, each once', async () => {
  expect(ecard.records('audit').every(({ block, mac }) => block === null && /^[0-9a-f]{64}$/.test(mac))).toBe(true)
  await seal()
  expect(blocks()).toHaveLength(1)
  expect(blocks()[0].entries).toHaveLength(ecard.records('audit').length)
  expect(ecard.records('audit').every(({ block }) => block === 1)).toBe(true)
  await seal()
  expect(blocks()).toHaveLength(1)
})

test('sealed and not touched: no problem, and the head says how many', async () => {
  await work(3)
  const { head, problems } = await verify()
  expect(problems).toEqual([])
  expect(head).toMatchObject({ block: 2, entries: ecard.records('audit').length })
})

test('many sealers at once seal every entry once', async () => {
  const sealers = () => Promise.all(Array.from({ length: 4 }, seal))
  await sealers() // each of them has been started before it counts
  for (let round = 0; round < 4; round += 1) {
    await work(2)
    await sealers()
  }
  const sealed = blocks().flatMap(({ entries }) => entries)
  expect(new Set(sealed).size).toBe(sealed.length)
  expect(sealed).toHaveLength(ecard.records('audit').length)
  expect((await verify()).problems).toEqual([])
})

test('a sealer that died after sealing and before marking: the next one goes on, nothing is sealed twice', async () => {
  const newest = blocks().at(-1)
  for (const id of newest.entries) {
    await ecard.setRecord('audit', id, { block: null })
  }
  await work(1)
  await seal()
  expect(ecard.record('audit', newest.entries[0]).block).toBe(newest.sequence)
  const sealed = blocks().flatMap(({ entries }) => entries)
  expect(new Set(sealed).size).toBe(sealed.length)
  expect((await verify()).problems).toEqual([])
})

test('altered, removed, inserted: each is found and named', async () => {
  const [id] = blocks()[0].entries
  expect(await tampered('audit', id, (entry) => ({ ...entry, subject: 'x' }))).toEqual([
    { kind: 'altered', block: 1, entry: id },
  ])
  expect(await tampered('audit', id, () => null)).toEqual([{ kind: 'removed', block: 1, entry: id }])
  const copy = { ...ecard.record('audit', id), _id: 'f'.repeat(32) }
  await ecard.cloud.world.database.insert('audit', [copy])
  expect((await verify()).problems).toContainEqual({ kind: 'inserted', block: 1, entry: copy._id })
  // Hidden behind a block that does not exist, it is still counted.
  await ecard.setRecord('audit', copy._id, { block: 9999 })
  expect((await verify()).problems).toEqual([{ kind: 'inserted', block: 0 }])
  await ecard.cloud.world.database.editById('audit', copy._id, () => null)
  expect((await verify()).problems).toEqual([])
})

test('an entry that was slipped in unsealed is found before it is sealed, and after', async () => {
  const genuine = ecard.records('audit')[0]
  const forged = { ...genuine, _id: 'e'.repeat(32), position: `${genuine.position}e`, block: null }
  await ecard.cloud.world.database.insert('audit', [forged])
  expect((await verify()).problems).toEqual([{ kind: 'altered', block: expect.any(Number), entry: forged._id }])
})

test('reordered and altered blocks, a block that is gone', async () => {
  const [{ _id: id, entries }] = blocks()
  const clean = (await verify()).problems.length
  const swapped = await tampered('auditBlocks', id, (block) => ({
    ...block,
    entries: [entries[1], entries[0], ...entries.slice(2)],
  }))
  expect(swapped.map(({ kind }: any) => kind)).toEqual(expect.arrayContaining(['block_altered', 'reordered']))
  const gone = await tampered('auditBlocks', id, () => null)
  expect(gone).toContainEqual({ kind: 'block_missing', block: 1 })
  expect((await verify()).problems).toHaveLength(clean)
})

test('truncated: found by whoever remembers how far the log went', async () => {
  await work(2)
  const { head } = await verify()
  const last = blocks().at(-1)
  for (const id of last.entries) {
    await ecard.cloud.world.database.editById('audit', id, () => null)
  }
  await ecard.cloud.world.database.editById('auditBlocks', last._id, () => null)
  const before = (await verify()).problems.length
  const { problems } = await verify(witness(head))
  expect(problems).toHaveLength(before + 1)
  expect(problems).toContainEqual({ kind: 'truncated', block: last.sequence })
})

test('a long log is verified in pieces', async () => {
  for (let n = 0; n < 12; n += 1) {
    await work(1)
    await seal()
  }
  const { calls, head } = await verify()
  expect(calls).toBeGreaterThan(1)
  expect(head.block).toBe(blocks().at(-1).sequence)
}, 60_000)

test('the pages: newest first, each entry once, names instead of accounts', async () => {
  const seen: any[] = []
  let after: string | null = null
  do {
    const page: any = await value('audit', { after })
    seen.push(...page.entries)
    after = page.after
  } while (after)
  expect(seen).toHaveLength(ecard.records('audit').length)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
  const times = seen.map(({ at }) => at)
  expect(times).toEqual([...times].sort((a, b) => b - a))
  expect(seen.some(({ by }) => by === '吴芳')).toBe(true)
  expect(JSON.stringify(seen)).not.toContain('o-admin')
})

test('filtered by person, by action, by day; each by its index', async () => {
  const { people } = await value('audit')
  const reviewer = people.find(({ name }: any) => name === 'reviewer')
  const theirs = (await value('audit', { by: reviewer.id })).entries
  expect(theirs.every(({ by }: any) => by === 'reviewer')).toBe(true)
  expect(theirs.length).toBeGreaterThan(0)
  const joined = (await value('audit', { what: 'office.join' })).entries
  expect(joined).toHaveLength(3)
  const today = dayOf(ecard.now)
  expect((await value('audit', { from: today, until: today })).entries.length).toBeGreaterThan(0)
  expect((await value('audit', { until: '2020-01-01' })).entries).toEqual([])
  expect((await value('audit', { by: '0'.repeat(32) })).entries).toEqual([])
  await ecard.roundTrips(() => value('audit', { by: reviewer.id, what: 'office.join' }))
  await ecard.roundTrips(() => value('verifyAudit', { head: null, seen: null }))
})

test('somebody who was removed is still named by what they did', async () => {
  const { staff } = await value('staff')
  const { id } = staff.find(({ name }: any) => name === 'guard')
  await value('removeStaff', { id })
  const { entries, people } = await value('audit', { by: id })
  expect(entries.every(({ by }: any) => by === 'guard')).toBe(true)
  expect(people.map((each: any) => each.id)).toContain(id)
  expect((await ecard.call(REVIEWER, 'office', 'audit')).code).toBe('not_allowed')
})

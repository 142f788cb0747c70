// Transactions through the real SDK: isolation, conflicts, locks, life, one operation at a time.
import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../../emulator/cloud/cloud'
import { startLocal, temporaryFolder, useFromHere } from './local-cloud'

const folder = temporaryFolder()
let cloud: Cloud
let db: any
let _: any

beforeAll(async () => {
  const keys = [{ field: 'phone', direction: 1 as const }]
  cloud = await startLocal({
    folder,
    collections: [
      { name: 'slots', indexes: [] },
      { name: 'people', indexes: [{ name: 'phone', keys, unique: true }] },
    ],
  })
  useFromHere(cloud)
  db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true } as any).database()
  _ = db.command
})
beforeEach(async () => {
  cloud.controls.reset()
  await db.collection('slots').add([
    { _id: 'a', v: 0 },
    { _id: 'b', v: 0 },
  ])
})

const slot = (id: string) => db.collection('slots').doc(id)
const value = async (id: string) => (await slot(id).get()).data[0]?.v
const inside = (t: any, id: string, collection = 'slots') => t.collection(collection).doc(id)
const CONFLICT = { code: 'DATABASE_TRANSACTION_CONFLICT', message: expect.stringContaining('TransactionConflict') }
const GONE = { code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringContaining('TransactionNotExist') }

test('nobody sees uncommitted changes, the transaction does', async () => {
  const t = await db.startTransaction()
  await inside(t, 'a').update({ v: _.inc(1) })
  expect((await inside(t, 'a').get()).data.v).toBe(1)
  expect(await value('a')).toBe(0)
  await t.commit()
  expect(await value('a')).toBe(1)
})

test('rollback leaves nothing, and frees the documents', async () => {
  const t = await db.startTransaction()
  await inside(t, 'a').update({ v: 5 })
  await inside(t, 'new').set({ v: 1 })
  await inside(t, 'b').remove()
  await t.rollback()
  expect([await value('a'), await value('new'), await value('b')]).toEqual([0, undefined, 0])
  await slot('a').update({ v: 2 })
})

test('add, set, get and remove inside', async () => {
  const t = await db.startTransaction()
  const added = await t.collection('slots').add({ _id: 'n', v: 1 })
  expect(added).toMatchObject({ inserted: 1, id: 'n' })
  expect((await inside(t, 'n').set({ v: 2 })).updated).toBe(1)
  expect((await inside(t, 'm').set({ v: 3 })).upserted).toEqual([{ _id: 'm' }])
  expect((await inside(t, 'a').delete()).deleted).toBe(1)
  expect((await inside(t, 'a').get()).data).toBeNull()
  expect((await inside(t, 'a').update({ v: 9 })).updated).toBe(0)
  await t.commit()
  expect([await value('n'), await value('m'), await value('a')]).toEqual([2, 3, undefined])
})

test('reads stay at the snapshot of the first operation', async () => {
  const t = await db.startTransaction()
  await slot('a').update({ v: 1 })
  expect((await inside(t, 'a').get()).data.v).toBe(1)
  await slot('a').update({ v: 2 })
  await slot('b').remove()
  await slot('c').set({ v: 1 })
  expect((await inside(t, 'a').get()).data.v).toBe(1)
  expect((await inside(t, 'b').get()).data.v).toBe(0)
  expect((await inside(t, 'c').get()).data).toBeNull()
  await t.rollback()
})

test('the first to write wins; the second fails at once and is gone', async () => {
  const [one, two] = [await db.startTransaction(), await db.startTransaction()]
  await inside(one, 'a').update({ v: 1 })
  await expect(inside(two, 'a').update({ v: 2 })).rejects.toMatchObject(CONFLICT)
  await expect(inside(two, 'b').update({ v: 2 })).rejects.toMatchObject(GONE)
  await one.commit()
  expect(await value('a')).toBe(1)
})

test('a document changed after the snapshot cannot be written', async () => {
  const t = await db.startTransaction()
  await inside(t, 'b').get()
  await slot('a').update({ v: 1 })
  await expect(inside(t, 'a').update({ v: 2 })).rejects.toMatchObject(CONFLICT)
  const u = await db.startTransaction()
  await inside(u, 'b').get()
  await slot('a').remove()
  await expect(inside(u, 'a').set({ v: 2 })).rejects.toMatchObject(CONFLICT)
})

test('write skew is possible, as on the real service', async () => {
  const [one, two] = [await db.startTransaction(), await db.startTransaction()]
  await inside(one, 'a').get()
  await inside(two, 'b').get()
  await inside(one, 'b').update({ v: 1 })
  await inside(two, 'a').update({ v: 1 })
  await one.commit()
  await two.commit()
  expect([await value('a'), await value('b')]).toEqual([1, 1])
})

test('a plain update waits for the transaction, then sees its result', async () => {
  const t = await db.startTransaction()
  await inside(t, 'a').update({ v: 100 })
  const plain = [
    slot('a').update({ v: _.inc(1) }),
    db
      .collection('slots')
      .where({ v: _.lt(1000) })
      .update({ seen: true }),
  ]
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(await value('a')).toBe(0)
  await t.commit()
  await Promise.all(plain)
  expect((await slot('a').get()).data[0]).toEqual({ _id: 'a', v: 101, seen: true })
})

test('unique values: two transactions cannot both insert one, and a removed one is free only after commit', async () => {
  const people = db.collection('people')
  await people.add({ _id: 'old', phone: '1' })
  const [one, two] = [await db.startTransaction(), await db.startTransaction()]
  await one.collection('people').add({ _id: 'x', phone: '2' })
  await expect(two.collection('people').add({ _id: 'y', phone: '2' })).rejects.toMatchObject(CONFLICT)
  await expect(one.collection('people').add({ _id: 'z', phone: '1' })).rejects.toMatchObject({ message: /E11000/ })
  const three = await db.startTransaction()
  await inside(three, 'old', 'people').remove()
  await three.collection('people').add({ _id: 'z', phone: '1' })
  const four = await db.startTransaction()
  await expect(four.collection('people').add({ _id: 'w', phone: '1' })).rejects.toMatchObject(CONFLICT)
  await three.commit()
  expect((await people.where({ phone: '1' }).get()).data).toEqual([{ _id: 'z', phone: '1' }])
})

test('a duplicate inside ends the transaction', async () => {
  const t = await db.startTransaction()
  await inside(t, 'a').update({ v: 7 })
  await expect(t.collection('slots').add({ _id: 'b', v: 1 })).rejects.toMatchObject({ message: /E11000.*_id_/ })
  await expect(t.commit()).rejects.toMatchObject(GONE)
  expect(await value('a')).toBe(0)
})

test('two operations at once in one transaction: TransactionBusy', async () => {
  const t = await db.startTransaction()
  const both = await Promise.allSettled([inside(t, 'a').update({ v: 1 }), inside(t, 'b').update({ v: 1 })])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const failed = both.find((one) => one.status === 'rejected')
  expect(failed).toMatchObject({
    reason: { code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringContaining('TransactionBusy') },
  })
})

test('one after the other is never busy', async () => {
  const t = await db.startTransaction()
  for (let n = 0; n < 40; n++) await inside(t, n % 2 ? 'a' : 'b').update({ v: _.inc(1) })
  await t.commit()
  expect([await value('a'), await value('b')]).toEqual([20, 20])
})

test('where() inside a transaction is refused', async () => {
  const t = await db.startTransaction()
  await expect(t.collection('slots').where({ v: 0 }).get()).rejects.toMatchObject({
    message: /by where\(\) while a transaction is open/,
  })
  await expect(t.collection('slots').where({ v: 0 }).updateAndReturn({ v: 1 })).rejects.toMatchObject({
    message: /by where\(\)/,
  })
  expect(await value('a')).toBe(0)
})

test('a transaction ends by itself after its life, with nothing done and nothing locked', async () => {
  const collections = [{ name: 'slots', indexes: [] }]
  const shortLived = await startLocal({ folder: temporaryFolder(), transactionLifeMs: 400, collections })
  // The SDK reads the address from the environment at every request.
  useFromHere(shortLived)
  try {
    await slot('a').set({ v: 0 })
    const t = await db.startTransaction()
    await inside(t, 'a').update({ v: 1 })
    await slot('a').update({ late: true })
    await expect(t.commit()).rejects.toMatchObject(GONE)
    expect((await slot('a').get()).data[0]).toEqual({ _id: 'a', v: 0, late: true })
  } finally {
    useFromHere(cloud)
  }
})

test('runTransaction retries conflicts until all increments are in', async () => {
  let runs = 0
  const add = () =>
    db.runTransaction(async (t: any) => {
      runs++
      const { data } = await inside(t, 'a').get()
      await new Promise((resolve) => setTimeout(resolve, 10))
      await inside(t, 'a').update({ v: data.v + 1 })
    }, 50)
  await Promise.all([add(), add(), add()])
  expect(await value('a')).toBe(3)
  expect(runs).toBeGreaterThan(3)
})

/**
 * The store and its transactions, in this process against the local cloud: crowds, duplicates, rollback, what is
 * indexed.
 */
import { ok, refuse } from '../../../domain/result'
import { testCloud } from '../harness/cloud'

const ecard = testCloud()
let store: typeof import('../../../cloudfunctions/_kit/store')
let transaction: typeof import('../../../cloudfunctions/_kit/transaction')
let errors: typeof import('../../../cloudfunctions/_kit/store-errors')
let conditions: typeof import('../../../cloudfunctions/_kit/conditions')

beforeAll(async () => {
  Object.assign(process.env, ecard.cloud.env)
  store = await import('../../../cloudfunctions/_kit/store')
  transaction = await import('../../../cloudfunctions/_kit/transaction')
  errors = await import('../../../cloudfunctions/_kit/store-errors')
  conditions = await import('../../../cloudfunctions/_kit/conditions')
})

test('twenty increments at once of one counter all arrive', async () => {
  await store.insert('counters', 'crowd', { next: 0 })
  const increment = () =>
    transaction.change(async (t) => {
      const counter = await t.get('counters', 'crowd')
      await t.update('counters', 'crowd', { next: (counter?.next ?? 0) + 1 })
    })
  await Promise.all(Array.from({ length: 20 }, increment))
  expect((await store.get('counters', 'crowd'))?.next).toBe(20)
})

test('the first insert of a record that many begin at once: a taken key is seen by the next try', async () => {
  const begin = () =>
    transaction.change(async (t) => {
      const counter = await t.get('counters', 'begin')
      if (counter) {
        await t.update('counters', 'begin', { next: counter.next + 1 })
      } else {
        await t.insert('counters', 'begin', { next: 1 })
      }
    })
  await Promise.all(Array.from({ length: 10 }, begin))
  expect((await store.get('counters', 'begin'))?.next).toBe(10)
})

test('a refusal and a throw leave nothing behind', async () => {
  const refused = await transaction.transact(async (t) => {
    await t.insert('counters', 'left', { next: 1 })
    return refuse('no')
  })
  expect(refused).toEqual({ ok: false, code: 'no' })
  await expect(
    transaction.change(async (t) => {
      await t.insert('counters', 'left', { next: 1 })
      throw new Error('mistake')
    }),
  ).rejects.toThrow('mistake')
  expect(await store.get('counters', 'left')).toBeNull()
})

test('a duplicate ends the transaction as a whole and names its collection, not its key', async () => {
  await store.insert('counters', 'taken', { next: 1 })
  const result = await transaction.transact(
    async (t) => {
      await t.insert('counters', 'with-it', { next: 1 })
      await t.insert('counters', 'taken', { next: 2 })
      return ok('done')
    },
    async (duplicate) => refuse('duplicate', { of: duplicate.collection }),
  )
  expect(result).toEqual({ ok: false, code: 'duplicate', details: { of: 'counters' } })
  expect(await store.get('counters', 'with-it')).toBeNull()
  const error = await store.insert('counters', 'taken', { next: 2 }).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(errors.Duplicate)
  expect(error.message).not.toContain('taken')
})

test('Busy after a bounded number of tries, and nothing saved', async () => {
  await store.insert('counters', 'held', { next: 0 })
  let tries = 0
  const busy = transaction.change(async (t) => {
    tries += 1
    await t.get('counters', 'held')
    // Somebody else is faster every time.
    await store.updateWhere('counters', { _id: 'held' }, { next: new store.Increase(1) })
    await t.update('counters', 'held', { next: -1 })
  })
  await expect(busy).rejects.toBeInstanceOf(errors.Busy)
  expect(tries).toBe(8)
  expect((await store.get('counters', 'held'))?.next).toBe(8)
})

test('other failures are not tried again', async () => {
  let tries = 0
  const failing = transaction.change(async (t) => {
    tries += 1
    await t.get('nowhere' as never, 'x')
  })
  await expect(failing).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  expect(tries).toBe(1)
})

test('an update replaces nested fields as a whole', async () => {
  await store.insert('cards', 'nested', { binding: { serial: 1, devicePublicKey: 'a', boundAt: 1 } } as never)
  await transaction.change((t) => t.update('cards', 'nested', { binding: { serial: 2 } as never }))
  expect((await store.get('cards', 'nested'))?.binding).toEqual({ serial: 2 })
  await transaction.change((t) => t.update('cards', 'nested', { binding: null }))
  expect((await store.get('cards', 'nested'))?.binding).toBeNull()
})

test('a conditional update counts what it changed', async () => {
  await store.insert('attempts', 'a', { count: 1, day: '2027-03-01' })
  const once = () =>
    store.updateWhere('attempts', { _id: 'a', count: conditions.below(3) }, { count: new store.Increase(1) })
  const changed = await Promise.all([once(), once(), once(), once()])
  expect(changed.filter((count) => count === 1)).toHaveLength(2)
})

test('reads without a declared index are refused before they are asked', async () => {
  await expect(store.find('applications', { email: 'x' }, { limit: 1 })).rejects.toThrow('no index')
  await expect(store.find('applications', { openid: 'x' }, { order: 'version', limit: 1 })).rejects.toThrow('no index')
  await expect(store.count('claims', { card: 'x' })).rejects.toThrow('no index')
  const { isIndexed } = conditions
  expect(isIndexed('applications', { openid: 'x' }, 'submittedAt')).toBe(true)
  expect(isIndexed('applications', { status: 's', verdict: 'v', position: conditions.above('p') }, 'position')).toBe(
    true,
  )
  expect(isIndexed('applications', { verdict: 'v' }, 'position')).toBe(false)
})

test('both ways in which the cloud reports a duplicate and a conflict are known', () => {
  for (const error of [
    { code: 'DATABASE_DUPLICATE_WRITE' },
    { code: -502001, message: '… E11000 duplicate key error …' },
  ]) {
    expect(errors.isDuplicate(error)).toBe(true)
  }
  for (const message of ['[ResourceUnavailable.TransactionConflict] …', '[ResourceUnavailable.TransactionBusy] …']) {
    expect(errors.isConflict({ code: -501001, message })).toBe(true)
  }
  expect(errors.isConflict({ message: '[ResourceUnavailable.TransactionNotExist] …' })).toBe(false)
  expect(errors.isDuplicate(undefined)).toBe(false)
})

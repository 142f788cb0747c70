// Properties of the engine, without HTTP: snapshot isolation against a model that copies everything, uniqueness under
// any interleaving, indexes that never change an answer, and a restart that reloads what was there.
import fc from 'fast-check'
import { update as mingoUpdate, Query } from 'mingo'
import { closeDatabaseFile, openDatabaseFile } from '../../../emulator/cloud/durable/database-file'
import { Database } from '../../../emulator/cloud/engine/database'
import { type Document, documentKey } from '../../../emulator/cloud/engine/document'
import { applyModifier } from '../../../emulator/cloud/engine/update'
import { atEnd, temporaryFolder } from './local-cloud'

const INDEXES = [
  {
    name: 'group_rank',
    keys: [
      { field: 'group', direction: 1 as const },
      { field: 'rank', direction: -1 as const },
    ],
    unique: false,
  },
  { name: 'tags', keys: [{ field: 'tags', direction: 1 as const }], unique: false },
  { name: 'deep', keys: [{ field: 'deep.x', direction: 1 as const }], unique: false },
]
const UNIQUE = [{ name: 'u', keys: [{ field: 'u', direction: 1 as const }], unique: true }]

const file = openDatabaseFile(temporaryFolder())
const options = {
  collections: [
    { name: 'plain', indexes: [] },
    { name: 'indexed', indexes: INDEXES },
    { name: 'unique', indexes: UNIQUE },
  ],
  transactionOperationMs: 0,
  lockWaitMs: 5,
}
const database = new Database(file, options)
atEnd(() => closeDatabaseFile(file))

const codeOf = (thrown: unknown): string =>
  String((thrown as { message?: string }).message).match(
    /TransactionConflict|TransactionNotExist|E11000|time limit/,
  )?.[0] ?? String(thrown)
const attempt = async (act: () => unknown): Promise<unknown> => {
  try {
    return await act()
  } catch (thrown) {
    return codeOf(thrown)
  }
}

describe('snapshot isolation', () => {
  /** The same rules by brute force: every transaction has its own copy of the whole database. */
  class Model {
    committed = new Map<string, { v: number; change: number }>()
    changes = 0
    open = new Map<number, { copy: Map<string, number> | null; since: number; writes: Map<string, number | null> }>()
    begin(t: number) {
      this.open.set(t, { copy: null, since: 0, writes: new Map() })
    }
    private enter(t: number) {
      const found = this.open.get(t)
      if (!found) return null
      if (!found.copy) {
        found.copy = new Map([...this.committed].map(([key, { v }]) => [key, v]))
        found.since = this.changes
      }
      return found
    }
    read(t: number, key: string): unknown {
      const found = this.enter(t)
      if (!found) return 'TransactionNotExist'
      return (found.writes.has(key) ? found.writes.get(key) : found.copy?.get(key)) ?? null
    }
    deleted = new Map<string, number>()
    write(t: number, key: string, v: number | null): unknown {
      const found = this.enter(t)
      if (!found) return 'TransactionNotExist'
      const held = [...this.open].some(([other, { writes }]) => other !== t && writes.has(key))
      const changed = Math.max(this.committed.get(key)?.change ?? 0, this.deleted.get(key) ?? 0) > found.since
      if (held || changed) {
        this.open.delete(t)
        return 'TransactionConflict'
      }
      found.writes.set(key, v)
      return null
    }
    commit(t: number): unknown {
      const found = this.open.get(t)
      if (!found) return 'TransactionNotExist'
      this.open.delete(t)
      for (const [key, v] of found.writes) this.set(key, v)
      return null
    }
    plain(key: string, v: number | null): unknown {
      if ([...this.open.values()].some(({ writes }) => writes.has(key))) return 'time limit'
      this.set(key, v)
      return null
    }
    private set(key: string, v: number | null) {
      if (v === null && !this.committed.has(key)) return
      this.changes++
      if (v === null) {
        this.committed.delete(key)
        this.deleted.set(key, this.changes)
      } else this.committed.set(key, { v, change: this.changes })
    }
  }

  const key = fc.constantFrom('a', 'b', 'c')
  const who = fc.constantFrom(0, 1, 2)
  const v = fc.option(fc.nat(99), { nil: null, freq: 4 })
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.record({ do: fc.constant('begin' as const), t: who }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), t: who, key }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), t: who, key, v }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('commit' as const), t: who }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('plain' as const), key, v }) },
  )

  test("every read, conflict and final state equals the model's", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        database.reset()
        const model = new Model()
        const ids = new Map<number, string>()
        const { transactions } = database
        const collection = database.collection('plain')
        const run = (t: number, act: Parameters<typeof transactions.run<unknown>>[2]) =>
          attempt(() => transactions.run(ids.get(t) ?? 'none', undefined, act))
        const document = (id: string, value: number | null): Document | null =>
          value === null ? null : { _id: id, v: value }
        for (const one of steps) {
          if (one.do === 'begin') {
            if (model.open.has(one.t)) continue
            ids.set(one.t, transactions.start('test'))
            model.begin(one.t)
          } else if (one.do === 'read') {
            const read = await run(
              one.t,
              (transaction) => transaction.read(collection, documentKey(one.key))?.v ?? null,
            )
            expect(read).toEqual(model.read(one.t, one.key))
          } else if (one.do === 'write') {
            const wrote = await run(one.t, (transaction) => {
              transaction.write({
                collection,
                key: documentKey(one.key),
                document: document(one.key, one.v),
              })
              return null
            })
            expect(wrote).toEqual(model.write(one.t, one.key, one.v))
          } else if (one.do === 'commit') {
            const committed = await attempt(() => transactions.commit(ids.get(one.t) ?? 'none') ?? null)
            expect(committed).toEqual(model.commit(one.t))
          } else {
            const wrote = await attempt(() =>
              database.editById('plain', one.key, () => document(one.key, one.v)).then(() => null),
            )
            expect(wrote).toEqual(model.plain(one.key, one.v))
          }
        }
        const stored = Object.fromEntries(database.find('plain', { query: {} }).map((one) => [one._id, one.v]))
        expect(stored).toEqual(Object.fromEntries([...model.committed].map(([id, { v: value }]) => [id, value])))
      }),
      { numRuns: 150 },
    )
  })
})

test('no interleaving of inserts, changes and removals lets two documents share a unique value', async () => {
  const action = fc.record({
    kind: fc.constantFrom('plain', 'tx'),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    u: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    remove: fc.boolean(),
    commit: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 20 }), async (actions) => {
      database.reset()
      const { transactions } = database
      const collection = database.collection('unique')
      const edit = (one: (typeof actions)[number]): Document | null =>
        one.remove ? null : one.u === undefined ? { _id: one.id } : { _id: one.id, u: one.u }
      await Promise.all(
        actions.map(async (one) => {
          if (one.kind === 'plain') return attempt(() => database.editById('unique', one.id, () => edit(one)))
          const id = transactions.start('test')
          const change = { collection, key: documentKey(one.id), document: edit(one) }
          const wrote = await attempt(() => transactions.run(id, undefined, (transaction) => transaction.write(change)))
          await new Promise((resolve) => setImmediate(resolve))
          return wrote ?? attempt(() => (one.commit ? transactions.commit(id) : transactions.abort(id)))
        }),
      )
      const values = database.find('unique', { query: {} }).map((one) => one.u ?? null)
      expect(new Set(values).size).toBe(values.length)
    }),
    { numRuns: 80 },
  )
})

describe('indexes', () => {
  const scalar = fc.oneof(
    fc.constantFrom(null, true, false, 'x', 'y', 'yz', '', 'a\u0000b'),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0.5, -0.5, 1e9),
    fc.date({ min: new Date(0), max: new Date(3), noInvalidDate: true }),
  )
  const document = fc.record(
    {
      group: scalar,
      rank: scalar,
      tags: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
      deep: fc.oneof(fc.record({ x: scalar }), fc.array(fc.record({ x: scalar }), { maxLength: 2 })),
    },
    { requiredKeys: [] },
  )
  const operand = scalar.filter((value) => value !== null)
  const condition = fc.oneof(
    scalar,
    fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
    operand.map(($gt) => ({ $gt })),
    operand.map(($lte) => ({ $lte })),
    fc.tuple(operand, operand).map(([$gte, $lt]) => ({ $gte, $lt })),
    fc.record({ $exists: fc.boolean() }),
    operand.map(($ne) => ({ $ne })),
  )
  const field = fc.constantFrom('group', 'rank', 'tags', 'deep.x')
  const simple = fc.dictionary(field, condition, { maxKeys: 3 })
  const query = fc.oneof(
    simple,
    fc.array(simple, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
    fc.tuple(simple, simple).map(($and) => ({ $and })),
  )

  test('an index never changes what a query finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 25 }),
        fc.array(query, { maxLength: 8 }),
        async (documents, queries) => {
          database.reset()
          const all = documents.map((fields, n) => ({ _id: `d${n}`, ...fields }))
          await database.insert('indexed', all)
          for (const one of queries) {
            const test = new Query(one, {})
            const expected = all.filter((row) => test.test(row)).map((row) => row._id)
            const found = database.find('indexed', { query: one }).map((row) => String(row._id))
            expect(found.sort()).toEqual(expected.sort())
          }
        },
      ),
      { numRuns: 120 },
    )
  })

  test('naming the keys never changes what a query finds', async () => {
    const key = fc.constantFrom<unknown>('d0', 'd1', 'd2', '1', 1, 0, -0, 2, null, 'nobody')
    const keys = fc.array(key, { maxLength: 4 })
    const named = fc.oneof(
      key,
      keys.map(($in) => ({ $in })),
      fc.tuple(keys, key).map(([$in, $ne]) => ({ $in, $ne })),
      fc.tuple(keys, keys).map(([$in, $nin]) => ({ $in, $nin })),
      key.map(($eq) => ({ $eq })),
    )
    const byKey = fc.record({ _id: named }).chain((base) =>
      fc.oneof(
        fc.constant(base),
        simple.map((rest) => ({ ...base, ...rest })),
        named.map((other) => ({ ...base, $and: [{ _id: other }] })),
        named.map((other) => ({ $and: [{ _id: other }], ...base })),
        named.map((other) => ({ ...base, $or: [{ _id: other }, { group: null }] })),
      ),
    )
    const ids = ['d0', 'd1', 'd2', '1', 1, 0, 2]
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 7 }),
        fc.array(byKey, { maxLength: 8 }),
        async (rows, queries) => {
          database.reset()
          const all = rows.map((fields, n) => ({ _id: ids[n] as string | number, ...fields }))
          await database.insert('indexed', all)
          for (const one of queries) {
            const test = new Query(one as Record<string, unknown>, {})
            const expected = all.filter((row) => test.test(row)).map(({ _id }) => documentKey(_id))
            const found = database.find('indexed', { query: one as Record<string, unknown> })
            expect(found.map(({ _id }) => documentKey(_id)).sort()).toEqual(expected.sort())
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('order by an index equals order by sorting', async () => {
    const row = fc.record({ group: fc.constantFrom(1, 2), rank: fc.integer({ min: -5, max: 5 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom<1 | -1>(1, -1),
        fc.nat(5),
        async (rows, direction, offset) => {
          database.reset()
          const all = rows.map((fields, n) => ({ _id: `d${n}`, ...fields }))
          await database.insert('indexed', all)
          const found = database.find('indexed', {
            query: { group: 1 },
            order: [['rank', direction]],
            offset,
            limit: 4,
          })
          const expected = all
            .filter((one) => one.group === 1)
            .map((one) => one.rank)
            .sort((a, b) => direction * (a - b))
          expect(found.map((one) => one.rank)).toEqual(expected.slice(offset, offset + 4))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('updates and removals keep the index exact', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(document)), { maxLength: 25 }),
        async (edits) => {
          database.reset()
          for (const [id, fields] of edits)
            await database.editById('indexed', id, () => (fields ? { _id: id, ...fields } : null))
          const rows = [...database.collection('indexed').rows.values()]
          for (const index of database.collection('indexed').searchable) {
            const filed = [...index.rows.between('', '\uffff\uffff')].map((row) => row.key).sort()
            const expected = rows.flatMap((row) => index.keysOf(row.document).map(() => row.key)).sort()
            expect(filed).toEqual(expected)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('a restart reloads every value, in the order of insertion', async () => {
  const folder = temporaryFolder()
  const values = [
    null,
    -0.5,
    1e300,
    Number.NaN,
    'ключ\u0000',
    new Date(0),
    [new Date(5), { $x: 1 }],
    { a: { b: [1] } },
    /x/i,
  ]
  const first = openDatabaseFile(folder)
  const before = new Database(first, options)
  await before.insert(
    'indexed',
    values.map((value, n) => ({ _id: 9 - n, value })),
  )
  await before.editById('indexed', 5, (current) => ({ ...(current as Document), again: true }))
  const expected = before.find('indexed', { query: {} })
  closeDatabaseFile(first)
  const second = openDatabaseFile(folder)
  const after = new Database(second, options)
  expect(after.find('indexed', { query: {} })).toEqual(expected)
  closeDatabaseFile(second)
})

test('a commit that fails half way leaves nothing, neither in memory nor on disk', async () => {
  const folder = temporaryFolder()
  const first = openDatabaseFile(folder)
  const before = new Database(first, options)
  const { transactions } = before
  const collection = before.collection('plain')
  const id = transactions.start('test')
  await transactions.run(id, undefined, (transaction) => {
    // A bigint cannot be stored: the second document fails after the first was written.
    for (const document of [{ _id: 'a' }, { _id: 'b', impossible: 1n }]) {
      transaction.write({ collection, key: documentKey(document._id), document })
    }
  })
  expect(() => transactions.commit(id)).toThrow(/BigInt/)
  await expect(before.insert('plain', [{ _id: 'c' }, { _id: 'd', impossible: 1n }])).rejects.toThrow(/BigInt/)
  expect(before.find('plain', { query: {} })).toEqual([])
  await before.insert('plain', [{ _id: 'a' }])
  closeDatabaseFile(first)
  const second = openDatabaseFile(folder)
  expect(new Database(second, options).find('plain', { query: {} })).toEqual([{ _id: 'a' }])
  closeDatabaseFile(second)
})

test('an operation is parallel when the one before is unanswered, and when it was sent too soon to know the answer', async () => {
  database.reset()
  const { transactions } = database
  const nothing = () => null
  const unanswered = transactions.start('test')
  const first = transactions.run(unanswered, 1000, nothing)
  await expect(transactions.run(unanswered, 2000, nothing)).rejects.toThrow(/TransactionBusy/)
  await first
  const soon = transactions.start('test')
  await transactions.run(soon, 1000, nothing)
  await expect(transactions.run(soon, 1001, nothing)).rejects.toThrow(/TransactionBusy/)
  await transactions.run(soon, 1002, nothing)
})

test('different elements of one array may satisfy the two bounds of a range', async () => {
  database.reset()
  await database.insert('indexed', [
    { _id: 'a', tags: [1, 9] },
    { _id: 'b', tags: [5] },
    { _id: 'c', tags: 1 },
  ])
  const query = { tags: { $gte: 8, $lte: 2 } }
  expect(database.find('indexed', { query }).map((one) => one._id)).toEqual(['a'])
})

test('a second emulator on the same folder is refused', () => {
  const folder = temporaryFolder()
  const first = openDatabaseFile(folder)
  expect(() => openDatabaseFile(folder)).toThrow(/another emulator/)
  closeDatabaseFile(first)
})

test('thousands of keys: chunks split, ranges stay exact', async () => {
  database.reset()
  const rows = Array.from({ length: 2400 }, (_x, n) => ({ _id: n, group: 'g', rank: (n * 7919) % 2400 }))
  await database.insert('indexed', rows)
  for (let n = 0; n < 2400; n += 9) await database.editById('indexed', n, () => null)
  const found = database.find('indexed', {
    query: { group: 'g', rank: { $gte: 1000, $lt: 1100 } },
    order: [['rank', 1]],
  })
  const expected = rows.filter((row) => row._id % 9 !== 0 && row.rank >= 1000 && row.rank < 1100).map((row) => row.rank)
  expect(found.map((row) => row.rank)).toEqual(expected.sort((a, b) => a - b))
})

describe('setting whole fields', () => {
  const value = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(fc.integer(), { maxLength: 3 }),
    fc.record({ x: fc.integer() }),
  )
  const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', '_id'), value, { maxKeys: 3 })

  test('is what mingo makes of it, without touching what was there', () => {
    fc.assert(
      fc.property(fields, fields, (before, set) => {
        const document = { ...before, _id: 'one' }
        const untouched = structuredClone(document)
        const expected = structuredClone(document)
        const { _id: _, ...others } = set
        mingoUpdate(expected, { $set: others } as never, [], {}, { cloneMode: 'deep' })
        expect(applyModifier(document, { $set: set })).toEqual(expected)
        expect(document).toEqual(untouched)
      }),
    )
  })

  test('keeps nothing of the request: what is changed there later is not stored', () => {
    const set = { list: [1] }
    const updated = applyModifier({ _id: 'one' }, { $set: set })
    set.list.push(2)
    expect(updated.list).toEqual([1])
  })
})

// The real @cloudbase/node-sdk against the emulator: documents, queries, updates, aggregation.
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
      { name: 'people', indexes: [{ name: 'phone', keys, unique: true }] },
      { name: 'things', indexes: [] },
    ],
  })
  useFromHere(cloud)
  db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true } as any).database()
  _ = db.command
})
beforeEach(() => cloud.controls.reset())

const things = () => db.collection('things')
const get = async (id: string) => (await things().doc(id).get()).data[0]

test('add with and without an id, get it back with its types', async () => {
  const when = new Date('2026-01-02T03:04:05.678Z')
  const added = await things().add({
    _id: 'a',
    n: 1,
    half: 0.5,
    big: 2 ** 40,
    none: null,
    when,
    tags: ['x'],
    nested: { b: [{ k: 1 }] },
  })
  expect(added.id).toBe('a')
  expect(await get('a')).toEqual({
    _id: 'a',
    n: 1,
    half: 0.5,
    big: 2 ** 40,
    none: null,
    when,
    tags: ['x'],
    nested: { b: [{ k: 1 }] },
  })
  const { id } = await things().add({ n: 2 })
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  const { ids } = await things().add([{ n: 3 }, { n: 4 }])
  expect(ids).toHaveLength(2)
  expect((await things().count()).total).toBe(4)
})

test("a server date is the emulator's time, with its offset", async () => {
  cloud.controls.reset(Date.UTC(2030, 0, 1))
  await things().add({ _id: 'a', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) })
  const { at, later } = await get('a')
  expect(at.getUTCFullYear()).toBe(2030)
  expect(later - at).toBe(60_000)
  await things()
    .doc('a')
    .update({ at: db.serverDate({ offset: 5000 }) })
  expect((await get('a')).at > at).toBe(true)
})

describe('queries', () => {
  beforeEach(async () => {
    await things().add([
      { _id: 'a', n: 1, tags: ['x'], size: { h: 1, w: 2 }, when: new Date(1000) },
      { _id: 'b', n: 2, tags: ['y', 'z'], parts: [{ k: 1 }, { k: 2 }], when: new Date(2000) },
      { _id: 'c', n: 3, note: null, name: 'Ågot' },
      { _id: 'd', name: 'anna', when: new Date(4000) },
    ])
  })
  const ids = async (query: any) => (await query.get()).data.map((one: any) => one._id)

  test.each<[string, () => any, string[]]>([
    ['equality', () => ({ n: 2 }), ['b']],
    ['comparison joined by and', () => ({ n: _.gt(1).and(_.lte(3)) }), ['b', 'c']],
    ['or on a field', () => ({ n: _.eq(1).or(_.eq(3)) }), ['a', 'c']],
    ['or of queries', () => _.or([{ n: 1 }, { name: 'anna' }]), ['a', 'd']],
    ['and of queries', () => _.and([{ n: _.gte(1) }, { n: _.lt(3) }]), ['a', 'b']],
    ['not', () => ({ n: _.not(_.gte(2)) }), ['a', 'd']],
    ['nor', () => _.nor([{ n: 1 }, { n: 2 }]), ['c', 'd']],
    ['in', () => ({ n: _.in([1, 3]) }), ['a', 'c']],
    ['not in takes missing fields too', () => ({ n: _.nin([1, 3]) }), ['b', 'd']],
    ['not equal takes missing fields too', () => ({ n: _.neq(1) }), ['b', 'c', 'd']],
    ['null matches null and missing', () => ({ note: null }), ['a', 'b', 'c', 'd']],
    ['exists tells null from missing', () => ({ note: _.exists(true) }), ['c']],
    ['an element of an array', () => ({ tags: 'z' }), ['b']],
    ['a whole array', () => ({ tags: _.eq(['x']) }), ['a']],
    ['all', () => ({ tags: _.all(['y', 'z']) }), ['b']],
    ['size', () => ({ tags: _.size(2) }), ['b']],
    ['elemMatch', () => ({ parts: _.elemMatch({ k: _.gte(2) }) }), ['b']],
    ['nested object becomes a path', () => ({ size: { h: 1 } }), ['a']],
    ['dotted path', () => ({ 'size.w': _.gt(1) }), ['a']],
    ['mod', () => ({ n: _.mod(2, 1) }), ['a', 'c']],
    ['expression with flags', () => ({ name: db.RegExp({ regexp: '^A', options: 'i' }) }), ['d']],
    ['JavaScript expression', () => ({ name: /N/i }), ['d']],
    ['dates', () => ({ when: _.lt(new Date(4000)) }), ['a', 'b']],
    ['numbers never match strings', () => ({ n: '1' }), []],
  ])('%s', async (_name, query, expected) => {
    expect(await ids(things().where(query()))).toEqual(expected)
  })

  test('order, skip, limit, projection', async () => {
    const page = things()
      .where({ n: _.gt(0) })
      .orderBy('n', 'desc')
      .skip(1)
      .limit(1)
      .field({ n: true, _id: false })
    expect((await page.get()).data).toEqual([{ n: 2 }])
    expect((await things().doc('a').field({ 'size.h': 1 }).get()).data).toEqual([{ _id: 'a', size: { h: 1 } }])
  })

  test('a query returns 100 documents unless asked, never more than 1000', async () => {
    await cloud.world.database.insert(
      'things',
      Array.from({ length: 1100 }, (_x, n) => ({ _id: `many${n}`, many: true })),
    )
    expect((await things().where({ many: true }).get()).data).toHaveLength(100)
    expect((await things().where({ many: true }).limit(5000).get()).data).toHaveLength(1000)
    expect((await things().where({ many: true }).count()).total).toBe(1100)
  })

  test('aggregation: match, group, sort, lookup; what is stored does not change', async () => {
    const $ = _.aggregate
    const grouped = await things()
      .aggregate()
      .match({ n: _.gt(0) })
      .group({ _id: null, sum: $.sum('$n'), times: $.sum(1) })
      .end()
    expect(grouped.data).toEqual([{ _id: null, sum: 6, times: 3 }])
    const counted = await things().aggregate().unwind('$tags').sortByCount('$tags').limit(1).end()
    expect(counted.data).toHaveLength(1)
    await db.collection('people').add({ _id: 'p', thing: 'a' })
    const joined = await db
      .collection('people')
      .aggregate()
      .lookup({ from: 'things', localField: 'thing', foreignField: '_id', as: 'found' })
      .addFields({ changed: true })
      .end()
    expect(joined.data[0].found[0].n).toBe(1)
    expect((await db.collection('people').doc('p').get()).data[0]).toEqual({ _id: 'p', thing: 'a' })
  })
})

describe('updates', () => {
  const start = { _id: 'a', n: 1, tags: ['x'], nested: { a: 1, b: 2 }, gone: 1, none: null }
  beforeEach(() => things().add(start))

  test.each<[string, () => any, object]>([
    ['inc and mul', () => ({ n: _.inc(4), 'nested.b': _.mul(5) }), { n: 5, nested: { a: 1, b: 10 } }],
    ['inc creates the field', () => ({ fresh: _.inc(2) }), { fresh: 2 }],
    ['a nested object changes only what it names', () => ({ nested: { a: 9 } }), { nested: { a: 9, b: 2 } }],
    ['set replaces the object', () => ({ nested: _.set({ c: 1 }) }), { nested: { c: 1 } }],
    ['remove', () => ({ gone: _.remove() }), { gone: undefined }],
    ['push, one and several', () => ({ tags: _.push(['y', 'z']) }), { tags: ['x', 'y', 'z'] }],
    ['push creates the array', () => ({ list: _.push(['y']) }), { list: ['y'] }],
    [
      'push with position, sort and slice',
      () => ({ tags: _.push({ each: ['b', 'a'], sort: 1, slice: 2 }) }),
      { tags: ['a', 'b'] },
    ],
    ['unshift', () => ({ tags: _.unshift(['w']) }), { tags: ['w', 'x'] }],
    ['pop', () => ({ tags: _.pop() }), { tags: [] }],
    ['shift', () => ({ tags: _.shift() }), { tags: [] }],
    ['pull', () => ({ tags: _.pull('x') }), { tags: [] }],
    ['pullAll', () => ({ tags: _.pullAll(['x']) }), { tags: [] }],
    ['addToSet adds once', () => ({ tags: _.addToSet('x') }), { tags: ['x'] }],
    ['addToSet with each', () => ({ tags: _.addToSet({ $each: ['x', 'y'] }) }), { tags: ['x', 'y'] }],
    ['min and max', () => ({ n: _.max(7), 'nested.b': _.min(1) }), { n: 7, nested: { a: 1, b: 1 } }],
    ['rename', () => ({ gone: _.rename('kept') }), { gone: undefined, kept: 1 }],
    ['several paths create objects', () => ({ 'deep.er.est': 1 }), { deep: { er: { est: 1 } } }],
  ])('%s', async (_name, change, expected) => {
    await things().doc('a').update(change())
    const after = JSON.parse(JSON.stringify({ ...start, ...expected }))
    expect(await get('a')).toEqual(after)
  })

  test('only documents that really change are counted', async () => {
    expect((await things().doc('a').update({ n: 2 })).updated).toBe(1)
    expect((await things().doc('a').update({ n: 2 })).updated).toBe(0)
    expect((await things().doc('missing').update({ n: 2 })).updated).toBe(0)
  })

  test('a path through null is refused, as MongoDB does', async () => {
    await expect(
      things()
        .doc('a')
        .update({ none: { x: 1 } }),
    ).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: /Cannot create field 'x'/ })
  })

  test('an operator on the wrong type is refused and changes nothing', async () => {
    await expect(
      things()
        .doc('a')
        .update({ nested: _.inc(1), n: 5 }),
    ).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(await get('a')).toEqual(start)
  })

  test('where().update changes all, or one', async () => {
    await things().add([
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ])
    expect(
      (
        await things()
          .where({ n: _.gte(2) })
          .update({ flag: true })
      ).updated,
    ).toBe(2)
    expect((await things().where({ flag: true }).options({ multiple: false }).update({ flag: false })).updated).toBe(1)
  })

  test('updateAndReturn gives the document as it is afterwards', async () => {
    const done = await things()
      .where({ n: 1 })
      .updateAndReturn({ n: _.inc(1) })
    expect([done.updated, done.doc.n]).toEqual([1, 2])
    expect((await things().where({ n: 99 }).updateAndReturn({ n: 1 })).updated).toBe(0)
  })

  test('set creates, then replaces whole', async () => {
    const created = await things().doc('new').set({ x: 1, y: 1 })
    expect([created.updated, created.upsertedId]).toEqual([0, 'new'])
    expect((await things().doc('new').set({ x: 2 })).updated).toBe(1)
    expect(await get('new')).toEqual({ _id: 'new', x: 2 })
  })

  test('remove one, many, none', async () => {
    await things().add([
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ])
    expect((await things().doc('a').remove()).deleted).toBe(1)
    expect((await things().doc('a').remove()).deleted).toBe(0)
    expect(
      (
        await things()
          .where({ n: _.gte(2) })
          .remove()
      ).deleted,
    ).toBe(2)
  })
})

describe('refusals', () => {
  test('an _id and a unique value exist once; a missing value counts as null', async () => {
    const people = db.collection('people')
    await people.add({ _id: 'a', phone: '1' })
    await expect(people.add({ _id: 'a', phone: '2' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: /E11000.*_id_/,
    })
    await expect(people.add({ phone: '1' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: /E11000.*index: phone/,
    })
    await people.add({ _id: 'n' })
    await expect(people.add({ _id: 'm' })).rejects.toMatchObject({ message: /E11000/ })
    await expect(people.doc('a').set({ x: 1 })).rejects.toMatchObject({ message: /E11000/ })
    await expect(people.add([{ phone: '7' }, { phone: '7' }])).rejects.toMatchObject({ message: /E11000/ })
    expect((await people.where({ phone: '7' }).count()).total).toBe(0)
  })

  test('an unknown collection, until it is created', async () => {
    await expect(db.collection('nope').get()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    await expect(db.collection('nope').add({ a: 1 })).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    await db.createCollection('nope')
    await db.collection('nope').add({ a: 1 })
    await expect(db.createCollection('nope')).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })

  test('an operator that does not exist', async () => {
    await expect(
      things()
        .options({ raw: true })
        .where({ n: { $nonsense: 1 } })
        .get(),
    ).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})

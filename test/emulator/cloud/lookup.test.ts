// Joining collections through the real @cloudbase/node-sdk: what equality means, and which index it used.
import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../../emulator/cloud/cloud'
import { startLocal, temporaryFolder, useFromHere } from './local-cloud'

let cloud: Cloud
let db: any

beforeAll(async () => {
  const index = (field: string) => ({ name: field, keys: [{ field, direction: 1 as const }], unique: false })
  cloud = await startLocal({
    folder: temporaryFolder(),
    collections: [
      { name: 'doors', indexes: [] },
      { name: 'cards', indexes: [index('owner')] },
    ],
  })
  useFromHere(cloud)
  db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true } as any).database()
})

beforeEach(async () => {
  cloud.controls.reset()
  await db.collection('cards').add([
    { _id: 'a:1', owner: 'x', colours: ['red', 'blue'] },
    { _id: 'a:2', owner: 'y', colours: [] },
    { _id: 'b:1', owner: null },
    { _id: 'b:2', price: '$owner' },
  ])
  await db.collection('doors').add({ _id: 'd', side: 'a', keys: { first: 'x', all: ['x', 'y'] }, colour: 'blue' })
  cloud.world.statistics.reset()
})

const doors = () => db.collection('doors').aggregate().match({ _id: 'd' })
const found = async (aggregate: any) => (await aggregate.end()).data[0].found.map((card: any) => card._id)
const lookup = (localField: string, foreignField: string) => ({ from: 'cards', localField, foreignField, as: 'found' })
const plans = () =>
  cloud.world.statistics.read().queries.map(({ collection, plan, examined }) => [collection, plan, examined])

test('each element of an array that earlier stages made is looked for, by _id', async () => {
  const { concat } = db.command.aggregate
  const wanted = [concat(['$side', ':2']), concat(['$side', ':1']), 'nobody']
  expect((await found(doors().addFields({ wanted }).lookup(lookup('wanted', '_id')))).sort()).toEqual(['a:1', 'a:2'])
  expect(plans()).toEqual([
    ['doors', '_id', 1],
    ['cards', '_id', 2],
  ])
  expect(cloud.world.statistics.read().actions).toEqual({ 'database.aggregateDocuments': 1 })
})

test.each([
  ['a nested field', 'keys.first', 'owner', ['a:1']],
  ['a nested array', 'keys.all', 'owner', ['a:1', 'a:2']],
  ['an element of the other side', 'colour', 'colours', ['a:1']],
  ['a field that is missing, which is null', 'nothing', 'owner', ['b:1', 'b:2']],
  ['nobody', 'side', '_id', []],
])('%s', async (_, localField, foreignField, expected) => {
  expect((await found(doors().lookup(lookup(localField, foreignField)))).sort()).toEqual(expected)
})

test('a lookup by a field without an index is a scan, and told', async () => {
  await found(doors().lookup(lookup('colour', 'colours')))
  await found(doors().lookup(lookup('keys.first', 'owner')))
  expect(cloud.world.statistics.read().unindexed).toMatchObject([
    { collection: 'cards', action: 'lookup', examined: 4 },
  ])
})

test('several lookups and stages after them; values are never taken for expressions, and nothing stored changes', async () => {
  const { data } = await doors()
    .addFields({ odd: 'b:2' })
    .lookup({ ...lookup('odd', '_id'), as: 'odd' })
    .lookup({ ...lookup('keys.first', 'owner'), as: 'first' })
    .project({ odd: 1, count: db.command.aggregate.size('$first') })
    .end()
  expect(data).toEqual([{ _id: 'd', odd: [{ _id: 'b:2', price: '$owner' }], count: 1 }])
  const stored = (await db.collection('doors').doc('d').get()).data[0]
  expect(stored).toEqual({ _id: 'd', side: 'a', keys: { first: 'x', all: ['x', 'y'] }, colour: 'blue' })
})

test('a lookup with a pipeline of its own', async () => {
  const $ = db.command.aggregate
  const pipeline = $.pipeline()
    .match(db.command.expr($.eq(['$owner', '$$owner'])))
    .done()
  expect(await found(doors().lookup({ from: 'cards', let: { owner: '$keys.first' }, pipeline, as: 'found' }))).toEqual([
    'a:1',
  ])
})

test('a collection that does not exist', async () => {
  const missing = doors().lookup({ ...lookup('side', '_id'), from: 'nowhere' })
  await expect(missing.end()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
})

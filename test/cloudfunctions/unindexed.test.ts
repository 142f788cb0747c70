/** The guard that every function test ends with (harness/cloud.ts) sees a query that no index serves. */
import { testCloud } from './harness/cloud'

const ecard = testCloud()

test('a condition or an order without an index is noted, with an index it is not', () => {
  const { database } = ecard.cloud.world
  database.find('staff', { query: { since: 1 }, limit: 1 } as never)
  expect(ecard.unindexed()).toEqual([])
  database.find('staff', { query: { name: 'x' }, limit: 1 } as never)
  database.find('applications', { query: { status: 'submitted' }, order: [['email', 1]], limit: 1 } as never)
  const [first, ...rest] = ecard.unindexed()
  expect(first).toMatchObject({ collection: 'staff', plan: 'scan' })
  expect(rest).toEqual([])
  ecard.cloud.world.statistics.reset() // made on purpose
})

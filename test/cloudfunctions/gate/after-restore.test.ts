/** After a restore without the status lists: the record that docs/deploy.md has somebody add lets phones go on. */
import { testCloud } from '../harness/cloud'
import { activated, GuardPhone } from '../harness/gate'
import { openOffice } from '../harness/office'

const ecard = testCloud()
const guard = new GuardPhone(ecard)

beforeAll(async () => {
  await openOffice(ecard)
  await activated(ecard, 1)
  await guard.open()
}, 60_000)

test('the next list is above the added sequence, and a phone that holds an older one takes it', async () => {
  const { database } = ecard.cloud.world
  const before = guard.list!.sequence
  for (let sequence = 1; sequence <= before; sequence += 1) {
    await database.editById('statusLists', String(sequence), () => null)
  }
  const added = { _id: '9000000', sequence: 9_000_000, issued: 0, notAfter: 9_999_999_999_999, bytes: '' }
  await database.editById('statusLists', added._id, () => added)
  await guard.open()
  expect(guard.list!.sequence).toBe(9_000_001)
  await guard.open()
  expect(guard.list!.sequence).toBe(9_000_001)
})

// What a restart keeps: everything that anybody was told had happened.
import type { Cloud } from '../../../emulator/cloud/cloud'
import { control, startLocal, temporaryFolder } from './local-cloud'

const folder = temporaryFolder()
const keys = [{ field: 'u', direction: 1 as const }]
const start = () =>
  startLocal({ folder, collections: [{ name: 'kept', indexes: [{ name: 'u', keys, unique: true }] }] })

let cloud: Cloud
afterEach(() => cloud.stop())

const restarted = async (): Promise<Cloud> => {
  await cloud.stop()
  return start()
}

test('documents, collections, files, messages, phones, codes and consents', async () => {
  cloud = await start()
  const { world } = cloud
  await world.database.insert('kept', [{ _id: 'a', u: 1, at: new Date(5) }])
  world.database.createCollection('later')
  await world.database.insert('later', [{ _id: 1, x: null }])
  const fileID = world.storage.upload('f.txt', Buffer.from('bytes'), 'o1')
  world.messages.record({ at: 1, channel: 'sms', to: '+86138', template: '1', params: [], text: 't' })
  world.phones.register('o1', '+8613800000000')
  const code = world.phones.createCode('o1')!
  world.subscriptions.answer('o1', 'tpl', true)
  const link = world.storage.temporaryLink(fileID, 3600, 'o1').tempFileURL

  cloud = await restarted()
  const after = cloud.world
  expect(after.database.findById('kept', 'a')).toEqual({ _id: 'a', u: 1, at: new Date(5) })
  expect(after.database.findById('later', 1)).toEqual({ _id: 1, x: null })
  await expect(after.database.insert('kept', [{ _id: 'b', u: 1 }])).rejects.toThrow(/E11000/)
  expect(after.messages.list()).toMatchObject([{ id: 1, text: 't' }])
  expect(after.phones.redeem(code)).toBe('+8613800000000')
  expect(after.phones.redeem(code)).toBeNull()
  expect([after.subscriptions.use('o1', 'tpl'), after.subscriptions.use('o1', 'tpl')]).toEqual([true, false])
  const moved = new URL(link)
  const response = await fetch(`${cloud.url}${moved.pathname}${moved.search}`)
  expect(await response.text()).toBe('bytes')
})

test('a reset leaves nothing, also after a restart; declared collections stay', async () => {
  cloud = await start()
  await cloud.world.database.insert('kept', [{ _id: 'x', u: 9 }]).catch(() => {})
  await control(cloud, 'POST', 'reset')
  for (const _round of [1, 2]) {
    expect(cloud.world.database.find('kept', { query: {} })).toEqual([])
    expect(() => cloud.world.database.find('later', { query: {} })).toThrow(/not exist/)
    expect(cloud.world.messages.list()).toEqual([])
    expect(cloud.world.phones.createCode('o1')).toBeNull()
    expect(cloud.world.storage.files.exists('f.txt')).toBe(false)
    cloud = await restarted()
  }
  await cloud.world.database.insert('kept', [{ _id: 'x', u: 9 }])
})

test('an index that is new in the file is built over the documents that are there', async () => {
  cloud = await startLocal({
    folder,
    collections: [{ name: 'kept', indexes: [{ name: 'v', keys: [{ field: 'u', direction: 1 }], unique: false }] }],
  })
  cloud.world.database.find('kept', { query: { u: 9 } })
  expect(cloud.world.database.queries.all()).toMatchObject([{ plan: 'v', examined: 1, returned: 1 }])
})

test('a wrong timer or a damaged collections file stops the start with a reason, and gives the folder back', async () => {
  const other = temporaryFolder()
  const config = { triggers: [{ name: 't', type: 'timer', config: 'every thursday' }] }
  const wrong = startLocal({ folder: other, functions: { f: { source: 'exports.main = () => 1', config } } })
  await expect(wrong).rejects.toThrow(/seven fields/)
  const right = await startLocal({ folder: other, functions: { f: { source: 'exports.main = () => 1', config: {} } } })
  expect(await right.call('o', 'f', {})).toBe(1)
})

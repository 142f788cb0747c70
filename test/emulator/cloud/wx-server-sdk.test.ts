// The real wx-server-sdk against the emulator: database, error numbers, storage, openapi.
import cloudSdk from 'wx-server-sdk'
import type { Cloud } from '../../../emulator/cloud/cloud'
import { control, startLocal, temporaryFolder, useFromHere } from './local-cloud'

const folder = temporaryFolder()
const wx = cloudSdk as any
let cloud: Cloud
let db: any

beforeAll(async () => {
  const keys = [{ field: 'phone', direction: 1 as const }]
  cloud = await startLocal({
    folder,
    faultHoldMs: 50,
    collections: [{ name: 'people', indexes: [{ name: 'phone', keys, unique: true }] }],
    functions: { echo: 'exports.main = (event) => ({ echoed: event })' },
  })
  useFromHere(cloud)
  wx.init({ env: wx.DYNAMIC_CURRENT_ENV })
  db = wx.database()
})
beforeEach(() => cloud.controls.reset())

describe('database', () => {
  test('add, get, update, set, remove, count, aggregate', async () => {
    const people = db.collection('people')
    expect((await people.add({ data: { _id: 'a', phone: '1', n: 1 } }))._id).toBe('a')
    expect((await people.doc('a').get()).data).toEqual({ _id: 'a', phone: '1', n: 1 })
    expect((await people.doc('a').update({ data: { n: db.command.inc(1) } })).stats.updated).toBe(1)
    expect((await people.doc('b').set({ data: { phone: '2' } })).stats).toEqual({ updated: 0, created: 1 })
    expect((await people.where({ n: 2 }).count()).total).toBe(1)
    expect(
      (
        await people
          .aggregate()
          .group({ _id: null, n: db.command.aggregate.sum(1) })
          .end()
      ).list,
    ).toEqual([{ _id: null, n: 2 }])
    expect((await people.doc('a').remove()).stats.removed).toBe(1)
  })

  test.each<[string, () => Promise<unknown>, number]>([
    ['a duplicate', () => db.collection('people').add({ data: { phone: '1' } }), -502001],
    ['a missing document', () => db.collection('people').doc('none').get(), -1],
    ['a missing collection', () => db.collection('none').get(), -502005],
  ])('%s has the number of the real service', async (_name, act, errCode) => {
    await db.collection('people').add({ data: { phone: '1' } })
    await expect(act()).rejects.toMatchObject({ errCode })
  })

  test('a transaction, and the number of a conflict', async () => {
    await db.collection('people').add({ data: { _id: 'a', phone: '1', n: 0 } })
    const result = await db.runTransaction(async (t: any) => {
      await t
        .collection('people')
        .doc('a')
        .update({ data: { n: 5 } })
      return (await t.collection('people').doc('a').get()).data.n
    })
    expect(result).toBe(5)
    const held = await db.startTransaction()
    await held
      .collection('people')
      .doc('a')
      .update({ data: { n: 6 } })
    const second = await db.startTransaction()
    const write = second
      .collection('people')
      .doc('a')
      .update({ data: { n: 7 } })
    await expect(write).rejects.toMatchObject({
      errCode: -501001,
      errMsg: expect.stringContaining('TransactionConflict'),
    })
    await held.rollback()
  })
})

test('callFunction and its failure', async () => {
  expect((await wx.callFunction({ name: 'echo', data: { a: 1 } })).result).toEqual({ echoed: { a: 1 } })
  await expect(wx.callFunction({ name: 'nope', data: {} })).rejects.toMatchObject({
    errMsg: expect.stringContaining('FUNCTION_NOT_FOUND'),
  })
})

describe('storage', () => {
  test('upload, link, download, delete', async () => {
    const { fileID } = await wx.uploadFile({ cloudPath: 'photos/张三 1.txt', fileContent: Buffer.from('hello') })
    expect(fileID).toMatch(/^cloud:\/\/local-env\..+\/photos\/张三 1\.txt$/)
    expect((await wx.downloadFile({ fileID })).fileContent.toString()).toBe('hello')
    const { fileList } = await wx.getTempFileURL({ fileList: [fileID, 'cloud://local-env.x/none'] })
    expect(fileList.map((file: any) => file.status)).toEqual([0, -503003])
    expect((await wx.deleteFile({ fileList: [fileID] })).fileList[0].status).toBe(0)
    await expect(wx.downloadFile({ fileID })).rejects.toBeDefined()
  })

  test.each(['../secret', 'a/../../b', '/etc/passwd', 'a//b', 'a\\b', 'a?b'])('%s is refused', async (cloudPath) => {
    await expect(wx.uploadFile({ cloudPath, fileContent: Buffer.from('x') })).rejects.toBeDefined()
  })
})

describe('phone number', () => {
  test('a code is good once, for five minutes', async () => {
    await control(cloud, 'POST', 'phone', { openid: 'o1', phoneNumber: '+8613800000000' })
    const code = async () => (await control(cloud, 'POST', 'phone-code', { openid: 'o1' })).code
    const first = await code()
    const { phoneInfo } = await wx.openapi.phonenumber.getPhoneNumber({ code: first })
    expect(phoneInfo).toMatchObject({ phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86' })
    await expect(wx.openapi.phonenumber.getPhoneNumber({ code: first })).rejects.toMatchObject({ errCode: 40029 })
    const late = await code()
    await cloud.controls.advanceClock(5 * 60_000 + 1)
    await expect(wx.openapi.phonenumber.getPhoneNumber({ code: late })).rejects.toMatchObject({ errCode: 40029 })
  })

  test('a foreign number is split by its country code', async () => {
    await control(cloud, 'POST', 'phone', { openid: 'o2', phoneNumber: '+447700900123' })
    const { code } = await control(cloud, 'POST', 'phone-code', { openid: 'o2' })
    const { phoneInfo } = await wx.openapi.phonenumber.getPhoneNumber({ code })
    expect(phoneInfo).toMatchObject({ phoneNumber: '+447700900123', purePhoneNumber: '7700900123', countryCode: '44' })
  })

  test('no code for somebody without a number', async () => {
    expect(await control(cloud, 'POST', 'phone-code', { openid: 'o3' })).toMatchObject({
      error: { code: 'INVALID_PARAM' },
    })
  })
})

describe('subscribe messages', () => {
  const message = { touser: 'o1', templateId: 'tpl', page: 'pages/home/home', data: { thing1: { value: 'Your card' } } }
  const send = (change: object = {}) => wx.openapi.subscribeMessage.send({ ...message, ...change })
  const accept = () => control(cloud, 'POST', 'subscribe', { openid: 'o1', templateId: 'tpl', accept: true })

  test('one consent, one message, recorded', async () => {
    await accept()
    await send()
    const { messages } = await control(cloud, 'GET', 'messages')
    expect(messages).toMatchObject([{ channel: 'subscribe', to: 'o1', template: 'tpl', text: 'thing1: Your card' }])
    await expect(send()).rejects.toMatchObject({ errCode: 43101 })
  })

  test.each([
    ['nobody agreed', {}, 43101],
    ['no recipient', { touser: '' }, 40003],
    ['no template', { templateId: '' }, 40037],
    ['a page with a leading slash', { page: '/pages/home' }, 41030],
    ['21 characters in a thing', { data: { thing1: { value: '一'.repeat(21) } } }, 47003],
    ['an empty value', { data: { thing1: { value: '' } } }, 47003],
    ['letters in a phrase', { data: { phrase1: { value: 'Passed' } } }, 47003],
  ])('%s is refused', async (name, change, errCode) => {
    if (name !== 'nobody agreed') await accept()
    await expect(send(change)).rejects.toMatchObject({ errCode })
    expect((await control(cloud, 'GET', 'messages')).messages).toEqual([])
  })

  test('failures on demand: an error, silence, an answer lost after sending', async () => {
    await Promise.all([accept(), accept(), accept(), accept()])
    const kinds = ['error', 'timeout', 'drop', 'hold']
    for (const kind of kinds) await control(cloud, 'POST', 'fault', { target: 'openapi', kind })
    await expect(send()).rejects.toMatchObject({ errCode: -1 })
    await expect(send()).rejects.toBeDefined()
    expect(cloud.world.messages.list()).toHaveLength(0)
    await expect(send()).rejects.toBeDefined()
    expect(cloud.world.messages.list()).toHaveLength(1)
    await expect(send()).rejects.toBeDefined()
    expect(cloud.world.messages.list()).toHaveLength(2)
    await send()
    expect(cloud.world.messages.list()).toHaveLength(3)
  })
})

test('an API that does not exist here', async () => {
  await expect(wx.openapi.nothing.atAll({})).rejects.toMatchObject({ errCode: 40066 })
})

// Cloud functions: what they are given, what goes wrong in them, and how the emulator carries it.
import { readFileSync } from 'node:fs'
import type { Cloud } from '../../../emulator/cloud/cloud'
import { control, startLocal, temporaryFolder, writeFunction } from './local-cloud'

const folder = temporaryFolder()
let cloud: Cloud

const CONTEXT = `
  const cloud = require('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  exports.main = async (event, context) => {
    if (event.nested) return (await cloud.callFunction({ name: 'whoami', data: {} })).result
    return { ...cloud.getWXContext(), event, function: context.function_name, key: process.env.PRODUCT_KEY, unionVariable: process.env.WX_UNIONID }
  }`

beforeAll(async () => {
  cloud = await startLocal({
    folder,
    collections: [{ name: 'counters', indexes: [] }],
    functionEnv: (url) => ({ PRODUCT_KEY: 'k', SMS_ENDPOINT: `${url}/sms` }),
    functions: {
      whoami: CONTEXT,
      now: 'exports.main = () => ({ now: Date.now(), date: new Date().getTime(), isDate: new Date() instanceof Date, text: Date() })',
      waits:
        'exports.main = async () => { const before = Date.now(); await new Promise((r) => setTimeout(r, 150)); return Date.now() - before }',
      throws: 'exports.main = async () => { throw new TypeError("not like this") }',
      crashes: 'exports.main = () => new Promise(() => { setTimeout(() => { throw new Error("later") }, 5) })',
      exits: 'exports.main = () => process.exit(3)',
      hangs: {
        source: 'exports.main = ({ spin }) => { while (spin); return new Promise(() => {}) }',
        config: { timeout: 0.5 },
      },
      broken: 'this is not JavaScript',
      nomain: 'exports.other = 1',
      speaks:
        'exports.main = () => { console.log("hello %s", "log"); console.error(new Error("bad")); return undefined }',
      big: 'exports.main = ({ size }) => "x".repeat(size)',
      slow: 'let running = 0; exports.main = async () => { running++; await new Promise((r) => setTimeout(r, 60)); return running-- }',
      count: `
        const tcb = require('@cloudbase/node-sdk')
        const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database()
        exports.main = async ({ where }) => {
          const t = await db.startTransaction()
          try {
            await t.collection('counters').doc('a').set({ n: 1 })
            if (where) await db.collection('counters').where({ n: 1 }).update({ n: 2 })
            await t.commit()
          } catch (error) { await t.rollback().catch(() => {}); return error.code + ' ' + error.message }
        }`,
    },
  })
})

test("a phone's identity comes from the platform, not from the event", async () => {
  const seen: any = await cloud.call('openid-1', 'whoami', { openid: 'forged' }, { unionid: 'union-1' })
  expect(seen).toMatchObject({
    OPENID: 'openid-1',
    UNIONID: 'union-1',
    ENV: 'local-env',
    SOURCE: 'wx_client',
    function: 'whoami',
    key: 'k',
  })
  expect(seen.event).toEqual({ openid: 'forged', userInfo: { openId: 'openid-1', appId: seen.APPID } })
})

test('the next caller of the same worker inherits nothing', async () => {
  await cloud.call('openid-1', 'whoami', {}, { unionid: 'union-1' })
  const seen: any = await cloud.call('openid-2', 'whoami', {})
  expect(seen.OPENID).toBe('openid-2')
  expect(seen).not.toHaveProperty('UNIONID')
  expect(seen).not.toHaveProperty('unionVariable')
})

test('a function that calls another one acts for the same phone', async () => {
  const seen: any = await cloud.call('openid-3', 'whoami', { nested: true })
  expect(seen).toMatchObject({ OPENID: 'openid-3', SOURCE: 'wx_client,scf' })
})

test.each([
  ['throws', 'FUNCTIONS_EXECUTE_FAIL', /TypeError: not like this/],
  ['crashes', 'FUNCTIONS_EXECUTE_FAIL', /Error: later/],
  ['exits', 'FUNCTIONS_EXECUTE_FAIL', /exited with code 3/],
  ['broken', 'FUNCTIONS_EXECUTE_FAIL', /SyntaxError/],
  ['nomain', 'FUNCTIONS_EXECUTE_FAIL', /does not export main/],
  ['hangs', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', /timed out after 0.5 seconds/],
  ['missing', 'FUNCTIONS_REQUEST_FAIL', /FUNCTION_NOT_FOUND/],
  ['../data', 'FUNCTIONS_REQUEST_FAIL', /FUNCTION_NOT_FOUND/],
])('%s: an error for the caller, and the emulator goes on', async (name, code, message) => {
  await expect(cloud.call('o', name, {})).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  expect(await cloud.call('o', 'now', {})).toBeDefined()
})

test('a busy loop is killed too, and the function works again afterwards', async () => {
  await expect(cloud.call('o', 'hangs', { spin: true })).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  })
  await expect(cloud.call('o', 'hangs', {})).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
})

test('over HTTP a failure is an error in the answer', async () => {
  const answer = await control(cloud, 'POST', 'call', { openid: 'o', name: 'throws', data: {} })
  expect(answer.error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002 })
  expect(await control(cloud, 'POST', 'call', { name: 'now' })).toMatchObject({ error: { code: 'INVALID_PARAM' } })
})

test('one invocation at a time in a worker, several workers, the rest waits', async () => {
  const seen = await Promise.all(Array.from({ length: 9 }, () => cloud.call('o', 'slow', {})))
  expect(seen).toEqual(Array(9).fill(1))
})

test("the function's time is the emulator's, at once after it moved", async () => {
  await cloud.call('o', 'now', {})
  await cloud.controls.advanceClock(40 * 86_400_000)
  const seen: any = await cloud.call('o', 'now', {})
  expect(Math.abs(seen.now - cloud.world.clock.now())).toBeLessThan(5000)
  expect(Math.abs(seen.date - seen.now)).toBeLessThan(1000)
  expect(seen.isDate).toBe(true)
  expect(new Date(seen.text).getTime()).toBeGreaterThan(Date.now() + 39 * 86_400_000)
  cloud.controls.reset()
})

test('an invocation that is running sees the clock move', async () => {
  await cloud.call('o', 'waits', {})
  const running = cloud.call('o', 'waits', {})
  await new Promise((resolve) => setTimeout(resolve, 30))
  await cloud.controls.advanceClock(86_400_000)
  expect(await running).toBeGreaterThan(86_400_000)
  cloud.controls.reset()
})

test('what functions print is in memory and in the file', async () => {
  expect(await cloud.call('o', 'speaks', {})).toBeNull()
  const { lines } = await control(cloud, 'GET', 'logs?function=speaks')
  expect(lines.map((line: any) => [line.level, line.text.split('\n')[0]])).toEqual([
    ['out', 'hello log'],
    ['error', 'Error: bad'],
  ])
  expect(readFileSync(cloud.world.functionLog.file, 'utf8')).toMatch(/speaks \S+ out hello log/)
})

test('6 MB in, 6 MB out, not more', async () => {
  const mega = 1024 * 1024
  expect(await cloud.call('o', 'big', { size: 5 * mega })).toHaveLength(5 * mega)
  await expect(cloud.call('o', 'big', { size: 6 * mega + 1 })).rejects.toMatchObject({ message: /exceeds 6 MB/ })
  await expect(cloud.call('o', 'big', { size: 1, ballast: 'x'.repeat(6 * mega) })).rejects.toMatchObject({
    message: /exceeds 6 MB/,
  })
})

test('where() while the same worker has a transaction open is refused', async () => {
  expect(await cloud.call('o', 'count', {})).toBeNull()
  expect(await cloud.call('o', 'count', { where: true })).toMatch(
    /DATABASE_TRANSACTION_FAIL.*where\(\) while a transaction is open/,
  )
})

test('a new build of a function is used at once', async () => {
  writeFunction(`${folder}/functions`, 'changes', 'exports.main = () => 1')
  expect(await cloud.call('o', 'changes', {})).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 10))
  writeFunction(`${folder}/functions`, 'changes', 'exports.main = () => 2')
  expect(await cloud.call('o', 'changes', {})).toBe(2)
})

test('a reset ends what is running, and it can write nothing any more', async () => {
  const source = `
    const tcb = require('@cloudbase/node-sdk')
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database()
    exports.main = async () => {
      for (let n = 0; ; n++) await db.collection('counters').doc('late').set({ n })
    }`
  writeFunction(`${folder}/functions`, 'writes', source)
  const running = cloud.call('o', 'writes', {})
  while (!cloud.world.database.findById('counters', 'late')) await new Promise((resolve) => setTimeout(resolve, 5))
  cloud.controls.reset()
  await expect(running).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(cloud.world.database.findById('counters', 'late')).toBeNull()
})

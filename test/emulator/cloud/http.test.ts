// The HTTP side: control API, files for phones, functions as HTTP APIs, who may talk to it, the port.
import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../../emulator/cloud/cloud'
import { control, dataDirOf, startLocal, temporaryFolder, useFromHere } from './local-cloud'

const folder = temporaryFolder()
let cloud: Cloud

beforeAll(async () => {
  const keys = [
    { field: 'state', direction: 1 as const },
    { field: 'at', direction: -1 as const },
  ]
  cloud = await startLocal({
    folder,
    collections: [{ name: 'queue', indexes: [{ name: 'state_at', keys, unique: false }] }],
    staticRoutes: (request, response) => {
      if (request.url !== '/index.html') return false
      response.end('a page')
      return true
    },
    functions: {
      api: `exports.main = (event) => {
        if (event.path === '/plain') return { some: 'json' }
        if (event.path === '/image') return { statusCode: 200, headers: { 'Content-Type': 'image/png' }, isBase64Encoded: true, body: 'iVBORw==' }
        if (event.path === '/throws') throw new Error('no')
        return { statusCode: 201, headers: { 'X-Seen': 'yes' }, body: JSON.stringify(event) }
      }`,
    },
  })
})
beforeEach(() => cloud.controls.reset())

/** A request with headers that fetch would not send. */
const raw = (path: string, method: string, headers: Record<string, string>, body = '{}'): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${cloud.url}${path}`,
      { method, headers: { 'content-length': Buffer.byteLength(body), ...headers } },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

describe('who may talk to it', () => {
  const ours = () => ({ origin: cloud.url })
  test.each<[string, string, string, () => Record<string, string>, number]>([
    ['a page of its own', '/_emulator/reset', 'POST', ours, 200],
    ['a program', '/_emulator/reset', 'POST', () => ({}), 200],
    ['a page of another site', '/_emulator/reset', 'POST', () => ({ origin: 'https://evil.example' }), 403],
    ['a page of another port', '/_emulator/clock', 'GET', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a hidden origin', '/_emulator/call', 'POST', () => ({ origin: 'null' }), 403],
    ['a cross-site navigation', '/_emulator/clock', 'GET', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a borrowed host name', '/_emulator/clock', 'GET', () => ({ host: 'evil.example' }), 403],
    ["another site on the SDK's address", '/admin', 'POST', () => ({ origin: 'https://evil.example' }), 403],
    ['another site on files', '/_emulator/files/a?openid=o', 'PUT', () => ({ origin: 'https://evil.example' }), 403],
    ['another site on an HTTP function', '/http/api/x', 'POST', () => ({ origin: 'https://turnstile.example' }), 201],
  ])('%s', async (_name, path, method, headers, status) => {
    expect(await raw(path, method, headers())).toBe(status)
  })

  test('it listens on this machine only', () => {
    expect(cloud.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})

test('a taken port is an error with a code and a sentence', async () => {
  const other = startLocal({ folder: temporaryFolder(), port: cloud.port })
  await expect(other).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: `Port ${cloud.port} is already in use on 127.0.0.1. Stop the program that uses it, or choose another port.`,
  })
})

test("the host's files on the same port", async () => {
  expect(await (await fetch(`${cloud.url}/index.html`)).text()).toBe('a page')
  expect((await fetch(`${cloud.url}/other`)).status).toBe(404)
})

describe('functions as HTTP APIs', () => {
  const api = (path: string, init?: RequestInit) => fetch(`${cloud.url}/http/api${path}`, init)

  test('the request as an event, the integrated response', async () => {
    const response = await api('/check/1?gate=north', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'X-Key': 'k' },
    })
    expect([response.status, response.headers.get('x-seen')]).toEqual([201, 'yes'])
    expect(await response.json()).toMatchObject({
      path: '/check/1',
      httpMethod: 'POST',
      headers: { 'x-key': 'k' },
      queryStringParameters: { gate: 'north' },
      requestContext: { envId: 'local-env', requestId: expect.any(String) },
      body: '{"a":1}',
      isBase64Encoded: false,
    })
  })

  test('no path is the root; bytes arrive as base64', async () => {
    const event: any = await (
      await api('', {
        method: 'PUT',
        body: Buffer.from([1, 2, 255]),
        headers: { 'content-type': 'application/octet-stream' },
      })
    ).json()
    expect([event.path, event.isBase64Encoded, event.body]).toEqual(['/', true, 'AQL/'])
  })

  test('a plain result, bytes, a failure, an unknown function', async () => {
    expect(await (await api('/plain')).json()).toEqual({ some: 'json' })
    const image = await api('/image')
    expect([image.headers.get('content-type'), Buffer.from(await image.arrayBuffer()).toString('hex')]).toEqual([
      'image/png',
      '89504e47',
    ])
    const failed = await api('/throws')
    expect([failed.status, ((await failed.json()) as any).code]).toEqual([500, 'FUNCTIONS_EXECUTE_FAIL'])
    expect((await fetch(`${cloud.url}/http/none/x`)).status).toBe(404)
  })

  test('100 KB of text, not more', async () => {
    const post = (size: number) =>
      api('/x', { method: 'POST', body: 'x'.repeat(size), headers: { 'content-type': 'text/plain' } })
    expect((await post(100 * 1024)).status).toBe(201)
    expect((await post(100 * 1024 + 1)).status).toBe(413)
  })
})

describe('files from a phone', () => {
  const png = Buffer.from('89504e470d0a1a0a0000', 'hex')
  const upload = async (path: string, openid: string, body: Buffer = png): Promise<any> =>
    (
      await fetch(`${cloud.url}/_emulator/files/${path}?openid=${openid}`, {
        method: 'PUT',
        body: new Uint8Array(body),
      })
    ).json()
  const link = async (openid: string, fileID: string) =>
    (await control(cloud, 'POST', 'temp-url', { openid, fileList: [fileID] })).fileList[0]

  test('upload, link, image with its type', async () => {
    const { fileID } = await upload('photos/o1/face.bin', 'o1')
    const { tempFileURL, code } = await link('o1', fileID)
    expect(code).toBe('SUCCESS')
    const response = await fetch(tempFileURL)
    expect([response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([
      'image/png',
      'nosniff',
    ])
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png)
  })

  test('another phone gets no link, overwrites nothing, deletes nothing', async () => {
    const { fileID } = await upload('photos/o1/face.png', 'o1')
    expect((await link('o2', fileID)).code).toBe('STORAGE_EXCEED_AUTHORITY')
    expect(await upload('photos/o1/face.png', 'o2', Buffer.from('x'))).toMatchObject({
      error: { code: 'STORAGE_EXCEED_AUTHORITY' },
    })
    const { fileList } = await control(cloud, 'POST', 'delete-file', { openid: 'o2', fileList: [fileID] })
    expect(fileList[0].code).toBe('STORAGE_EXCEED_AUTHORITY')
    expect((await link('o1', fileID)).code).toBe('SUCCESS')
    expect((await control(cloud, 'POST', 'delete-file', { openid: 'o1', fileList: [fileID] })).fileList[0].code).toBe(
      'SUCCESS',
    )
    expect((await link('o1', fileID)).code).toBe('STORAGE_FILE_NONEXIST')
  })

  test('a link without signature, for another file, or too old serves nothing', async () => {
    const { fileID } = await upload('a.png', 'o1')
    await upload('b.png', 'o1')
    const { tempFileURL } = await link('o1', fileID)
    expect((await fetch(tempFileURL.split('?')[0])).status).toBe(403)
    expect((await fetch(tempFileURL.replace('/a.png', '/b.png'))).status).toBe(403)
    expect((await fetch(tempFileURL, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await fetch(tempFileURL)).status).toBe(200)
    await cloud.controls.advanceClock(86_400_000 + 2000)
    expect((await fetch(tempFileURL)).status).toBe(403)
  })

  test.each(['..%2f..%2fcloud.db', '%2e%2e/cloud.db', 'a/%00', 'a%5cb', '', 'a%'])(
    'path %j is refused and writes nothing',
    async (path) => {
      expect((await upload(path, 'o1')).error).toBeDefined()
      expect(readdirSync(`${dataDirOf(folder)}/files`)).toEqual([])
      expect(existsSync(`${dataDirOf(folder)}/../cloud.db`)).toBe(false)
    },
  )

  test('a file where a folder is, and a folder where a file is', async () => {
    await upload('x/y', 'o1')
    expect((await upload('x', 'o1')).error).toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
    expect((await upload('x/y/z', 'o1')).error).toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
    expect(readdirSync(`${dataDirOf(folder)}/uploads`)).toEqual([])
  })

  test('nobody uploads without an OPENID', async () => {
    const response = await fetch(`${cloud.url}/_emulator/files/a`, { method: 'PUT', body: 'x' })
    expect(response.status).toBe(400)
  })
})

describe('statistics', () => {
  test('round trips, transactions, and which index served a query', async () => {
    useFromHere(cloud)
    const db: any = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true } as any).database()
    const queue = db.collection('queue')
    await queue.add([
      { _id: 'a', state: 's', at: 1 },
      { _id: 'b', state: 's', at: 2 },
      { _id: 'c', state: 't', at: 3 },
    ])
    await control(cloud, 'POST', 'stats/reset')
    await queue.where({ state: 's' }).orderBy('at', 'desc').limit(1).get()
    await queue.where({ state: 's', at: db.command.gt(1) }).get()
    await queue.where({ _id: db.command.in(['a', 'b']) }).get()
    await queue
      .where({ _id: db.command.gt('a') })
      .orderBy('_id', 'asc')
      .limit(1)
      .get()
    await queue.where(db.command.or([{ state: 's' }, { _id: 'c' }])).get()
    await queue.limit(10).get()
    await queue.where({ at: 3 }).count()
    await queue.where({ at: 3 }).update({ seen: true })
    await queue.orderBy('at', 'asc').get()
    await db.runTransaction(async (t: any) => t.collection('queue').doc('a').update({ at: 9 }))
    const stats = await control(cloud, 'GET', 'stats')
    expect(stats.transactions).toMatchObject({ started: 1, committed: 1, conflicted: 0 })
    expect(stats.actions['database.getDocument']).toBe(7)
    expect(stats.roundTrips).toBe(12)
    const plans = stats.queries.map((one: any) => [one.action, one.plan, one.examined])
    expect(plans).toEqual([
      ['get', 'state_at', 1],
      ['get', 'state_at', 1],
      ['get', '_id', 2],
      ['get', '_id', 1],
      ['get', 'state_at or _id', 3],
      ['get', 'all', 3],
      ['count', 'scan', 3],
      ['modify', 'scan', 3],
      ['get', 'scan', 3],
    ])
    expect(stats.unindexed.map((one: any) => one.shape)).toEqual([
      '{"where":{"at":"?"},"order":[]}',
      '{"where":{"at":"?"},"order":[]}',
      '{"where":{},"order":[["at",1]]}',
    ])
  })
})

test('server-sent events: the clock at once, then clock, message, reset', async () => {
  const left = new AbortController()
  const response = await fetch(`${cloud.url}/_emulator/events`, { signal: left.signal })
  const reader = response.body!.getReader()
  let text = ''
  const until = async (wanted: string) => {
    while (!text.includes(wanted)) text += new TextDecoder().decode((await reader.read()).value)
  }
  await until('event: clock\ndata: {"now":')
  text = ''
  await control(cloud, 'POST', 'clock', { advance: 1000 })
  await until('event: clock\ndata: {"now":')
  cloud.world.messages.record({ at: 1, channel: 'sms', to: '+8613800000000', template: '1', params: [], text: 'hello' })
  await until('event: message\ndata: {"id":1,"at":1,"channel":"sms"')
  await control(cloud, 'POST', 'reset')
  await until('event: reset')
  left.abort()
})

test('health, and an operation that does not exist', async () => {
  expect(await control(cloud, 'GET', 'health')).toMatchObject({ ok: true, functions: ['api'] })
  expect((await fetch(`${cloud.url}/_emulator/nothing`)).status).toBe(400)
  expect((await fetch(`${cloud.url}/_emulator/clock`, { method: 'POST', body: 'not json' })).status).toBe(400)
})

/** Serving the site: types, no caching, and no way out of the folder. */
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { webHostRoutes } from '../../../emulator/web-host'
import { folderOf, removeFolders } from './build/compile'

let server: http.Server
let port: number

beforeAll(async () => {
  const folder = folderOf({
    'site/index.html': '<p>',
    'site/phone/index.html': 'one',
    'site/a b.js': '1',
    'secret.txt': 'no',
    'site-2/x.txt': 'no',
  })
  fs.writeFileSync(path.join(folder, 'site/x.wasm'), '')
  const routes = webHostRoutes(path.join(folder, 'site'))
  server = http.createServer((request, response) => {
    if (!routes(request, response)) response.writeHead(404).end('not ours')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})

afterAll(async () => {
  await new Promise((done) => server.close(done))
  removeFolders()
})

/** A raw path: fetch would tidy up the dots. */
const get = (url: string, method = 'GET') =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((done, failed) => {
    const request = http.request({ port, host: '127.0.0.1', path: url, method, agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    request.on('error', failed)
    request.end()
  })

test('the desk, a phone, and other files, with types and without caching', async () => {
  expect(await get('/')).toMatchObject({ status: 200, body: '<p>', headers: { 'cache-control': 'no-store' } })
  expect(await get('/phone/?openid=x')).toMatchObject({ status: 200, body: 'one' })
  expect((await get('/a%20b.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect((await get('/x.wasm')).headers['content-type']).toBe('application/wasm')
  expect(await get('/phone/', 'HEAD')).toMatchObject({ status: 200, body: '' })
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/../site-2/x.txt',
  '/phone/../../secret.txt',
  '/%00',
  '/%',
  '/none',
  '/phone',
])('left to the next handler: %s', async (url) => {
  expect(await get(url)).toMatchObject({ status: 404, body: 'not ours' })
})

test('only reading', async () => {
  expect((await get('/', 'POST')).status).toBe(404)
})

import { randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { readPieces } from '../../../cloudfunctions/archive/pieces'

const file = randomBytes(3 * 1024 * 1024 + 17)
const asked: string[] = []
/** What the storage does wrong at which request, counted from 0. */
let faults: Record<number, 'cut off' | 'refused' | 'short'> = {}

const storage = http.createServer((request, response) => {
  const fault = faults[asked.length]
  asked.push(String(request.headers.range))
  const [start = 0, end = 0] = String(request.headers.range).replace('bytes=', '').split('-').map(Number)
  const bytes = file.subarray(start, end + 1)
  if (fault === 'refused') {
    response.writeHead(503).end()
  } else if (fault === 'cut off') {
    response.writeHead(206, { 'content-length': bytes.length })
    response.write(bytes.subarray(0, 1000), () => response.destroy())
  } else {
    response.writeHead(206).end(fault === 'short' ? bytes.subarray(1) : bytes)
  }
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(storage.address() as AddressInfo).port}/file`
})

afterAll(() => new Promise((resolve) => storage.close(resolve)))

beforeEach(() => {
  asked.length = 0
  faults = {}
})

async function read(start: number, end: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of readPieces(url, start, end)) {
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

test('a file comes whole, a megabyte at a time', async () => {
  expect((await read(0, file.length)).equals(file)).toBe(true)
  expect(asked).toHaveLength(4)
  expect(asked[3]).toBe(`bytes=${3 * 1024 * 1024}-${file.length - 1}`)
})

test('any part of it comes, and an empty part asks for nothing', async () => {
  expect((await read(5, 1_500_000)).equals(file.subarray(5, 1_500_000))).toBe(true)
  asked.length = 0
  expect(await read(7, 7)).toHaveLength(0)
  expect(asked).toHaveLength(0)
})

test('the next piece is asked for only when the one before was worked on', async () => {
  const pieces = readPieces(url, 0, file.length)
  await pieces.next()
  expect(asked).toHaveLength(1)
  await pieces.return(undefined)
})

test.each(['cut off', 'refused', 'short'] as const)('a piece that is %s is asked for again', async (fault) => {
  faults = { 1: fault, 2: fault }
  expect((await read(0, file.length)).equals(file)).toBe(true)
  expect(asked.slice(1, 4)).toEqual(Array(3).fill(asked[1]))
})

test('three failures end it: what was imported so far stays, and the next run goes on from there', async () => {
  faults = { 1: 'cut off', 2: 'refused', 3: 'short' }
  await expect(read(0, file.length)).rejects.toThrow('instead of')
  expect(asked).toHaveLength(4)
})

/**
 * A file in GBK whose cells are separated by "|", which is also the second byte of 東, 億 and some sixty other
 * characters.
 */
import { Readable } from 'node:stream'
import { functionKeys } from '../harness/keys'

Object.assign(process.env, functionKeys)

// 東 96 7C, 億 83 7C; 张 D5 C5; Node encodes no GBK, so the bytes stand here.
const EAST = [0x96, 0x7c]
const HUNDRED_MILLION = [0x83, 0x7c]
const bytes = Buffer.from([
  ...[...EAST, 0x7c, 0x31, 0x7c, ...HUNDRED_MILLION, ...EAST, 0x0a],
  ...[0xd5, 0xc5, ...EAST, 0x7c, 0x7c, 0x41, 0x0a],
])
const expected = [
  ['東', '1', '億東'],
  ['张東', '', 'A'],
]

test.each([1, 2, 3, 100])(
  'in pieces of %d bytes the cells are whole, and the places are those of the file',
  async (size) => {
    const { csvRows } = await import('../../../cloudfunctions/archive/csv-rows')
    const read = async (start: number, end?: number) => {
      const rest = bytes.subarray(start, end)
      const pieces = Array.from({ length: Math.ceil(rest.length / size) }, (_, n) =>
        rest.subarray(n * size, (n + 1) * size),
      )
      return Readable.from(pieces)
    }
    const format = { type: 'csv', encoding: 'gb18030', delimiter: '|' } as const
    const found = []
    for await (const rows of csvRows({ size: bytes.length, read }, format, { offset: 0, row: 0 })) {
      found.push(...rows)
    }
    expect(found.map(({ cells }) => cells)).toEqual(expected)
    expect(found.map(({ next }) => next.offset)).toEqual([bytes.indexOf(0x0a) + 1, bytes.length])
  },
)

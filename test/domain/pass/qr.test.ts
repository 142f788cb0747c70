import { readFileSync } from 'node:fs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { encodeDigits, passMatrix, type QrMatrix } from '../../../domain/pass'
import { codeOf } from './scene'

const SCALE = 4

beforeAll(() => {
  const binary = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({
    overrides: { wasmBinary: binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength) },
  })
})

/** The matrix as a picture, {@link SCALE} pixels a module. */
function picture({ size, rows }: QrMatrix): ImageData {
  const width = size * SCALE
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (rows[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)]) {
        data.set([0, 0, 0], (y * width + x) * 4)
      }
    }
  }
  return { data, width, height: width, colorSpace: 'srgb' } as ImageData
}

test('a scanner of another make reads back every digit, from version 8-L', async () => {
  for (const text of [codeOf(), encodeDigits(new Uint8Array(182)), encodeDigits(new Uint8Array(182).fill(255))]) {
    const matrix = passMatrix(text)
    expect(matrix).not.toBeNull()
    const [result] = await readBarcodes(picture(matrix!), { formats: ['QRCode'] })
    expect(result?.text).toBe(text)
    expect(result?.ecLevel).toBe('L')
    expect(result?.version).toBe('8')
  }
})

test('49 modules and four of quiet zone on each side', () => {
  const { size, rows } = passMatrix(codeOf())!
  expect(size).toBe(57)
  expect(rows).toHaveLength(57)
  const light = (row: readonly boolean[]) => row.every((module) => !module)
  expect([...rows.slice(0, 4), ...rows.slice(-4)].every(light)).toBe(true)
  expect(rows.every((row) => row.length === 57 && light(row.slice(0, 4)) && light(row.slice(-4)))).toBe(true)
  expect(rows[4]?.slice(4, 11)).toEqual(Array(7).fill(true)) // the finder pattern begins right behind it
})

test.each(['', '1', 'A'.repeat(442), '1'.repeat(441), '1'.repeat(443), ` ${'1'.repeat(441)}`])(
  '%j is no pass text',
  (text) => {
    expect(passMatrix(text)).toBeNull()
  },
)

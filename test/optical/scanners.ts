/** Two decoders that share no code: ZXing-C++ (as WebAssembly) and jsQR (JavaScript). */
import { readFileSync } from 'node:fs'
import jsQR from 'jsqr'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Picture } from './camera'

/** What a scanner reads in a picture; null when it finds no code. */
export type Scanner = (picture: Picture) => Promise<string | null>

/** Gives ZXing its binary; call it before the first scan. */
export function loadZxing(): void {
  const { buffer, byteOffset, byteLength } = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer } })
}

export const scanners: Readonly<Record<'zxing' | 'jsqr', Scanner>> = {
  zxing: async (picture) => {
    const [found] = await readBarcodes(picture as ImageData, { formats: ['QRCode'] })
    return found?.text ?? null
  },
  jsqr: async ({ data, width, height }) => jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null,
}

/** Builds the fixture mini program into a temporary folder: its own files, TDesign's components, and a QR code to show. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { encode } from 'uqr'
import { buildWebHost } from '../../../../emulator/web-host'

export const ROOT = path.resolve(__dirname, '../../../..')
/** What the code page draws; no other file of the fixture holds it. */
export const CODE_TEXT = 'JSU-8123456789-walk'

const TDESIGN = path.join(ROOT, 'node_modules/tdesign-miniprogram/miniprogram_dist')

/** Copies the fixture to `to` and completes it. */
export function prepareFixture(to: string): void {
  fs.cpSync(path.join(ROOT, 'test/emulator/web-host/fixture'), to, { recursive: true })
  const packages = path.join(to, 'miniprogram_npm/tdesign-miniprogram')
  fs.cpSync(TDESIGN, packages, { recursive: true })
  const icons = path.join(packages, 'icon/icon.wxss')
  fs.writeFileSync(icons, fs.readFileSync(icons, 'utf8').replace(/@font-face\s*\{[^}]*\}/g, ''))
  const rows = encode(CODE_TEXT, { border: 0 }).data.map((row) => row.map(Number).join(''))
  fs.mkdirSync(path.join(to, 'parts/lib'), { recursive: true })
  const matrix = JSON.stringify({ text: 'walk', rows })
  fs.writeFileSync(path.join(to, 'parts/lib/matrix.js'), `export const matrix = ${matrix}\n`)
}

export interface FixtureSite {
  site: string
  remove(): void
}

/** Prepares and builds; `remove` deletes everything again. */
export async function buildFixture(): Promise<FixtureSite> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'web-host-'))
  const [miniprogram, site] = [path.join(folder, 'miniprogram'), path.join(folder, 'site')]
  prepareFixture(miniprogram)
  await buildWebHost({ root: ROOT, miniprogram, out: site })
  return { site, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

/** Icons: the build copies only those of icons.json, so every icon that is named must be in it, and none for nothing. */
import fs from 'node:fs'
import path from 'node:path'
import { root } from './harness/render'

const listed: string[] = JSON.parse(fs.readFileSync(path.join(root, 'icons.json'), 'utf8'))
// TDesign's own components draw these: button and popup.
const OF_TDESIGN = ['close', 'loading']

const sources = fs
  .readdirSync(root, { recursive: true })
  .map(String)
  .filter((file) => /\.(wxml|ts)$/.test(file) && !file.includes('miniprogram_npm') && !file.startsWith('lib'))
  .map((file) => fs.readFileSync(path.join(root, file), 'utf8'))

test('every icon named in a page is in the list', () => {
  const named = sources.flatMap((source) =>
    [...source.matchAll(/<t-icon[^>]*?\sname="([a-z-]+)"/g)].map((match) => match[1] ?? ''),
  )
  expect(named.length).toBeGreaterThan(5)
  expect([...new Set(named)].filter((name) => !listed.includes(name))).toEqual([])
})

test('every listed icon is used', () => {
  const all = sources.join('\n')
  expect(listed.filter((name) => !OF_TDESIGN.includes(name) && !new RegExp(`['"]${name}['"]`).test(all))).toEqual([])
})

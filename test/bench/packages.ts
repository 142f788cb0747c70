/**
 * The size of each package of the mini program as it would be uploaded: scripts compiled and minified, the rest as it
 * is; and what is largest in it. Chinese counts six bytes a character, as if the uploader escaped it, which it may not.
 */
import fs from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import { type Row, report } from './measure'

const root = path.resolve('miniprogram')
const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8')) as { subPackages: { root: string }[] }
type Files = { file: string; bytes: number }[]
const packages = new Map<string, Files>(['main', ...app.subPackages.map(({ root }) => root)].map((name) => [name, []]))
const LARGEST = 5
const ignored = /(\.d\.ts|tsconfig\.json|icons\.json)$/

function uploadedSize(file: string): number {
  const source = fs.readFileSync(file)
  if (/\.(ts|js)$/.test(file)) {
    const loader = file.endsWith('.ts') ? 'ts' : 'js'
    return Buffer.byteLength(transformSync(source.toString(), { loader, minify: true, target: 'es2020' }).code)
  }
  if (/\.(wxml|wxss)$/.test(file)) {
    return Buffer.byteLength(
      source
        .toString()
        .replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '')
        .replace(/\n\s+/g, '\n'),
    )
  }
  return source.length
}

for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name)
  if (entry.isFile() && !ignored.test(file)) {
    const relative = path.relative(root, file)
    const folder = relative.split(path.sep)[0] ?? ''
    packages.get(packages.has(folder) ? folder : 'main')?.push({ file: relative, bytes: uploadedSize(file) })
  }
}

const sum = (files: Files) => files.reduce((total, { bytes }) => total + bytes, 0)
const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`

function largestOf(files: Files): string {
  const largest = [...files].sort((one, other) => other.bytes - one.bytes).slice(0, LARGEST)
  return largest.map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`).join(', ')
}

const rows: Row[] = [...packages].map(([name, files]) => {
  return { what: `package ${name}`, value: sum(files) / 1024, unit: 'kB', note: largestOf(files) }
})
rows.push({ what: 'whole mini program', value: sum([...packages.values()].flat()) / 1024, unit: 'kB' })
report(rows)

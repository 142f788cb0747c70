/** The size of each package of the mini program as it would be uploaded: scripts compiled and minified, the rest as it is. */
import fs from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import { type Row, report } from './measure'

const root = path.resolve('miniprogram')
const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8')) as { subPackages: { root: string }[] }
const packages = new Map<string, number>([
  ['main', 0],
  ...app.subPackages.map((each) => [each.root, 0] as [string, number]),
])
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
    const folder = path.relative(root, file).split(path.sep)[0] ?? ''
    const name = packages.has(folder) ? folder : 'main'
    packages.set(name, (packages.get(name) ?? 0) + uploadedSize(file))
  }
}

const rows: Row[] = [...packages].map(([name, bytes]) => ({ what: `package ${name}`, value: bytes / 1024, unit: 'kB' }))
rows.push({ what: 'whole mini program', value: rows.reduce((sum, { value }) => sum + value, 0), unit: 'kB' })
report(rows)

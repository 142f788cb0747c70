/**
 * The deployment knows everything that the functions need: a variable, a path or an index that somebody adds without telling
 * it fails here, with the file to open.
 */
import fs from 'node:fs'
import path from 'node:path'
import { collections } from '../../cloudfunctions/_kit/collections'
import { routes } from '../../tools/deploy/routes'
import { variables } from '../../tools/deploy/variables'

const root = path.resolve(__dirname, '../..')
const MOST_COLLECTIONS = 100
const MOST_INDEXES = 20

const sources = fs
  .readdirSync(path.join(root, 'cloudfunctions'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))

test('every environment variable that a function reads has a source: tools/deploy/variables.ts', () => {
  const read = sources.flatMap((source) => [
    ...[...source.matchAll(/secret(?:Text|Key|Number)\(\s*'([A-Z_0-9]+)'/g)].map(([, name]) => name!),
    ...[...source.matchAll(/process\.env\.([A-Z_0-9]+)/g)].map(([, name]) => name!),
  ])
  expect(read.length).toBeGreaterThan(10)
  expect([...new Set(read)].filter((name) => !(name in variables))).toEqual([])
})

test('every function that answers HTTP has a path: tools/deploy/routes.ts', () => {
  const names = fs.readdirSync(path.join(root, 'cloudfunctions')).filter((name) => !name.startsWith('_'))
  const answering = names.filter((name) =>
    /\bonHttp\b/.test(fs.readFileSync(path.join(root, 'cloudfunctions', name, 'index.ts'), 'utf8')),
  )
  expect(answering.length).toBeGreaterThan(0)
  expect(answering.filter((name) => !Object.values(routes).includes(name))).toEqual([])
  expect(Object.values(routes).filter((name) => !names.includes(name))).toEqual([])
})

test('no more collections and indexes than the platform takes; no two indexes of one name', () => {
  expect(collections.length).toBeLessThanOrEqual(MOST_COLLECTIONS)
  for (const { name, indexes } of collections) {
    const names = indexes.map((index) => index.name.replaceAll(' ', '_'))
    expect([name, indexes.length <= MOST_INDEXES]).toEqual([name, true])
    expect([name, new Set(names).size]).toEqual([name, names.length])
  }
})

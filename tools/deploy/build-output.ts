/** Reads what tools/build made: collections, functions, the mini program, and a digest of each. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import type { Built, BuiltFunction } from './desired'

const DIGEST_LENGTH = 16
/** A zip holds local times; one that never changes makes the same code the same archive. */
const ZIP_TIME = new Date(2024, 0, 1)

/** @param root the project's folder, built */
export function readBuild(root: string): Built {
  const folder = functionsFolder(root)
  const names = readdirSync(folder).sort()
  return {
    collections: JSON.parse(readFileSync(path.join(root, 'dist', 'collections.json'), 'utf8')),
    functions: names.map((name) => readFunction(folder, name)),
    miniProgram: digestOf([
      ...filesOf(path.join(root, 'miniprogram')),
      ['project.config.json', readFileSync(path.join(root, 'project.config.json'))],
    ]),
  }
}

/** A function's folder as a zip in base64. */
export function zipOf(root: string, name: string): string {
  const files = filesOf(path.join(functionsFolder(root), name))
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime: ZIP_TIME })
  return Buffer.from(zip).toString('base64')
}

function functionsFolder(root: string): string {
  return path.join(root, 'dist', 'cloudfunctions')
}

function readFunction(folder: string, name: string): BuiltFunction {
  const files = filesOf(path.join(folder, name))
  const text = (file: string) => readFileSync(path.join(folder, name, file), 'utf8')
  const bundle = files.map(([file]) => (file.endsWith('.js') ? text(file) : '')).join('\n')
  return { name, bundle, digest: digestOf(files), config: JSON.parse(text('config.json')) }
}

type File = [name: string, bytes: Uint8Array]

function filesOf(folder: string): File[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort()
  return files.map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)])
}

function digestOf(files: readonly File[]): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of files) {
    hash.update(`${name}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex').slice(0, DIGEST_LENGTH)
}

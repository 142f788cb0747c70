/**
 * The functions as they are shipped, built by tools/build once for all test files, into a folder named after the newest
 * source, so that files that run at the same time share it and a change makes a new one.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'

/** The checkout: jest runs there. */
export const ROOT = resolve('.')
const SOURCES = ['cloudfunctions', 'domain', 'emulator/cloud', 'test/cloudfunctions/harness', 'tools/build']

export type Built = { functionsDir: string; collectionsFile: string; workerFile: string; cloudProcess: string }

export function buildAll(): Built {
  const folder = join(tmpdir(), `alumni-functions-${process.getuid?.() ?? 0}-${newest(SOURCES)}`)
  if (!existsSync(folder)) {
    const draft = mkdtempSync(join(tmpdir(), 'alumni-functions-'))
    writeAll(draft)
    try {
      renameSync(draft, folder)
    } catch {
      rmSync(draft, { recursive: true }) // another test file was faster
    }
  }
  return pathsIn(folder)
}

function pathsIn(folder: string): Built {
  return {
    functionsDir: join(folder, 'cloudfunctions'),
    collectionsFile: join(folder, 'collections.json'),
    workerFile: join(folder, 'worker.cjs'),
    cloudProcess: join(folder, 'cloud-process.cjs'),
  }
}

function writeAll(folder: string) {
  const { workerFile, cloudProcess } = pathsIn(folder)
  const builder = pathToFileURL(join(ROOT, 'tools/build/functions.mjs'))
  const script = `import { buildFunctions } from '${builder}'; await buildFunctions(...process.argv.slice(1))`
  execFileSync(process.execPath, ['--input-type=module', '-e', script, ROOT, folder])
  bundle(join(ROOT, 'emulator/cloud/functions/worker.ts'), workerFile)
  // The data base engine is native: it stays where it is installed.
  bundle(join(ROOT, 'test/cloudfunctions/harness/cloud-process.ts'), cloudProcess, { external: ['libsql'] })
}

function bundle(entry: string, outfile: string, options: object = {}) {
  const common = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' } as const
  buildSync({ entryPoints: [entry], outfile, ...common, ...options })
}

export function functionNames(): string[] {
  const entries = readdirSync(join(ROOT, 'cloudfunctions'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map(({ name }) => name)
}

function newest(folders: string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)),
  )
  return Math.round(Math.max(...files.map((file) => statSync(file).mtimeMs)))
}

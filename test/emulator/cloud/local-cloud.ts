/**
 * Starts an emulator for a test file: a temporary data directory, the worker bundled on demand, functions given as
 * source text and bundled like the product's. Role: nothing a test asserts; only the set-up.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { type Cloud, type CloudOptions, startCloud } from '../../../emulator/cloud/cloud'
import type { CollectionDefinition } from '../../../emulator/cloud/engine/database'

/** The checkout: jest runs there. */
export const ROOT = resolve('.')

const endings: (() => unknown)[] = []
afterAll(async () => {
  for (const end of endings.reverse()) await end()
})

/** Does something when the test file ends; what was registered last comes first. */
export const atEnd = (end: () => unknown): void => {
  endings.push(end)
}

/** A folder that is removed when the test file ends. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Bundles one TypeScript or JavaScript entry into a CommonJS file. */
export const bundle = (entry: string, outfile: string, external: string[] = []): string => {
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external,
    logLevel: 'error',
  })
  return outfile
}

export const buildWorker = (folder: string): string =>
  bundle(join(ROOT, 'emulator/cloud/functions/worker.ts'), join(folder, 'worker.js'))

/** Writes one function: its source (may import the SDKs) and its config.json. */
export const writeFunction = (functionsDir: string, name: string, source: string, config: object = {}): void => {
  const folder = join(functionsDir, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  if (!/require\(/.test(source)) {
    writeFileSync(join(folder, 'index.js'), source)
    return
  }
  // esbuild resolves packages from where the source lies: inside the checkout's reach.
  buildSync({
    stdin: { contents: source, resolveDir: ROOT, sourcefile: `${name}.js` },
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  })
}

export type LocalOptions = Partial<Omit<CloudOptions, 'dataDir' | 'functionsDir' | 'workerFile'>> & {
  folder: string
  collections?: CollectionDefinition[]
  functions?: Record<string, string | { source: string; config: object }>
}

/** Where a folder's data lie, so that a second start finds them. */
export const dataDirOf = (folder: string): string => join(folder, 'data')

/** Starts an emulator over `folder`, stopped at the end at the latest; start again to restart over the same data. */
export const startLocal = async ({ folder, collections, functions, ...options }: LocalOptions): Promise<Cloud> => {
  const functionsDir = join(folder, 'functions')
  const collectionsFile = join(folder, 'collections.json')
  mkdirSync(dirname(collectionsFile), { recursive: true })
  mkdirSync(functionsDir, { recursive: true })
  if (collections) writeFileSync(collectionsFile, JSON.stringify(collections))
  for (const [name, given] of Object.entries(functions ?? {})) {
    if (typeof given === 'string') writeFunction(functionsDir, name, given)
    else writeFunction(functionsDir, name, given.source, given.config)
  }
  const cloud = await startCloud({
    dataDir: dataDirOf(folder),
    functionsDir,
    collectionsFile,
    workerFile: functions ? buildWorker(folder) : join(folder, 'worker.js'),
    port: 0,
    functionEnv: {},
    ...options,
  })
  let stopped: Promise<void> | undefined
  const { stop } = cloud
  cloud.stop = () => {
    stopped ??= stop()
    return stopped
  }
  atEnd(cloud.stop)
  return cloud
}

/** Points the SDKs of this process at an emulator. */
export const useFromHere = (cloud: Cloud, extra: Record<string, string> = {}): void => {
  Object.assign(process.env, cloud.env, extra)
}

/** A call of the control API. */
export const control = async (cloud: Cloud, method: string, path: string, body?: object): Promise<any> => {
  const response = await fetch(`${cloud.url}/_emulator/${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  })
  return response.json()
}

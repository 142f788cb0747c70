/**
 * Uploads the mini program as a development version with WeChat's miniprogram-ci. It weighs 246 MB and nobody but whoever
 * deploys needs it, so it is fetched at the first upload, in this version, into a folder that git ignores.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const PACKAGE = 'miniprogram-ci'
const VERSION = '2.1.42'

/** What is used of miniprogram-ci. */
export type MiniprogramCi = {
  Project: new (options: {
    appid: string
    type: 'miniProgram'
    projectPath: string
    privateKeyPath: string
    ignores: string[]
  }) => object
  upload: (options: {
    project: object
    version: string
    desc: string
    robot: number
    setting: { useProjectConfig: boolean }
    onProgressUpdate: () => void
  }) => Promise<unknown>
}

export type Upload = {
  root: string
  appid: string
  keyFile: string
  robot: number
  version: string
  description: string
}

/** @throws what miniprogram-ci throws: a wrong key, an address that is not on WeChat's list */
export async function uploadMiniProgram(ci: MiniprogramCi, { root, appid, keyFile, ...as }: Upload): Promise<void> {
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath: root,
    privateKeyPath: keyFile,
    ignores: ['node_modules/**/*', 'dist/**/*', '.data/**/*'],
  })
  await ci.upload({
    project,
    version: as.version,
    desc: as.description,
    robot: as.robot,
    setting: { useProjectConfig: true },
    onProgressUpdate: () => {},
  })
}

/** Fetches miniprogram-ci when it is not there. @throws Error when npm fails */
export function loadMiniprogramCi(root: string): MiniprogramCi {
  const folder = path.join(dataFolder(root), 'tools')
  const manifest = path.join(folder, 'node_modules', PACKAGE, 'package.json')
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== VERSION) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
    const options = [
      'install',
      `${PACKAGE}@${VERSION}`,
      '--ignore-scripts',
      '--omit=optional',
      '--no-audit',
      '--no-fund',
    ]
    if (spawnSync('npm', options, { cwd: folder, stdio: 'inherit' }).status !== 0) {
      throw new Error(`${PACKAGE} could not be installed. Is the npm registry reachable?`)
    }
  }
  return createRequire(manifest)(PACKAGE)
}

/** Digest of what was uploaded last from this machine for this appid; '' when nothing was. WeChat cannot be asked. */
export function lastUpload(root: string, appid: string): string {
  return readUploads(root)[appid] ?? ''
}

/** Remembers it. */
export function rememberUpload(root: string, appid: string, digest: string): void {
  mkdirSync(dataFolder(root), { recursive: true })
  writeFileSync(uploadsFile(root), `${JSON.stringify({ ...readUploads(root), [appid]: digest }, null, 2)}\n`)
}

function readUploads(root: string): Record<string, string> {
  return existsSync(uploadsFile(root)) ? JSON.parse(readFileSync(uploadsFile(root), 'utf8')) : {}
}

function uploadsFile(root: string): string {
  return path.join(dataFolder(root), 'uploads.json')
}

function dataFolder(root: string): string {
  return path.join(root, '.data', 'deploy')
}

// Everything that a fresh machine lacks, done once and said aloud: the right Node, the dependencies of the lockfile, the
// build. Used by `npm start`, `npm test` and `npm run bench`; imports nothing that has to be installed first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_NODE = [20, 19]

/** A failure whose message is meant for the person at the keyboard. */
export class SetupError extends Error {}

/** Prints one line of progress. */
export function say(line) {
  console.log(line)
}

/** Installs and builds what is missing. Throws SetupError with a clear sentence. */
export async function setUp() {
  checkNode()
  installDependencies()
  const { build } = await import('./build.mjs')
  say('Building …')
  await build()
}

/** Runs `work`; a SetupError is printed as a sentence, not as a stack. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new SetupError(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
}

// The lockfile's hash is kept inside node_modules: an unchanged lockfile installs nothing.
function installDependencies() {
  const modules = path.join(root, 'node_modules')
  const stamp = path.join(modules, '.lockfile-sha256')
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return
  }
  say('Installing the dependencies of the lockfile …')
  // Not `npm ci`: it refuses a lockfile that lacks optional builds for other platforms, which mirrors of the registry do not
  // all carry. Versions are pinned in package.json and the lockfile either way, and --no-save leaves both alone.
  const options = ['install', '--no-save', '--no-audit', '--no-fund']
  const result = spawnSync('npm', options, { cwd: root, stdio: 'inherit' })
  if (result.status !== 0) {
    throw new SetupError('npm install failed. Is the npm registry reachable? Run the command again once it is.')
  }
  writeFileSync(stamp, wanted)
}

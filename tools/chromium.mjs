// A Chromium for the tests that need a browser: the one that is there, else Debian's package (as root), else
// playwright-core's own download.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { SetupError, say } from './setup.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** @returns {Promise<string>} the path of a Chromium that starts */
export async function findChromium() {
  const present = process.env.CHROMIUM ?? onPath()
  if (present) {
    return present
  }
  return fromDebian() ?? (await fromPlaywright())
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name)
      if (existsSync(file)) {
        return file
      }
    }
  }
  return undefined
}

function fromDebian() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    return undefined
  }
  say('No Chromium here: installing Debian’s package chromium (apt-get) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env }
  spawnSync('apt-get', ['update', '-q'], options)
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
  return onPath()
}

async function fromPlaywright() {
  say('No Chromium here: asking playwright-core to download one …')
  const { chromium } = await import('playwright-core')
  spawnSync('npx', ['playwright-core', 'install', 'chromium-headless-shell'], { stdio: 'inherit' })
  const file = chromium.executablePath()
  if (!existsSync(file)) {
    throw new SetupError(
      'The tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.',
    )
  }
  return file
}

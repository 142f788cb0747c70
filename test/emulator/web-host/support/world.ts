/** A running world for browser tests: the real local cloud with three small functions, the fixture's site, and Chromium. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { type Cloud, startCloud } from '../../../../emulator/cloud/cloud'
import { webHostRoutes } from '../../../../emulator/web-host'
import { buildFixture, ROOT } from './fixture-site'

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const FUNCTIONS: Record<string, string> = {
  echo: "exports.main = async (event) => ({ ...event, said: 'echo' })",
  slow: 'exports.main = () => new Promise((done) => setTimeout(() => done({ late: true }), 1500))',
  broken: "exports.main = async () => { throw new Error('no luck') }",
}

export interface World {
  url: string
  cloud: Cloud
  browser: Browser
  stop(): Promise<void>
}

/** Starts everything; `stop` ends and deletes it. */
export async function startWorld(): Promise<World> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'web-host-world-'))
  const functionsDir = path.join(folder, 'functions')
  for (const [name, source] of Object.entries(FUNCTIONS)) {
    fs.mkdirSync(path.join(functionsDir, name), { recursive: true })
    fs.writeFileSync(path.join(functionsDir, name, 'index.js'), source)
  }
  const workerFile = path.join(folder, 'worker.cjs')
  const worker = path.join(ROOT, 'emulator/cloud/functions/worker.ts')
  await build({ entryPoints: [worker], outfile: workerFile, bundle: true, platform: 'node', format: 'cjs' })
  const collectionsFile = path.join(folder, 'collections.json')
  fs.writeFileSync(collectionsFile, '[]')
  const fixture = await buildFixture()
  const cloud = await startCloud({
    dataDir: path.join(folder, 'data'),
    functionsDir,
    collectionsFile,
    workerFile,
    port: 0,
    functionEnv: {},
    staticRoutes: webHostRoutes(fixture.site),
  })
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') })
  const stop = async () => {
    await browser.close()
    await cloud.stop()
    fixture.remove()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { url: cloud.url, cloud, browser, stop }
}

export interface Phone {
  page: Page
  context: BrowserContext
  /** Everything the console called an error, and every uncaught exception. */
  errors: string[]
  close(): Promise<void>
}

/** Opens one phone in a browser profile of its own. `address` follows /phone/, for example "?openid=o#pages/a/a". */
export async function openPhone(world: World, address: string): Promise<Phone> {
  const context = await world.browser.newContext({ viewport: { width: 375, height: 812 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  const errors = collectErrors(page)
  await page.goto(`${world.url}/phone/${address}`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  return { page, context, errors, close: () => context.close() }
}

/** Collects what goes wrong in a page and its frames. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error.stack)))
  return errors
}

/** The text of an element once it satisfies `wanted`. */
export async function textOf(frame: Page | Frame, selector: string, wanted: RegExp): Promise<string> {
  const found = frame.locator(selector, { hasText: wanted }).first()
  await found.waitFor()
  return (await found.textContent()) ?? ''
}

/** Waits until `read` gives what `check` accepts, trying for five seconds; `check` throws like any expectation. */
export async function eventually<T>(read: () => Promise<T>, check: (value: T) => void): Promise<void> {
  const until = Date.now() + 5000
  for (;;) {
    const value = await read()
    try {
      return check(value)
    } catch (error) {
      if (Date.now() > until) throw error
    }
    await new Promise((done) => setTimeout(done, 50))
  }
}

// `npm run bench`: the figures of the product, medians and ratios within one run. Nothing here is asserted in a test.
// `npm run bench -- pass packages` runs only those.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { main, root, SetupError, say, setUp } from './setup.mjs'

// Each is a file of test/bench; `flags` are node's.
const BENCHES = [
  { name: 'pass' },
  { name: 'pass', flags: ['--jitless', '--no-warnings'] },
  { name: 'first-scan' },
  { name: 'first-scan', flags: ['--jitless', '--no-warnings'] },
  { name: 'status-list' },
  { name: 'cold-start' },
  { name: 'round-trips' },
  { name: 'writes' },
  { name: 'queue' },
  { name: 'matching' },
  { name: 'closing' },
  { name: 'messages' },
  { name: 'imports' },
  { name: 'import-memory' },
  { name: 'exports' },
  { name: 'packages' },
  { name: 'card-visible', browser: true },
]

await main(async () => {
  const only = process.argv.slice(2)
  await setUp()
  const rows = []
  for (const bench of BENCHES.filter(({ name }) => only.length === 0 || only.includes(name))) {
    say(`Measuring ${bench.name} ${(bench.flags ?? []).join(' ')} …`)
    const measured = await run(bench)
    say(table(measured))
    rows.push(...measured)
  }
  say(table(rows))
})

async function run({ name, flags = [], browser = false }) {
  const { bundle } = await import('./build/bundle.mjs')
  const folder = path.join(root, 'dist', 'bench')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}.cjs`)
  const external = ['libsql', 'esbuild', 'playwright-core', '@cloudbase/node-sdk']
  const options = { platform: 'node', format: 'cjs', target: 'node20', external }
  await bundle(path.join(root, 'test', 'bench', `${name}.ts`), file, options)
  const env = browser ? { ...process.env, CHROMIUM: await findChromium() } : process.env
  const result = spawnSync(process.execPath, [...flags, file], { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (result.status !== 0) {
    throw new SetupError(`The bench ${name} failed:\n${result.stderr}`)
  }
  return JSON.parse(result.stdout.trim().split('\n').at(-1))
}

function table(rows) {
  const cells = rows.map(({ what, value, unit, note = '' }) => [what, `${format(value)} ${unit}`, note])
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column].length)))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  )
  return `\n${lines.join('\n')}\n`
}

function format(value) {
  if (Number.isInteger(value)) {
    return String(value)
  }
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

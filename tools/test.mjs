// `npm test`: sets up what is missing, then proves the product: types, style, rules, functions against the emulator, pages,
// WeChat's compilers, journeys in Chromium. The last line reads "N passed, N failed"; the exit code says the same.
// `npm test -- domain` runs only the jest projects named (domain formats functions emulator pages journeys).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { main, root, say, setUp } from './setup.mjs'

const TYPES = ['domain/tsconfig.json', 'miniprogram/tsconfig.json', 'tsconfig.json']
// Journeys drive a browser and run alone; the others share the cores.
const GROUPS = [['domain', 'formats', 'functions', 'emulator', 'pages'], ['journeys']]
const total = { passed: 0, failed: 0 }

await main(async () => {
  const only = process.argv.slice(2)
  await setUp()
  if (only.length === 0) {
    checkTypes()
    checkStyle()
  }
  const chromium = await findChromium()
  for (const group of GROUPS) {
    const projects = only.length === 0 ? group : group.filter((name) => only.includes(name))
    if (projects.length > 0) {
      runJest(projects, chromium)
    }
  }
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
  say(`${total.passed} passed, ${total.failed} failed`)
})

function checkTypes() {
  for (const project of TYPES) {
    count(`types of ${path.dirname(project)}`, run('tsc', ['--noEmit', '-p', project]).status === 0)
  }
}

function checkStyle() {
  count('format and lint', run('biome', ['check', '.']).status === 0)
}

function count(what, passed) {
  total[passed ? 'passed' : 'failed'] += 1
  say(`${passed ? '✓' : '✗'} ${what}`)
}

function runJest(projects, chromium) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jest-'))
  const report = path.join(folder, 'report.json')
  const env = { ...process.env, CHROMIUM: chromium }
  const options = ['--selectProjects', ...projects, '--json', `--outputFile=${report}`, '--maxWorkers=2']
  const result = run('jest', options, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  addReport(report, result.status)
  rmSync(folder, { recursive: true })
}

// A suite that could not even start has no failed tests of its own: it counts as one.
function addReport(report, status) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
    total.passed += numPassedTests
    total.failed += numFailedTests + numRuntimeErrorTestSuites
  } catch {
    say(`jest ended with ${status} and left no report`)
    total.failed += 1
  }
}

function run(name, args, options = {}) {
  return spawnSync(path.join(root, 'node_modules', '.bin', name), args, { cwd: root, stdio: 'inherit', ...options })
}

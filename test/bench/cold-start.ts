/** Cold start: a function loaded by a fresh node, as a multiple of a fresh node that loads nothing. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { sdkEnvironment } from '../../emulator/cloud/environment'
import { functionKeys } from '../cloudfunctions/harness/keys'
import { median, type Row, report } from './measure'

const functionsDir = path.resolve('dist', 'cloudfunctions')
const ROUNDS = 15

function start(code: string): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { env: { ...process.env, ...environment() } })
  if (status !== 0) {
    throw new Error(stderr.toString().slice(-500))
  }
  return performance.now() - started
}

// The functions refuse to start without keys; the tests' ones are of the right shape and guard nothing.
function environment(): Record<string, string> {
  const nowhere = 'http://127.0.0.1:9'
  return { ...functionKeys, ...sdkEnvironment(nowhere), SMS_ENDPOINT: `${nowhere}/sms` }
}

function scriptBytes(folder: string): number {
  const scripts = fs.readdirSync(folder).filter((name) => name.endsWith('.js'))
  return scripts.reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0)
}

const names = fs.readdirSync(functionsDir)
const empty: number[] = []
const samples = new Map(names.map((name) => [name, { times: [] as number[], ratios: [] as number[] }]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, { times, ratios }] of samples) {
    // Each beside an empty one of its own: the machine's speed changes within a round.
    const nothing = start('')
    const time = start(`require(${JSON.stringify(path.join(functionsDir, name))})`)
    empty.push(nothing)
    times.push(time)
    ratios.push(time / nothing)
  }
}
const rows: Row[] = [{ what: 'empty node process', value: median(empty), unit: 'ms' }]
for (const [name, { times, ratios }] of samples) {
  const size = Math.round(scriptBytes(path.join(functionsDir, name)) / 1024)
  const note = `${median(ratios).toFixed(2)} × empty, ${size} kB`
  rows.push({ what: `cold start of ${name}`, value: median(times), unit: 'ms', note })
}
report(rows)

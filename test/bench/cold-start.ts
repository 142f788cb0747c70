/** Cold start: a function loaded by a fresh node, as a multiple of a fresh node that loads nothing. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { sdkEnvironment } from '../../emulator/cloud/environment'
import { functionKeys } from '../cloudfunctions/harness/keys'
import { median, type Row, report } from './measure'

const functionsDir = path.resolve('dist', 'cloudfunctions')
const ROUNDS = 9

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
const samples = new Map<string, number[]>([['', []], ...names.map((name) => [name, []] as [string, number[]])])
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, values] of samples) {
    values.push(start(name === '' ? '' : `require(${JSON.stringify(path.join(functionsDir, name))})`))
  }
}
const empty = median(samples.get('') ?? [])
const rows: Row[] = [{ what: 'empty node process', value: empty, unit: 'ms' }]
for (const name of names) {
  const value = median(samples.get(name) ?? [])
  const size = Math.round(scriptBytes(path.join(functionsDir, name)) / 1024)
  rows.push({
    what: `cold start of ${name}`,
    value,
    unit: 'ms',
    note: `${(value / empty).toFixed(2)} × empty, ${size} kB`,
  })
}
report(rows)

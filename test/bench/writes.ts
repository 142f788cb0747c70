/** Writes per second through the unmodified SDK against the local cloud, eight clients, every one durable on disk. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { startCloud } from '../../emulator/cloud/cloud'
import { report } from './measure'

const CLIENTS = 8
const WRITES = 4000

async function measure(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'))
  const collectionsFile = path.join(folder, 'collections.json')
  fs.writeFileSync(collectionsFile, JSON.stringify([{ name: 'writes', indexes: [] }]))
  const cloud = await startCloud({
    dataDir: path.join(folder, 'data'),
    functionsDir: path.join(folder, 'functions'),
    collectionsFile,
    workerFile: path.resolve('dist', 'emulator', 'worker.cjs'),
    port: 0,
    functionEnv: {},
  })
  Object.assign(process.env, cloud.env)
  const { default: tcb } = await import('@cloudbase/node-sdk')
  const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database()
  const collection = database.collection('writes')
  let next = 0
  const client = async () => {
    while (next < WRITES) {
      next += 1
      await collection.add({ _id: `w${next}`, value: next })
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - started) / 1000
  await cloud.stop()
  fs.rmSync(folder, { recursive: true })
  report([{ what: 'emulator, 8 clients through the SDK', value: Math.round(WRITES / seconds), unit: 'writes/s' }])
}

measure().then(() => process.exit(0))

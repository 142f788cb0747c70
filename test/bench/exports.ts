/**
 * Exporting 300,000 cards through the function, CSV and XLSX: rows per second, the longest call and the largest answer,
 * and the most memory that the function's process takes. The function runs in a process of its own, as on the platform.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { MONDAY, type TestCloud } from '../cloudfunctions/harness/cloud'
import { functionKeys } from '../cloudfunctions/harness/keys'
import { openOffice, REVIEWER } from '../cloudfunctions/harness/office'
import type { Row } from './measure'
import { bench, functionsDir, startProduct } from './product'

const ROWS = Number(process.env.EXPORT_ROWS ?? 300_000)
const BATCH = 1000

/** What the function's process says when the export is ready. `peak`: kilobytes. */
type Worked = { calls: { seconds: number; bytes: number }[]; peak: number; files: { rows: number }[] }

// As the platform does: loads the function once, then calls it until there is nothing left to do.
const PROGRAM = `
  const { main } = require(process.argv[1])
  const work = async () => {
    const calls = []
    for (;;) {
      const started = performance.now()
      const reply = await main({ action: 'runExport', id: process.argv[2] })
      calls.push({ seconds: (performance.now() - started) / 1000, bytes: JSON.stringify(reply).length })
      if (reply.value?.export.state !== 'running') {
        const { files } = reply.value.export
        return console.log(JSON.stringify({ calls, files, peak: process.resourceUsage().maxRSS }))
      }
    }
  }
  work()
`

async function measure(dataDir: string): Promise<Row[]> {
  const ecard = await startProduct(dataDir, { timers: false })
  await openOffice(ecard)
  for (let from = 0; from < ROWS; from += BATCH) {
    const cards = Array.from({ length: BATCH }, (_, n) => card(from + n))
    await ecard.cloud.world.database.insert('cards', cards)
  }
  const rows: Row[] = []
  for (const format of ['csv', 'xlsx']) {
    const asked = { scope: { content: 'cards' }, format, language: 'zh' }
    const { export: view } = await ecard.value(REVIEWER, 'office', 'startExport', asked)
    rows.push(...rowsOf(format, await work(ecard, view.id)))
  }
  await ecard.cloud.stop()
  return rows
}

function card(n: number) {
  return {
    _id: `8${String(n).padStart(9, '0')}`,
    nameChinese: '张伟芳',
    nameLatin: 'ZHANG WEIFANG',
    last4: String(n % 10_000).padStart(4, '0'),
    status: 'active',
    issuedAt: MONDAY + n,
    activatedAt: MONDAY + 2 * n,
    validUntil: '2029-03-04',
    application: null,
  }
}

function rowsOf(format: string, { calls, peak, files }: Worked): Row[] {
  const written = files.reduce((sum, { rows }) => sum + rows, 0)
  if (written !== ROWS) {
    throw new Error(`The export holds ${written} rows.`)
  }
  const seconds = calls.map((call) => call.seconds)
  const total = seconds.reduce((sum, each) => sum + each, 0)
  const what = `${format.toUpperCase()}, ${ROWS} rows`
  const note = `${calls.length} calls, ${files.length} files`
  return [
    { what: `export ${what}`, value: Math.round(ROWS / total), unit: 'rows/s', note },
    { what: `longest call of export ${what}`, value: Math.max(...seconds), unit: 's', note: 'limit 60' },
    { what: `largest answer of export ${what}`, value: Math.max(...calls.map(({ bytes }) => bytes)), unit: 'bytes' },
    { what: `memory of the process, export ${what}`, value: Math.round(peak / 1024), unit: 'MB', note: 'limit 256' },
  ]
}

/** Makes the export in a process of its own, as its maker's phone would have it made. */
function work(ecard: TestCloud, id: string): Promise<Worked> {
  const caller = { WX_OPENID: REVIEWER, WX_CONTEXT_KEYS: 'WX_OPENID' }
  const endpoints = { SMS_ENDPOINT: `${ecard.cloud.url}/sms`, OFFICIAL_API: `${ecard.cloud.url}/official` }
  const env = { ...process.env, ...functionKeys, ...ecard.cloud.env, ...endpoints, ...caller }
  const index = path.join(functionsDir, 'office', 'index.js')
  const child = spawn(process.execPath, ['-e', PROGRAM, index, id], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      const last = output.trim().split('\n').at(-1) ?? ''
      code === 0 ? resolve(JSON.parse(last)) : reject(new Error(`The function's process ended with ${code}.`))
    })
  })
}

bench(measure)

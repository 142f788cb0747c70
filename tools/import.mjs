// Imports a list from the command line, with the same function and storage as the mini program:
//
//   node tools/import.mjs --kind alumni|campus|cards [--sheet name] [--yes] file.csv|file.xlsx
//
// The environment says where: TCB_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY (a key of the environment's owner), and for
// another address TCB_CONTEXT_CNFG. It shows which column is what and asks before it begins; --yes does not ask. Bad rows are
// written beside the file, without their contents. Stopped half way, the environment's timer finishes the import.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import tcb from '@cloudbase/node-sdk'
import { load } from './build/bundle.mjs'
import { main, root, SetupError, say } from './setup.mjs'

const PAUSE_MS = 1000
const CALL_MS = 60_000

await main(async () => {
  const { file, kind, sheet, yes } = options()
  const type = path.extname(file).slice(1).toLowerCase()
  const { imports: words } = await load(path.join(root, 'miniprogram', 'staff', 'words', 'imports-zh.ts'))
  const { reportText } = await load(path.join(root, 'domain', 'archive', 'import-report.ts'))
  const app = tcb.init({ env: process.env.TCB_ENV, timeout: CALL_MS })
  const archive = (action, fields) => call(app, action, fields)

  const { id, path: cloudPath } = await archive('place', { kind, type, name: path.basename(file) })
  await app.uploadFile({ cloudPath, fileContent: await readFile(file) })
  const { import: seen, preview } = await archive('preview', { id, ...(sheet && { sheet }) })
  say(columns(preview, words))
  if (preview.missing.length > 0) {
    await archive('stop', { id })
    throw new SetupError(`Columns are missing: ${preview.missing.map((group) => group.join(' or ')).join(', ')}`)
  }
  if (!yes && !(await agreed(`Import ${seen.counts.total} rows? (y/n) `))) {
    await archive('stop', { id })
    return
  }
  await archive('start', { id, mapping: preview.mapping })
  const done = await follow(archive, id)
  const { fresh, changed, unchanged, bad } = done.counts
  say(`${done.state}: ${fresh} new, ${changed} changed, ${unchanged} unchanged, ${bad} bad rows`)
  if (bad > 0) {
    const report = `${file}.problems.csv`
    await writeFile(report, reportText(await allProblems(archive, id), words.reportWords))
    say(`Bad rows: ${report}`)
  }
  process.exitCode = done.state === 'done' ? 0 : 1
})

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { kind: { type: 'string' }, sheet: { type: 'string' }, yes: { type: 'boolean' } },
  })
  const [file] = positionals
  if (!['alumni', 'campus', 'cards'].includes(values.kind) || !/\.(csv|xlsx)$/i.test(file ?? '')) {
    throw new SetupError(
      'Usage: node tools/import.mjs --kind alumni|campus|cards [--sheet name] [--yes] file.csv|file.xlsx',
    )
  }
  return { ...values, file }
}

async function call(app, action, fields) {
  const { result } = await app.callFunction({ name: 'archive', data: { action, ...fields } })
  if (!result?.ok) {
    throw new SetupError(`archive.${action} was refused: ${result?.code ?? 'no answer'}`)
  }
  return result.value
}

function columns({ columns: list, mapping, encoding, sheet, importedAt }, { fields }) {
  const lines = Object.entries(mapping).map(([field, column]) => {
    return `  ${fields[field]} (${field}) ← ${list[column].header}: ${list[column].sample.slice(0, 2).join(', ')}`
  })
  const before = importedAt ? [`The same file was imported before (${new Date(importedAt).toISOString()}).`] : []
  return [encoding || `sheet ${sheet}`, ...lines, ...before].join('\n')
}

async function agreed(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(question)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

async function follow(archive, id) {
  for (;;) {
    const working = archive('run', { id }).catch(() => null)
    let isWorking = true
    working.finally(() => {
      isWorking = false
    })
    while (isWorking) {
      await Promise.race([working, new Promise((resolve) => setTimeout(resolve, PAUSE_MS))])
      const { import: view } = await archive('read', { id })
      say(`${view.counts.done} of ${view.counts.total} rows, ${view.counts.bad} bad`)
      if (view.state !== 'running') {
        return view
      }
    }
  }
}

async function allProblems(archive, id) {
  const problems = []
  let after = null
  do {
    const page = await archive('problems', { id, after })
    problems.push(...page.problems)
    after = page.after
  } while (after !== null)
  return problems
}

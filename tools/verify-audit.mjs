// `node tools/verify-audit.mjs`: verifies the audit log of an environment through the SDK, which takes everything from the
// environment (TCB_ENV and the variables of the platform, AUDIT_KEY). `node tools/verify-audit.mjs audit.json blocks.json` verifies
// exports of the two collections instead (one record a line), with AUDIT_KEY alone. `--seen <block>:<link>` compares with a head
// that was noted earlier. Ends with 1 when something is wrong. The rules: domain/office/audit-chain.ts.
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from './build/bundle.mjs'
import { main, root, SetupError, say } from './setup.mjs'

const PAGE = 1000

await main(async () => {
  const { files, seen } = readArguments(process.argv.slice(2))
  const chain = await load(path.join(root, 'domain', 'office', 'audit-chain.ts'))
  const source = files.length === 2 ? readExports(files) : await openEnvironment()
  const { head, problems } = await verify(chain, source, seen, toolsUnder(readKey()))
  say(`${head.entries} entries in ${head.block} blocks. The log ends in ${head.block}:${head.link}`)
  for (const { kind, block, entry = '' } of problems) {
    say(`${kind}: block ${block} ${entry}`.trimEnd())
  }
  say(problems.length === 0 ? 'The audit log is whole.' : `Problems found: ${problems.length}. Change nothing.`)
  process.exitCode = problems.length === 0 ? 0 : 1
})

async function verify({ GENESIS, checkBlock, checkEnd, checkWitness, headOf }, source, seen, tools) {
  let head = GENESIS
  const problems = []
  for await (const block of source.blocks()) {
    const rewritten = checkWitness(block, seen)
    problems.push(
      ...checkBlock(head, block, await source.entries(block.sequence), tools),
      ...(rewritten ? [rewritten] : []),
    )
    head = headOf(block)
  }
  const end = { unsealed: await source.entries(null), total: await source.total() }
  return { head, problems: [...problems, ...checkEnd(head, end, seen, tools)] }
}

function readArguments(given) {
  const place = given.indexOf('--seen')
  const [block, link] = place < 0 ? [] : (given[place + 1] ?? '').split(':')
  const files = place < 0 ? given : given.toSpliced(place, 2)
  const isHead = /^\d+$/.test(block ?? '') && /^[0-9a-f]{64}$/.test(link ?? '')
  if ((files.length !== 0 && files.length !== 2) || (place >= 0 && !isHead)) {
    throw new SetupError('Usage: node tools/verify-audit.mjs [audit.json blocks.json] [--seen <block>:<link>]')
  }
  return { files, seen: place < 0 ? null : { block: Number(block), link } }
}

function readKey() {
  const key = Buffer.from(process.env.AUDIT_KEY ?? '', 'base64')
  if (key.length !== 32) {
    throw new SetupError('The environment variable AUDIT_KEY must be 32 bytes in base64.')
  }
  return key
}

function toolsUnder(key) {
  return {
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    hmac: (text) => createHmac('sha256', key).update(text).digest('hex'),
  }
}

function entryOf({ _id: id, at, by, action, subject, details, mac }) {
  return { id, at, by, action, subject, details, mac }
}

function readExports([auditFile, blocksFile]) {
  const read = (file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line))
  const audit = read(auditFile)
  const blocks = read(blocksFile).sort((one, other) => one.sequence - other.sequence)
  return {
    blocks: () => blocks,
    entries: async (block) => audit.filter((entry) => (entry.block ?? null) === block).map(entryOf),
    total: async () => audit.length,
  }
}

async function openEnvironment() {
  const { default: cloudbase } = await import('@cloudbase/node-sdk')
  if (!process.env.TCB_ENV) {
    throw new SetupError('The environment variable TCB_ENV names the environment. Or give two exported files.')
  }
  const database = cloudbase.init({ env: process.env.TCB_ENV }).database()
  const audit = database.collection('audit')
  return {
    async *blocks() {
      for (let last = 0; ; ) {
        const query = database.collection('auditBlocks').where({ sequence: database.command.gt(last) })
        const { data } = await query.orderBy('sequence', 'asc').limit(100).get()
        yield* data
        if (data.length === 0) {
          return
        }
        last = data.at(-1).sequence
      }
    },
    async entries(block) {
      const { data } = await audit.where({ block }).orderBy('position', 'asc').limit(PAGE).get()
      return data.map(entryOf)
    },
    total: async () => (await audit.count()).total,
  }
}

// kill -9 under load: what was acknowledged is there afterwards, a transaction is there whole or not at all.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { sdkEnvironment } from '../../../emulator/cloud/environment'
import { atEnd, bundle, ROOT, temporaryFolder } from './local-cloud'

const folder = temporaryFolder()
const dataDir = join(folder, 'data')
const collectionsFile = join(folder, 'collections.json')
const keys = [{ field: 'n', direction: 1 }]
writeFileSync(
  collectionsFile,
  JSON.stringify([
    { name: 'notes', indexes: [{ name: 'n', keys, unique: true }] },
    { name: 'accounts', indexes: [] },
    { name: 'ledger', indexes: [] },
  ]),
)
const script = bundle(join(ROOT, 'test/emulator/cloud/serve.ts'), join(folder, 'serve.js'), ['libsql', 'bson', 'mingo'])

const start = async (data = dataDir): Promise<{ child: ChildProcess; url: string }> => {
  const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules') }
  const child = spawn(process.execPath, [script, data, collectionsFile], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  atEnd(() => child.kill('SIGKILL'))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', () => reject(new Error('the emulator did not start')))
  })
  // SILENCE: the SDK warns about slow requests from a timer that it forgets to stop when a request fails.
  Object.assign(process.env, sdkEnvironment(url), { SILENCE: 'true' })
  return { child, url }
}

const died = (child: ChildProcess): Promise<void> => {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  return gone
}

const ACCOUNTS = ['a', 'b', 'c', 'd']
const TOTAL = 4000

test('nothing acknowledged is lost, sums stay, three kills in a row', async () => {
  let { child } = await start()
  const db: any = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true } as any).database()
  const _ = db.command
  await db.collection('accounts').add(ACCOUNTS.map((_id) => ({ _id, v: TOTAL / ACCOUNTS.length })))
  const notes: string[] = []
  const transfers: string[] = []
  let next = 0

  for (let round = 0; round < 3; round++) {
    let running = true
    const writer = async () => {
      while (running) {
        const n = next++
        const done = await db
          .collection('notes')
          .add({ _id: `n${n}`, n, text: 'x'.repeat(n % 700) })
          .catch(() => null)
        if (done?.id) notes.push(done.id)
      }
    }
    const mover = async () => {
      while (running) {
        const id = `t${next++}`
        const [from, to] = [ACCOUNTS[next % 4]!, ACCOUNTS[(next + 1 + (next % 3)) % 4]!]
        const move = async (t: any) => {
          await t
            .collection('accounts')
            .doc(from)
            .update({ v: _.inc(-1) })
          await t
            .collection('accounts')
            .doc(to)
            .update({ v: _.inc(1) })
          await t.collection('ledger').doc(id).set({ from, to })
        }
        await db.runTransaction(move, 3).then(
          () => transfers.push(id),
          () => null,
        )
      }
    }
    const load = Promise.all([writer(), writer(), writer(), mover(), mover()])
    // Kill in full swing: by what was done, not by the clock.
    const enough = () => notes.length >= 60 * (round + 1) && transfers.length >= 6 * (round + 1)
    while (!enough()) await new Promise((resolve) => setTimeout(resolve, 5))
    await died(child)
    running = false
    await load
    child = (await start()).child

    const missing: string[] = []
    for (let at = 0; at < notes.length; at += 500) {
      const ids = notes.slice(at, at + 500)
      const { data } = await db
        .collection('notes')
        .where({ _id: _.in(ids) })
        .field({ n: 1 })
        .limit(1000)
        .get()
      const found = new Set(data.map((one: any) => one._id))
      missing.push(...ids.filter((id) => !found.has(id)))
    }
    expect(missing).toEqual([])
    const ledger = await db.collection('ledger').limit(1000).get()
    expect(transfers.filter((id) => !ledger.data.some((one: any) => one._id === id))).toEqual([])
    const accounts = Object.fromEntries(
      (await db.collection('accounts').get()).data.map((one: any) => [one._id, one.v]),
    )
    const expected = Object.fromEntries(ACCOUNTS.map((id) => [id, TOTAL / ACCOUNTS.length]))
    for (const { from, to } of ledger.data) {
      expected[from]!--
      expected[to]!++
    }
    expect(accounts).toEqual(expected)
    await expect(db.collection('notes').add({ n: Number(notes[0]?.slice(1)) })).rejects.toMatchObject({
      message: /E11000/,
    })
  }
})

test('half a body, then a closed connection: nothing happens, the emulator goes on', async () => {
  const { url } = await start(join(folder, 'torn'))
  const body = JSON.stringify({
    action: 'database.insertDocument',
    collectionName: 'notes',
    data: ['{"_id":"torn","n":-1}'],
  })
  const head = `POST /admin HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length + 10}\r\n\r\n`
  for (const sent of [
    head,
    head + body,
    `${head}${body.slice(0, 20)}`,
    'POST /admin HT',
    `${head.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')}5\r\n{"act`,
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
        socket.write(sent, () => setTimeout(() => socket.destroy(), 20))
      })
      socket.on('close', () => resolve())
    })
  }
  const db: any = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true } as any).database()
  expect((await db.collection('notes').doc('torn').get()).data).toEqual([])
  await db.collection('notes').add({ _id: 'after', n: -2 })
})

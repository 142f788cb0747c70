/**
 * The script that runs inside a worker thread: loads one function's index.js and answers invocations one by one.
 * It gives the function what WeChat gives it (environment variables, a console, the time) and nothing else. Built as
 * a file of its own; the emulator gets its path as `workerFile`.
 */
import { Console } from 'node:console'
import { createRequire } from 'node:module'
import { Writable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { installClockedDate } from './clocked-date'
import type { FromWorker, ToWorker, WorkerData } from './worker-protocol'

type Main = (event: unknown, context: unknown) => unknown

const { indexFile, clockOffset } = workerData as WorkerData
const setOffset = installClockedDate(clockOffset)
let current = ''
let given: string[] = []

const send = (message: FromWorker): void => parentPort?.postMessage(message)

const capture = (level: 'out' | 'error') =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      send({ type: 'log', requestId: current, level, text: chunk.toString().replace(/\n$/, '') })
      done()
    },
  })
globalThis.console = new Console({ stdout: capture('out'), stderr: capture('error') })

let main: Main | undefined
const load = (): Main => {
  if (main) return main
  const loaded = createRequire(indexFile)(indexFile) as { main?: unknown }
  if (typeof loaded.main !== 'function') throw new Error('index.js does not export main')
  main = loaded.main as Main
  return main
}

const setEnvironment = (environment: Record<string, string>): void => {
  for (const name of given) delete process.env[name]
  given = Object.keys(environment)
  Object.assign(process.env, environment)
}

const invoke = async (request: Extract<ToWorker, { type: 'invoke' }>): Promise<void> => {
  current = request.requestId
  setOffset(request.clockOffset)
  setEnvironment(request.environment)
  try {
    const result = await load()(JSON.parse(request.event), request.context)
    send({ type: 'result', requestId: request.requestId, json: JSON.stringify(result) ?? 'null' })
  } catch (thrown) {
    const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    const stack = thrown instanceof Error ? (thrown.stack ?? message) : message
    send({ type: 'failure', requestId: request.requestId, message, stack })
  }
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'clock') setOffset(message.clockOffset)
  else void invoke(message)
})

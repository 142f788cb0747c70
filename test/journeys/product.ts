/**
 * The product as people run it: `dist/emulator/main.cjs` as a process of its own on a free port and a temporary data folder,
 * driven from outside through its control API. It can be killed and started again on the same data.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

const PROGRAM = path.resolve('dist', 'emulator', 'main.cjs')

export type SentMessage = { to: string; text: string }

export class Product {
  private child: ChildProcess | undefined

  private constructor(
    readonly port: number,
    readonly dataDir: string,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts on an empty data folder at the given instant. */
  static async start(now: number): Promise<Product> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'journey-'))
    const product = new Product(await freePort(), folder)
    await product.up()
    await product.post('reset', { now })
    return product
  }

  /** Starts the process and waits until it answers. */
  async up(): Promise<void> {
    const env = { ...process.env, PORT: String(this.port), DATA: this.dataDir }
    const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk))
    await until(async () => {
      if (child.exitCode !== null) {
        throw new Error(`the product ended with ${child.exitCode}:\n${output}`)
      }
      return output.includes(this.url)
    })
  }

  /** Ends the process with a signal and waits for its end. */
  async down(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { child } = this
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await ended
    }
  }

  /** Ends the process and removes its data. */
  async dispose(): Promise<void> {
    await this.down()
    fs.rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Calls a cloud function as somebody, past every page. */
  async call(openid: string, name: string, data: object): Promise<any> {
    const reply = await this.post('call', { openid, name, data })
    return reply.result ?? reply
  }

  /** Moves the clock forward to an instant; timers that came due have run when it returns. */
  async moveTo(now: number): Promise<void> {
    await this.post('clock', { now })
  }

  async now(): Promise<number> {
    return (await this.get('clock')).now
  }

  /** What has been sent to a phone number. */
  async messagesTo(phone: string): Promise<SentMessage[]> {
    const { messages } = await this.get('messages')
    return messages.filter((message: SentMessage) => message.to === phone)
  }

  async get(operation: string): Promise<any> {
    return (await fetch(`${this.url}/_emulator/${operation}`)).json()
  }

  async post(operation: string, body: object): Promise<any> {
    const response = await fetch(`${this.url}/_emulator/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.json()
  }
}

/** Waits until `condition` holds; fails after `timeout` milliseconds. */
export async function until(condition: () => Promise<boolean>, timeout = 20_000): Promise<void> {
  const end = Date.now() + timeout
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error('waited too long')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** The cloud as a process of its own, which a test may kill -9 and start again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { startCloud } from '../../../emulator/cloud/cloud'
import { sdkEnvironment } from '../../../emulator/cloud/environment'
import { type Built, ROOT } from './build'
import { cloudOptions, TestCloud } from './cloud'
import { functionKeys } from './keys'

export class KillableCloud {
  private child: ChildProcess | null = null
  private url = ''

  /** @param options.timers false: timers run only when a test fires them; `keys`: others than the tests' own */
  constructor(
    private readonly built: Built,
    private readonly dataDir: string,
    private readonly options: { timers?: boolean; keys?: Record<string, string> } = {},
  ) {}

  /**
   * Starts it.
   * @param now the time of its clock, at the first start
   * @param smsEndpoint where text messages go; to the emulator's provider without it
   */
  async start(now?: number, smsEndpoint?: string): Promise<void> {
    const { built, dataDir, options } = this
    const script = JSON.stringify({ built, dataDir, keys: functionKeys, now, smsEndpoint, ...options })
    const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules') }
    const child = spawn(process.execPath, [built.cloudProcess, script], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.child = child
    this.url = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
      child.once('exit', () => reject(new Error('The cloud did not start.')))
    })
  }

  /** SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    const { child } = this
    this.child = null
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    }
  }

  /** Opens the data of a killed cloud in this process, without timers, to prepare them and to look at them. */
  async inProcess(work: (ecard: TestCloud) => Promise<void>): Promise<void> {
    const ecard = new TestCloud(this.dataDir)
    ecard.cloud = await startCloud({ ...cloudOptions(this.built, this.dataDir, functionKeys), timers: false })
    try {
      await work(ecard)
    } finally {
      await ecard.cloud.stop()
    }
  }

  /** Calls an action. @throws when it is refused, or the cloud dies meanwhile */
  async value(openid: string, name: string, action: string, fields: object = {}): Promise<any> {
    const { result, error } = await this.post('call', { openid, name, data: { action, ...fields } })
    if (!result?.ok) {
      throw new Error(`${name}.${action}: ${JSON.stringify(result ?? error)}`)
    }
    return result.value
  }

  /** Takes a record in a transaction that stays open, so that whoever wants to change it waits, until the kill. */
  async hold(collection: string, id: string): Promise<void> {
    Object.assign(process.env, sdkEnvironment(this.url))
    const { default: tcb } = await import('@cloudbase/node-sdk')
    const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
    const transaction = await database.startTransaction()
    await transaction.collection(collection).doc(id).update({ held: true })
  }

  /** Calls the control API. */
  async post(path: string, body: object): Promise<any> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${this.url}/_emulator/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    })
    return response.json()
  }

  /** Puts a file into the storage, as somebody's phone does. */
  async upload(path: string, openid: string, body: string): Promise<void> {
    await fetch(`${this.url}/_emulator/files/${path}?openid=${openid}`, { method: 'PUT', body })
  }

  async get(path: string): Promise<any> {
    return (await fetch(`${this.url}/_emulator/${path}`)).json()
  }
}

/** Waits for a moment at which to kill. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

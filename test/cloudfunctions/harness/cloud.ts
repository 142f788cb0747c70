/** Starts the built functions in the local cloud, on a temporary data folder, at a fixed time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageTemplates } from '../../../domain/notifications/templates'
import { instantAt } from '../../../domain/time/shanghai'
import { type Cloud, startCloud } from '../../../emulator/cloud/cloud'
import type { QueryRecord } from '../../../emulator/cloud/engine/query-log'
import { type Built, buildAll } from './build'
import { functionKeys, SMS_SECRET } from './keys'

/** A Monday; the review of its week is Thursday 2027-03-04, 12:00. */
export const MONDAY = instantAt('2027-03-01', '09:00')
export const THURSDAY = '2027-03-04'
export const NEXT_THURSDAY = '2027-03-11'
export const CUT_OFF = instantAt(THURSDAY, '12:00')

export type Reply = { ok: boolean; value?: any; code?: string; details?: Record<string, any> }

/** What the options of a start are made of; also used by the process that gets killed. */
export function cloudOptions(built: Built, dataDir: string, keys: Record<string, string>) {
  return {
    ...built,
    dataDir,
    port: 0,
    functionEnv: (url: string) => ({ ...keys, SMS_ENDPOINT: `${url}/sms`, OFFICIAL_API: `${url}/official` }),
    ...officialOptions(keys),
    smsTemplates: messageTemplates,
    smsSecret: SMS_SECRET,
    faultHoldMs: 20_000,
  }
}

/** The official account, when the functions have its keys. */
function officialOptions(keys: Record<string, string>) {
  const { OFFICIAL_APP_ID: appid, OFFICIAL_APP_SECRET: secret, OFFICIAL_TOKEN: token } = keys
  if (!appid || !secret || !token) {
    return {}
  }
  const encodingAesKey = keys.OFFICIAL_AES_KEY ?? ''
  return {
    officialAccount: { appid, secret, token, encodingAesKey, name: 'gh_tests' },
    pages: ['pages/home/home', 'pages/card/card'],
  }
}

/** An empty folder of its own; who takes it removes it. */
export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'alumni-cloud-'))

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })

/** A cloud for this test file, started at {@link MONDAY} before its tests. Call it while the file is being read. */
export function testCloud(keys: Record<string, string> = functionKeys): TestCloud {
  const ecard = new TestCloud(temporaryFolder())
  beforeAll(async () => {
    ecard.cloud = await startCloud(cloudOptions(buildAll(), ecard.dataDir, keys))
    ecard.cloud.controls.reset(MONDAY)
  })
  afterAll(async () => {
    const unindexed = ecard.cloud ? ecard.unindexed() : []
    await ecard.cloud?.stop()
    removeFolder(ecard.dataDir)
    // Whatever the file tested: on the real cloud such a query reads a whole collection.
    expect(unindexed).toEqual([])
  })
  return ecard
}

export class TestCloud {
  cloud!: Cloud
  private readonly seenUnindexed: QueryRecord[] = []

  constructor(readonly dataDir: string) {}

  /** Calls an action as somebody's mini program does. */
  call(openid: string, name: string, action: string, fields: object = {}): Promise<Reply> {
    return this.cloud.call(openid, name, { action, ...fields }) as Promise<Reply>
  }

  /** Calls an action and returns its value; a refusal fails the test. */
  async value(openid: string, name: string, action: string, fields: object = {}): Promise<any> {
    const reply = await this.call(openid, name, action, fields)
    if (!reply.ok) {
      throw new Error(`${name}.${action} was refused: ${JSON.stringify(reply)}\n${this.lastLog()}`)
    }
    return reply.value
  }

  /** What came into a phone number, oldest first. */
  texts(phone: string): { template: string; params: string[]; text: string }[] {
    return this.cloud.world.messages.list(0).filter((message) => message.to === phone) as never
  }

  get now(): number {
    return this.cloud.world.clock.now()
  }

  async moveTo(instant: number): Promise<void> {
    await this.cloud.controls.moveClockTo(instant)
  }

  dispatch() {
    return this.cloud.controls.fireTimer('notifications')
  }

  /** All records of a collection, as stored. */
  records(name: string): any[] {
    return this.cloud.world.database.find(name, { query: {}, limit: 1000 } as never) as any[]
  }

  record(name: string, id: string): any {
    return this.cloud.world.database.findById(name, id)
  }

  /** Changes a record as only a hand in the database could: for states that no action makes yet. */
  async setRecord(name: string, id: string, fields: object): Promise<void> {
    await this.cloud.world.database.editById(name, id, (record) => record && { ...record, ...fields })
  }

  /** Every kind of query so far, by whatever function, that no index served. */
  unindexed(): QueryRecord[] {
    return [...this.seenUnindexed, ...this.cloud.world.statistics.read().unindexed]
  }

  /** Counts the requests that `work` makes to the platform, by action. Timers that are due meanwhile wait. */
  async roundTrips(work: () => Promise<unknown>): Promise<{ database: number; actions: Record<string, number> }> {
    const { scheduler, directory } = this.cloud.world
    await scheduler.check()
    scheduler.watch([])
    this.seenUnindexed.push(...this.cloud.world.statistics.read().unindexed)
    this.cloud.world.statistics.reset()
    await work()
    scheduler.watch(directory.timers())
    scheduler.start()
    const { actions, unindexed } = this.cloud.world.statistics.read()
    expect(unindexed).toEqual([])
    const database = Object.entries(actions).filter(([action]) => action.startsWith('database.'))
    return { database: database.reduce((sum, [, times]) => sum + times, 0), actions }
  }

  lastLog(): string {
    return this.cloud.world.functionLog
      .lines()
      .slice(-5)
      .map((line) => `${line.function} ${line.text}`)
      .join('\n')
  }
}

/** Every part of the emulator, made and connected; nothing listens yet. */
import { existsSync, readFileSync } from 'node:fs'
import { Clock } from './clock/clock'
import { timerEvent } from './control/controls'
import { Faults } from './control/faults'
import { Statistics } from './control/statistics'
import type { DatabaseFile } from './durable/database-file'
import { DurableValues } from './durable/values'
import { type CollectionDefinition, Database } from './engine/database'
import { ENV_NAME, sdkEnvironment } from './environment'
import { FunctionDirectory } from './functions/function-directory'
import { FunctionLog } from './functions/function-log'
import { Functions } from './functions/functions'
import { MessageLog } from './messages/message-log'
import { OfficialAccount } from './official-account/official-account'
import { Phones } from './openapi/phones'
import { Subscriptions } from './openapi/subscriptions'
import type { CloudOptions } from './options'
import { Scheduler } from './schedule/scheduler'
import { FileIds } from './storage/cloud-path'
import { FileStore } from './storage/file-store'
import { Links } from './storage/links'
import { Storage } from './storage/storage'

export type World = {
  clock: Clock
  database: Database
  directory: FunctionDirectory
  functions: Functions
  functionLog: FunctionLog
  messages: MessageLog
  phones: Phones
  /** Null when the emulator was started without one. */
  officialAccount: OfficialAccount | null
  subscriptions: Subscriptions
  scheduler: Scheduler
  storage: Storage
  faults: Faults
  statistics: Statistics
}

const readCollections = (file: string): CollectionDefinition[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CollectionDefinition[]) : []

/** `url` is the emulator's address, known once it listens. Throws when a file of the options is wrong. */
export const buildWorld = (options: CloudOptions, file: DatabaseFile, url: () => string): World => {
  const values = new DurableValues(file)
  const clock = new Clock(values)
  const life = options.transactionLifeMs
  const database = new Database(file, {
    collections: readCollections(options.collectionsFile),
    ...(life === undefined ? {} : { transactionLifeMs: life }),
  })
  const directory = new FunctionDirectory(options.functionsDir)
  const functionLog = new FunctionLog(options.dataDir)
  const { functionEnv } = options
  const functions = new Functions({
    directory,
    workerFile: options.workerFile,
    environment: () => ({
      ...(typeof functionEnv === 'function' ? functionEnv(url()) : functionEnv),
      ...sdkEnvironment(url()),
    }),
    envName: ENV_NAME,
    workersPerFunction: options.workersPerFunction ?? 4,
    timeLimitMs: options.functionTimeLimitMs ?? 60_000,
    clock,
    log: functionLog,
  })
  const fire = async (timer: { functionName: string; trigger: string }, due: number) =>
    (await functions.invoke(timer.functionName, timerEvent(timer.trigger, due), { kind: 'timer' })).result
  const { officialAccount: account } = options
  const scheduler = new Scheduler(clock, values, fire, options.log ?? (() => {}))
  scheduler.watch(options.timers === false ? [] : directory.timers())
  return {
    clock,
    database,
    directory,
    functions,
    functionLog,
    messages: new MessageLog(file),
    phones: new Phones(file, clock),
    officialAccount: account ? new OfficialAccount(account, { clock, values, file, url }) : null,
    subscriptions: new Subscriptions(file),
    scheduler,
    storage: new Storage(new FileStore(options.dataDir, file), new FileIds(ENV_NAME), new Links(values), clock, url),
    faults: new Faults(),
    statistics: new Statistics(database),
  }
}

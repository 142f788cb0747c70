/**
 * The local CloudBase: database, functions, storage, timers, WeChat's server APIs and an SMS provider on one port of
 * 127.0.0.1. The product and its SDKs run unmodified against it, redirected by environment variables alone.
 * Role: puts the parts together and starts and stops them. What is faithful and what is not: ../README.md.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Clock } from './clock/clock'
import { CONTROL, controlHandler } from './control/control-routes'
import { type CallOptions, Controls, timerEvent, type World } from './control/controls'
import { Faults } from './control/faults'
import { Statistics } from './control/statistics'
import { closeDatabaseFile, openDatabaseFile } from './durable/database-file'
import { DurableValues } from './durable/values'
import { type CollectionDefinition, Database } from './engine/database'
import { ENV_NAME, sdkEnvironment } from './environment'
import { FunctionDirectory } from './functions/function-directory'
import { FunctionLog } from './functions/function-log'
import { Functions } from './functions/functions'
import { HTTP_ACCESS, httpAccess } from './http/http-access'
import { type Route, startServer, stopServer } from './http/server'
import { MessageLog } from './messages/message-log'
import { openapi } from './openapi/openapi'
import { Phones } from './openapi/phones'
import { Subscriptions } from './openapi/subscriptions'
import { Scheduler } from './schedule/scheduler'
import type { SmsTemplates } from './sms/send-sms'
import { SMS, smsHandler } from './sms/sms-handler'
import type { Secret } from './sms/tc3-signature'
import { FileIds } from './storage/cloud-path'
import { FILES, fileHandler } from './storage/file-routes'
import { FileStore } from './storage/file-store'
import { Links } from './storage/links'
import { Storage } from './storage/storage'
import { adminHandler } from './wire/admin'
import { functionActions } from './wire/function-actions'
import { readActions } from './wire/read-actions'
import { storageActions } from './wire/storage-actions'
import { transactionActions } from './wire/transaction-actions'
import { writeActions } from './wire/write-actions'

export type CloudOptions = {
  /** Everything durable: the database file, stored files, messages, clock, logs. Created when missing. */
  dataDir: string
  /** Built functions: <name>/index.js and config.json. */
  functionsDir: string
  /** Collections and indexes, as JSON: [{ name, indexes: [{ name, keys: [{ field, direction }], unique }] }]. */
  collectionsFile: string
  /** functions/worker.ts, bundled. */
  workerFile: string
  /** 0 = any free port. Always 127.0.0.1. */
  port: number
  /** Variables for the functions; a function of the emulator's address when a value needs it. */
  functionEnv: Record<string, string> | ((url: string) => Record<string, string>)
  /** Text of each SMS template with {1} {2} …; without it any template is accepted. */
  smsTemplates?: SmsTemplates
  /** What signs SMS requests; "local-id" and "local-key" by default. */
  smsSecret?: Secret
  /** Serves the host's files on the same port; true when it answered. */
  staticRoutes?: (request: IncomingMessage, response: ServerResponse) => boolean
  log?: (line: string) => void
  workersPerFunction?: number
  /** Time limit of a function whose config.json names none (ms). */
  functionTimeLimitMs?: number
  /** Life of a transaction (ms). */
  transactionLifeMs?: number
  /** How long a provider that "times out" keeps the connection (ms). */
  faultHoldMs?: number
}

export type Cloud = {
  url: string
  port: number
  /** Variables for programs that use the SDKs. */
  env: Record<string, string>
  /** Calls a function as this user's mini program does; resolves with its result, rejects with a CloudError. */
  call(openid: string, name: string, data: unknown, options?: CallOptions): Promise<unknown>
  /** Everything the control API can do, in process. */
  controls: Controls
  world: World
  stop(): Promise<void>
}

const DEFAULT_SECRET: Secret = { id: 'local-id', key: 'local-key' }

/** Starts the emulator. Rejects with code EADDRINUSE when the port is taken. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const log = options.log ?? (() => {})
  const file = openDatabaseFile(options.dataDir)
  let url = ''
  try {
    const world = buildWorld(options, file, () => url, log)
    world.scheduler.watch(world.directory.timers())
    const controls = new Controls(world)
    const { server, port } = await startServer({
      port: options.port,
      routes: routesOf(options, world, controls, log),
      staticRoutes: options.staticRoutes,
      log,
    })
    url = `http://127.0.0.1:${port}`
    world.scheduler.start()
    const stop = async () => {
      world.scheduler.stop()
      await stopServer(server)
      await world.functions.stop()
      world.database.transactions.abortAll()
      closeDatabaseFile(file)
    }
    const call: Cloud['call'] = async (openid, name, data, callOptions) =>
      (await controls.call(openid, name, data, callOptions)).result
    return { url, port, env: sdkEnvironment(url), call, controls, world, stop }
  } catch (thrown) {
    closeDatabaseFile(file)
    throw thrown
  }
}

const buildWorld = (
  options: CloudOptions,
  file: ReturnType<typeof openDatabaseFile>,
  url: () => string,
  log: (line: string) => void,
): World => {
  const values = new DurableValues(file)
  const clock = new Clock(values)
  const life = options.transactionLifeMs
  const database = new Database(file, {
    collections: readCollections(options.collectionsFile),
    ...(life === undefined ? {} : { transactionLifeMs: life }),
  })
  const directory = new FunctionDirectory(options.functionsDir)
  const functionLog = new FunctionLog(options.dataDir)
  const functionEnv = () =>
    typeof options.functionEnv === 'function' ? options.functionEnv(url()) : options.functionEnv
  const functions = new Functions({
    directory,
    workerFile: options.workerFile,
    environment: () => ({ ...functionEnv(), ...sdkEnvironment(url()) }),
    envName: ENV_NAME,
    workersPerFunction: options.workersPerFunction ?? 4,
    timeLimitMs: options.functionTimeLimitMs ?? 60_000,
    clock,
    log: functionLog,
  })
  const fire = async (timer: { functionName: string; trigger: string }, due: number) =>
    (await functions.invoke(timer.functionName, timerEvent(timer.trigger, due), { kind: 'timer' })).result
  return {
    clock,
    values,
    database,
    directory,
    functions,
    functionLog,
    messages: new MessageLog(file),
    phones: new Phones(file, clock),
    subscriptions: new Subscriptions(file),
    scheduler: new Scheduler(clock, values, fire, log),
    storage: new Storage(new FileStore(options.dataDir, file), new FileIds(ENV_NAME), new Links(values), clock, url),
    faults: new Faults(),
    statistics: new Statistics(database),
  }
}

const routesOf = (options: CloudOptions, world: World, controls: Controls, log: (line: string) => void): Route[] => {
  const { clock, database, functions, storage } = world
  const now = () => clock.now()
  const holdMs = options.faultHoldMs ?? 120_000
  const admin = adminHandler({
    actions: {
      ...readActions(database, now),
      ...writeActions(database, now),
      ...transactionActions(database),
      ...functionActions(functions),
      ...storageActions(storage),
    },
    openapi: openapi({ ...world, holdMs }),
    count: (action) => world.statistics.count(action),
    log,
  })
  const sms = smsHandler({
    ...world,
    templates: options.smsTemplates,
    secret: options.smsSecret ?? DEFAULT_SECRET,
    now,
    holdMs,
  })
  return [
    { prefix: '/admin', handler: admin },
    { prefix: FILES, handler: fileHandler(storage, clock) },
    { prefix: HTTP_ACCESS, handler: httpAccess(functions, ENV_NAME), open: true },
    { prefix: SMS, handler: sms },
    { prefix: CONTROL, handler: controlHandler(world, controls) },
  ]
}

const readCollections = (file: string): CollectionDefinition[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CollectionDefinition[]) : []

/** What the emulator is started with. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OfficialAccountSettings } from './official-account/official-account'
import type { SmsTemplates } from './sms/send-sms'
import type { Secret } from './sms/tc3-signature'

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
  /** The university's official account; without it there is none, and phones have no UnionID of their own. */
  officialAccount?: OfficialAccountSettings
  /** Pages of the mini program that is published, which a menu may open. */
  pages?: readonly string[]
  /** Serves the host's files on the same port; true when it answered. */
  staticRoutes?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Runs after a reset by the control API, before it answers: to bring the demonstration's people back. */
  afterReset?: () => void | Promise<void>
  log?: (line: string) => void
  /** False: no timer fires by itself, only by the control API. */
  timers?: boolean
  workersPerFunction?: number
  /** Time limit of a function whose config.json names none (ms); 60 s by default. */
  functionTimeLimitMs?: number
  /** Life of a transaction (ms); 30 s by default. */
  transactionLifeMs?: number
  /** How long a provider that "times out" keeps the connection (ms); 120 s by default. */
  faultHoldMs?: number
}

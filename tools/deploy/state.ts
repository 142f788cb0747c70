/**
 * What stands in a cloud environment, as far as this product is concerned. The build says what should stand there
 * (desired.ts), the cloud says what does (observe.ts); both in this one shape, so that the plan is their difference.
 */

export type IndexKey = { field: string; direction: 1 | -1 }
export type IndexState = { name: string; keys: readonly IndexKey[]; unique: boolean }

/** ADMINONLY: functions alone read and write. PRIVATE: besides, whoever made a file. Others are the platform's. */
export type Access = 'ADMINONLY' | 'PRIVATE' | (string & {})

export type CollectionState = { access: Access; indexes: readonly IndexState[] }

/** `cron` has the platform's seven fields. */
export type TimerState = { name: string; cron: string }

export type FunctionState = {
  runtime: string
  /** MB. */
  memory: number
  /** Seconds. */
  timeout: number
  /** Environment variables by name. Values are secrets: never print one. */
  variables: Readonly<Record<string, string>>
  timers: readonly TimerState[]
  /** Digest of the code. */
  code: string
  /** WeChat's server APIs that it may call; null when that could not be asked. */
  openapi: readonly string[] | null
}

export type State = {
  collections: Readonly<Record<string, CollectionState>>
  functions: Readonly<Record<string, FunctionState>>
  storage: Access
  /** Is the environment reachable by HTTPS at all? */
  http: boolean
  /** Function by path, e.g. "/gate" → "gate". */
  routes: Readonly<Record<string, string>>
  /** Digest of the mini program that was uploaded last, '' when none was. */
  miniProgram: string
}

/** An environment in which nothing has been made yet. */
export const emptyState: State = {
  collections: {},
  functions: {},
  storage: '',
  http: false,
  routes: {},
  miniProgram: '',
}

/** What stands in the cloud now, asked by Tencent's and WeChat's APIs. Reads only. */
import { connectorOf, type Environment } from './environment'
import { codeOf } from './mark'
import type { CollectionState, FunctionState, IndexState, State, TimerState } from './state'
import { CloudRefusal, type Reply, type TencentApi } from './tencent-api'
import type { WechatApi } from './wechat-api'

const PAGE = 100
/** Made by the platform itself for every collection. */
const OF_THE_PLATFORM = ['_id_', '_openid_1', '_openid']

export type Observer = {
  api: TencentApi
  environment: Environment
  /** None without the mini program's secret: then nothing is known of permissions. */
  wechat: WechatApi | null
  /** Digest of the mini program that was uploaded from here last, '' when none was. */
  uploaded: string
}

export async function observe({ api, environment, wechat, uploaded }: Observer, ours: State): Promise<State> {
  const collections = await pages(api, 'tcb', 'ListTables', { ...connectorOf(environment) }, ['MgoLimit', 'MgoOffset'])
  const functions = await pages(api, 'scf', 'ListFunctions', { Namespace: environment.namespace }, ['Limit', 'Offset'])
  const http = await observeHttp(api, environment)
  return {
    collections: await each(
      collections.map(({ TableName }) => TableName),
      (name) => (name in ours.collections ? observeCollection(api, environment, name) : { access: '', indexes: [] }),
    ),
    functions: await each(
      functions.map(({ FunctionName }) => FunctionName),
      (name) => observeFunction(api, environment, name in ours.functions ? wechat : null, name),
    ),
    storage: await observeStorage(api, environment),
    ...http,
    miniProgram: uploaded,
  }
}

/** Everything of a list that comes in pages. */
async function pages(
  api: TencentApi,
  service: 'tcb' | 'scf',
  action: string,
  parameters: object,
  [limit, offset]: readonly [string, string],
): Promise<Reply[]> {
  const all: Reply[] = []
  for (;;) {
    const { Tables, Functions } = await api(service, action, { ...parameters, [limit]: PAGE, [offset]: all.length })
    const page: Reply[] = Tables ?? Functions ?? []
    all.push(...page)
    if (page.length < PAGE) {
      return all
    }
  }
}

/** One after another: the platform allows twenty calls a second. */
async function each<T>(names: readonly string[], read: (name: string) => T | Promise<T>): Promise<Record<string, T>> {
  const all: Record<string, T> = {}
  for (const name of names) {
    all[name] = await read(name)
  }
  return all
}

async function observeCollection(api: TencentApi, environment: Environment, name: string): Promise<CollectionState> {
  const { Indexes } = await api('tcb', 'DescribeTable', { ...connectorOf(environment), TableName: name })
  const { AclTag } = await api('tcb', 'DescribeDatabaseACL', { EnvId: environment.id, CollectionName: name })
  const indexes: Reply[] = Indexes ?? []
  return {
    access: AclTag,
    indexes: indexes.filter(({ Name }) => !OF_THE_PLATFORM.includes(Name)).map(indexOf),
  }
}

function indexOf({ Name, Keys, Unique }: Reply): IndexState {
  const keys = Keys.map(({ Name: field, Direction }: Reply) => ({
    field,
    direction: Number(Direction) === -1 ? -1 : 1,
  }))
  return { name: Name, keys, unique: Unique === true }
}

async function observeStorage(api: TencentApi, { id, bucket }: Environment): Promise<string> {
  const { AclTag } = await api('tcb', 'DescribeStorageSafeRule', { EnvId: id, Bucket: bucket })
  return AclTag ?? ''
}

async function observeFunction(
  api: TencentApi,
  { namespace }: Environment,
  wechat: WechatApi | null,
  name: string,
): Promise<FunctionState> {
  const found = await api('scf', 'GetFunction', { Namespace: namespace, FunctionName: name, ShowCode: 'FALSE' })
  const variables: Reply[] = found.Environment?.Variables ?? []
  return {
    runtime: found.Runtime ?? '',
    memory: found.MemorySize,
    timeout: found.Timeout,
    variables: Object.fromEntries(variables.map(({ Key, Value }) => [Key, Value])),
    timers: (found.Triggers ?? []).filter(({ Type }: Reply) => Type === 'timer').map(timerOf),
    code: codeOf(found.Description ?? ''),
    openapi: wechat ? await wechat.readOpenapi(name) : null,
  }
}

/** The expression is given as it is and comes back inside JSON. */
function timerOf({ TriggerName, TriggerDesc }: Reply): TimerState {
  const text = String(TriggerDesc ?? '')
  return { name: TriggerName, cron: text.startsWith('{') ? JSON.parse(text).cron : text }
}

async function observeHttp(api: TencentApi, { id }: Environment): Promise<Pick<State, 'http' | 'routes'>> {
  try {
    const { APISet, EnableService } = await api('tcb', 'DescribeCloudBaseGWAPI', { ServiceId: id })
    const routes: Reply[] = APISet ?? []
    return { http: EnableService === true, routes: Object.fromEntries(routes.map(({ Path, Name }) => [Path, Name])) }
  } catch (error) {
    // A new environment has no such service yet.
    if (error instanceof CloudRefusal && error.code.startsWith('ResourceNotFound')) {
      return { http: false, routes: {} }
    }
    throw error
  }
}

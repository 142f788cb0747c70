/**
 * Carries out one step. Each can be done again: what is there already counts as done, so a run that was stopped anywhere is
 * simply run again.
 */
import { connectorOf, type Environment } from './environment'
import { markOf } from './mark'
import type { Step } from './plan'
import type { FunctionState, IndexState, TimerState } from './state'
import { CloudRefusal, type TencentApi } from './tencent-api'
import type { WechatApi } from './wechat-api'

const READY_PAUSE_MS = 1000
const MOST_PAUSES = 300

export type Hands = {
  api: TencentApi
  environment: Environment
  wechat: WechatApi | null
  /** A function's code, a zip in base64. */
  zipOf: (name: string) => string
  /** Uploads the mini program and remembers its digest. */
  uploadMiniProgram: (digest: string) => Promise<void>
  pause: (milliseconds: number) => Promise<void>
}

/** @throws CloudRefusal, or what the upload throws */
export async function carryOut(step: Step, hands: Hands): Promise<void> {
  switch (step.do) {
    case 'create collection':
      return createCollection(step.collection, hands)
    case 'close collection':
      return call(hands, 'ModifyDatabaseACL', { CollectionName: step.collection, AclTag: step.to })
    case 'create index':
      return createIndex(step.collection, step.index, hands)
    case 'replace index':
      await dropIndex(step.collection, step.index.name, hands)
      return createIndex(step.collection, step.index, hands)
    case 'close storage':
      return call(hands, 'ModifyStorageSafeRule', { Bucket: hands.environment.bucket, AclTag: step.to })
    case 'create function':
      return createFunction(step.name, step.as, hands)
    case 'configure function':
      return configureFunction(step.name, step.as, hands)
    case 'upload code':
      return uploadCode(step.name, step.code, hands)
    case 'permit openapi':
      return hands.wechat?.writeOpenapi(step.name, step.openapi)
    case 'create timer':
      return createTimer(step.name, step.timer, hands)
    case 'replace timer':
      await deleteTimer(step.name, step.timer.name, hands)
      return createTimer(step.name, step.timer, hands)
    case 'open http':
      return openHttp(hands)
    case 'create route':
      return createRoute(step.path, step.name, hands)
    case 'upload mini program':
      return hands.uploadMiniProgram(step.digest)
  }
}

async function call({ api, environment }: Hands, action: string, parameters: object): Promise<void> {
  await api('tcb', action, { EnvId: environment.id, ...parameters })
}

/** Does it; a refusal that says it is done already is none: an answer may have been lost on its way. */
async function tolerating(codes: RegExp, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof CloudRefusal && codes.test(error.code))) {
      throw error
    }
  }
}

function createCollection(name: string, { api, environment }: Hands): Promise<void> {
  const parameters = { ...connectorOf(environment), TableName: name }
  return tolerating(/Exist|ResourceInUse/, () => api('tcb', 'CreateTable', parameters))
}

function createIndex(collection: string, { name, keys, unique }: IndexState, hands: Hands): Promise<void> {
  const MgoIndexKeys = keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) }))
  const CreateIndexes = [{ IndexName: name, MgoKeySchema: { MgoIndexKeys, MgoIsUnique: unique } }]
  return tolerating(/Exist/, () => changeIndexes(collection, { CreateIndexes }, hands))
}

function dropIndex(collection: string, IndexName: string, hands: Hands): Promise<void> {
  return tolerating(/NotFound|NotExist/, () => changeIndexes(collection, { DropIndexes: [{ IndexName }] }, hands))
}

async function changeIndexes(collection: string, change: object, { api, environment }: Hands): Promise<void> {
  await api('tcb', 'UpdateTable', { ...connectorOf(environment), TableName: collection, ...change })
}

function settings({ memory, timeout, variables }: FunctionState) {
  const Variables = Object.entries(variables).map(([Key, Value]) => ({ Key, Value }))
  return { MemorySize: memory, Timeout: timeout, Environment: { Variables } }
}

/** As CloudBase's own tools make one: its role, its stamp, nothing to be installed. */
async function createFunction(name: string, as: FunctionState, hands: Hands): Promise<void> {
  const { log } = hands.environment
  const own = { Handler: 'index.main', Runtime: as.runtime, Role: 'TCB_QcsRole', Stamp: 'MINI_QCBASE', ...log }
  const code = { Code: { ZipFile: hands.zipOf(name) }, InstallDependency: 'FALSE', Description: markOf(as.code) }
  await tolerating(/^ResourceInUse/, () =>
    onFunction('CreateFunction', name, { ...own, ...settings(as), ...code }, hands),
  )
  await untilReady(name, hands)
}

async function configureFunction(name: string, as: FunctionState, hands: Hands): Promise<void> {
  await untilReady(name, hands)
  await onFunction('UpdateFunctionConfiguration', name, settings(as), hands)
  await untilReady(name, hands)
}

async function uploadCode(name: string, code: string, hands: Hands): Promise<void> {
  const upload = { Handler: 'index.main', InstallDependency: 'FALSE', Code: { ZipFile: hands.zipOf(name) } }
  await untilReady(name, hands)
  await onFunction('UpdateFunctionCode', name, upload, hands)
  await untilReady(name, hands)
  await onFunction('UpdateFunctionConfiguration', name, { Description: markOf(code) }, hands)
  await untilReady(name, hands)
}

async function createTimer(name: string, { name: TriggerName, cron }: TimerState, hands: Hands): Promise<void> {
  const Triggers = JSON.stringify([{ TriggerName, Type: 'timer', TriggerDesc: cron }])
  await tolerating(/^ResourceInUse|Exist/, () => onFunction('BatchCreateTrigger', name, { Triggers, Count: 1 }, hands))
}

function deleteTimer(name: string, TriggerName: string, hands: Hands): Promise<void> {
  return tolerating(/NotFound/, () => onFunction('DeleteTrigger', name, { TriggerName, Type: 'timer' }, hands))
}

async function onFunction(
  action: string,
  name: string,
  parameters: object,
  { api, environment }: Hands,
): Promise<void> {
  await api('scf', action, { Namespace: environment.namespace, FunctionName: name, ...parameters })
}

/** The platform refuses changes to a function while an earlier one is at work. */
async function untilReady(name: string, { api, environment, pause }: Hands): Promise<void> {
  for (let waited = 0; waited < MOST_PAUSES; waited += 1) {
    const question = { Namespace: environment.namespace, FunctionName: name, ShowCode: 'FALSE' }
    const { Status, StatusDesc } = await api('scf', 'GetFunction', question)
    if (Status === 'Active') {
      return
    }
    if (/Failed$/.test(Status)) {
      throw new CloudRefusal('GetFunction', Status, `${name}: ${StatusDesc ?? 'the platform gives no reason'}`)
    }
    await pause(READY_PAUSE_MS)
  }
  throw new CloudRefusal('GetFunction', 'Timeout', `${name} is not ready after five minutes; run the command again.`)
}

async function openHttp({ api, environment }: Hands): Promise<void> {
  const Options = [{ Key: 'serviceswitch', Value: 'true' }]
  await api('tcb', 'ModifyCloudBaseGWPrivilege', { ServiceId: environment.id, EnableService: true, Options })
}

/** Type 1 is a cloud function; 2 turns the platform's own log-in off: devices prove themselves by their key. */
function createRoute(path: string, name: string, { api, environment }: Hands): Promise<void> {
  const route = { ServiceId: environment.id, Path: path, Type: 1, Name: name, AuthSwitch: 2 }
  return tolerating(/Exist|ResourceInUse/, () => api('tcb', 'CreateCloudBaseGWAPI', route))
}

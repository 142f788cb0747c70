/**
 * Carries out one step. Each can be done again: what is there already counts as done, so a run that was stopped anywhere is
 * simply run again.
 */
import { connectorOf } from './environment'
import { configureFunction, createFunction, createTimer, deleteTimer, uploadCode } from './function-steps'
import { type Hands, tolerating } from './hands'
import type { Step } from './plan'
import type { IndexState } from './state'

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

async function openHttp({ api, environment }: Hands): Promise<void> {
  const Options = [{ Key: 'serviceswitch', Value: 'true' }]
  await api('tcb', 'ModifyCloudBaseGWPrivilege', { ServiceId: environment.id, EnableService: true, Options })
}

/** Type 1 is a cloud function; 2 turns the platform's own log-in off: devices prove themselves by their key. */
function createRoute(path: string, name: string, { api, environment }: Hands): Promise<void> {
  const route = { ServiceId: environment.id, Path: path, Type: 1, Name: name, AuthSwitch: 2 }
  return tolerating(/Exist|ResourceInUse/, () => api('tcb', 'CreateCloudBaseGWAPI', route))
}

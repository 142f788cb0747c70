/** The steps about a function: made, configured, given its code and its timers. The platform works on one change at a time. */
import { type Hands, tolerating } from './hands'
import { markOf } from './mark'
import type { FunctionState, TimerState } from './state'
import { CloudRefusal } from './tencent-api'

const READY_PAUSE_MS = 1000
const MOST_PAUSES = 300

function settings({ memory, timeout, variables }: FunctionState) {
  const Variables = Object.entries(variables).map(([Key, Value]) => ({ Key, Value }))
  return { MemorySize: memory, Timeout: timeout, Environment: { Variables } }
}

/** As CloudBase's own tools make one: its role, its stamp, nothing to be installed. */
export async function createFunction(name: string, as: FunctionState, hands: Hands): Promise<void> {
  const { log } = hands.environment
  const own = { Handler: 'index.main', Runtime: as.runtime, Role: 'TCB_QcsRole', Stamp: 'MINI_QCBASE', ...log }
  const code = { Code: { ZipFile: hands.zipOf(name) }, InstallDependency: 'FALSE', Description: markOf(as.code) }
  await tolerating(/^ResourceInUse/, () =>
    onFunction('CreateFunction', name, { ...own, ...settings(as), ...code }, hands),
  )
  await untilReady(name, hands)
}

export async function configureFunction(name: string, as: FunctionState, hands: Hands): Promise<void> {
  await untilReady(name, hands)
  await onFunction('UpdateFunctionConfiguration', name, settings(as), hands)
  await untilReady(name, hands)
}

export async function uploadCode(name: string, code: string, hands: Hands): Promise<void> {
  const upload = { Handler: 'index.main', InstallDependency: 'FALSE', Code: { ZipFile: hands.zipOf(name) } }
  await untilReady(name, hands)
  await onFunction('UpdateFunctionCode', name, upload, hands)
  await untilReady(name, hands)
  await onFunction('UpdateFunctionConfiguration', name, { Description: markOf(code) }, hands)
  await untilReady(name, hands)
}

export async function createTimer(name: string, { name: TriggerName, cron }: TimerState, hands: Hands): Promise<void> {
  const Triggers = JSON.stringify([{ TriggerName, Type: 'timer', TriggerDesc: cron }])
  await tolerating(/^ResourceInUse|Exist/, () => onFunction('BatchCreateTrigger', name, { Triggers, Count: 1 }, hands))
}

export function deleteTimer(name: string, TriggerName: string, hands: Hands): Promise<void> {
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

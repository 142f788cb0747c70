/**
 * One deployment, from the configuration to the last step. By default nothing is changed: the plan is printed. Everything
 * that touches files, the network or the clock is handed in, so that the whole of it runs in a test.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { carryOut } from './carry-out'
import { lacking, toBeLookedAt } from './check'
import type { Configuration } from './configuration'
import { type Built, desiredState, tooManyVariables } from './desired'
import { findEnvironment } from './environment'
import type { Hands } from './hands'
import { observe } from './observe'
import { type Plan, planOf } from './plan'
import { describe, describePlan, redactor } from './report'
import { type Secrets, type Settlement, settle } from './secrets'
import { emptyState, type State } from './state'
import type { TencentApi } from './tencent-api'
import { ACCOUNT_KEYS, APP_SECRET, variablesIn } from './variables'
import type { WechatApi } from './wechat-api'

export type Surroundings = {
  configuration: Configuration
  secrets: Secrets
  built: Built
  hasUploadKey: boolean
  /** Digest of the mini program that was uploaded last. */
  uploaded: string
  apply: boolean
  replace: readonly string[]
  say: (line: string) => void
  keep: (secrets: Secrets) => void
  connectTencent: (secret: { id: string; key: string }) => TencentApi
  connectWechat: (secret: string) => WechatApi
  zipOf: Hands['zipOf']
  uploadMiniProgram: Hands['uploadMiniProgram']
  pause: Hands['pause']
}

/** @returns the exit code: 0 when there is nothing wrong, 1 when something is missing or a step failed */
export async function deploy(around: Surroundings): Promise<number> {
  const needed = [...new Set(around.built.functions.flatMap(({ bundle }) => variablesIn(bundle)))]
  const circumstances = { ...around, needed }
  const lacks = lacking(circumstances)
  tell(around, 'Missing, without which nothing can be done:', lacks)
  tell(around, 'To be looked at by somebody:', toBeLookedAt(circumstances))
  const connected = await connect(around)
  const preliminary = desiredState(around.built, around.configuration, around.secrets)
  const observed = connected ? await observe({ ...connected, uploaded: around.uploaded }, preliminary) : emptyState
  if (!connected) {
    around.say(
      '\nWithout the environment and the keys of the account nothing can be asked. For an empty one the plan is:',
    )
  }
  const settlement = settleKeys(around, needed, observed)
  const plan = planFor(around, settlement, observed)
  announce(around, settlement, plan)
  if (!around.apply) {
    around.say('\nNothing was changed. With --apply it is done.')
    return lacks.length + plan.conflicts.length === 0 ? 0 : 1
  }
  if (lacks.length > 0 || plan.conflicts.length > 0 || !connected) {
    around.say('\nNothing was changed: see what is missing or in conflict above.')
    return 1
  }
  around.keep(settlement.secrets)
  return carryOutAll(plan, { ...around, ...connected }, around.say, redactor(settlement.secrets))
}

async function connect({ configuration, secrets, connectTencent, connectWechat }: Surroundings) {
  const [id, key] = ACCOUNT_KEYS.map((name) => secrets[name])
  if (!id || !key || !configuration.environment) {
    return null
  }
  const api = connectTencent({ id, key })
  const appSecret = secrets[APP_SECRET]
  const wechat = appSecret ? connectWechat(appSecret) : null
  return { api, wechat, environment: await findEnvironment(api, configuration.environment) }
}

function settleKeys({ secrets, replace }: Surroundings, needed: readonly string[], { functions }: State): Settlement {
  const makeKey = (bytes: number) => randomBytes(bytes).toString('base64')
  return settle({ needed, known: secrets, functions, replace, makeKey, makeText: randomUUID })
}

function planFor({ built, configuration }: Surroundings, { secrets, conflicts }: Settlement, observed: State): Plan {
  const desired = desiredState(built, configuration, secrets)
  const plan = planOf(desired, observed)
  return { ...plan, conflicts: [...conflicts, ...tooManyVariables(desired), ...plan.conflicts] }
}

function announce(around: Surroundings, { made, adopted }: Settlement, plan: Plan): void {
  const keys = [
    ...(made.length === 0 ? [] : [`${around.apply ? 'made and kept' : 'will be made and kept'}: ${made.join(', ')}`]),
    ...(adopted.length === 0 ? [] : [`taken over from the cloud: ${adopted.join(', ')}`]),
  ]
  tell(around, 'Keys:', keys)
  tell(around, 'Plan:', describePlan(plan))
}

function tell({ say }: Surroundings, title: string, lines: readonly string[]): void {
  if (lines.length > 0) {
    say(`\n${title}`)
    for (const line of lines) {
      say(`  ${line}`)
    }
  }
}

async function carryOutAll(
  { steps }: Plan,
  hands: Hands,
  say: (line: string) => void,
  clean: (text: string) => string,
): Promise<number> {
  for (const [index, step] of steps.entries()) {
    try {
      await carryOut(step, hands)
      say(`  ✓ ${describe(step)}`)
    } catch (error) {
      say(`  ✗ ${describe(step)}\n    ${clean(error instanceof Error ? error.message : String(error))}`)
      say(
        `\n${index} of ${steps.length} steps are done. Put that right and run the command again: it goes on from here.`,
      )
      return 1
    }
  }
  say(
    steps.length === 0 ? '\nEverything is as it should be.' : '\nDone. Run it again to see that nothing is left to do.',
  )
  return 0
}

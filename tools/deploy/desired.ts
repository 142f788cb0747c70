/** What the build wants to stand in the cloud: its output, the configuration and the secrets, put into one state. */
import type { Configuration } from './configuration'
import { routes } from './routes'
import type { Secrets } from './secrets'
import type { CollectionState, FunctionState, IndexState, State } from './state'
import { APP_SECRET, variables, variablesIn } from './variables'

/** A function as tools/build leaves it in dist/cloudfunctions. */
export type BuiltFunction = {
  name: string
  /** The text of its scripts, one after the other. */
  bundle: string
  /** Digest of everything that is uploaded. */
  digest: string
  config: {
    /** Seconds. */
    timeout?: number
    permissions?: { openapi?: readonly string[] }
    triggers?: readonly { name: string; type: string; config: string }[]
  }
}

export type Built = {
  collections: readonly { name: string; indexes: readonly IndexState[] }[]
  functions: readonly BuiltFunction[]
  /** Digest of the mini program's files. */
  miniProgram: string
}

/** Bundled with the SDK, so the platform's newest Node is asked for and nothing is installed there. */
const RUNTIME = 'Nodejs20.19'
/** Seconds; the platform's own default of three is too short for a first call. */
const TIMEOUT = 20
/** Bytes; the platform's limit for all variables of a function. */
const MOST_VARIABLES = 4096

/** The state that is to be reached. */
export function desiredState(built: Built, configuration: Configuration, secrets: Secrets): State {
  const functions = built.functions.map((each): [string, FunctionState] => [
    each.name,
    desiredFunction(each, configuration, secrets),
  ])
  return {
    collections: Object.fromEntries(built.collections.map((each) => [each.name, desiredCollection(each.indexes)])),
    functions: Object.fromEntries(functions),
    storage: 'PRIVATE',
    http: Object.keys(routes).length > 0,
    routes,
    miniProgram: built.miniProgram,
  }
}

/** No phone reads or writes a collection; names of indexes without spaces, which the platform does not allow. */
function desiredCollection(indexes: readonly IndexState[]): CollectionState {
  return { access: 'ADMINONLY', indexes: indexes.map((each) => ({ ...each, name: each.name.replaceAll(' ', '_') })) }
}

function desiredFunction({ bundle, digest, config }: BuiltFunction, configuration: Configuration, secrets: Secrets) {
  const values = variablesIn(bundle).flatMap((name) => {
    const value = variableValue(name, configuration, secrets)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    runtime: RUNTIME,
    memory: configuration.memory,
    timeout: config.timeout ?? TIMEOUT,
    variables: Object.fromEntries(values),
    timers: (config.triggers ?? []).map(({ name, config: cron }) => ({ name, cron })),
    code: digest,
    // Without the mini program's secret permissions can be neither asked nor given.
    openapi: secrets[APP_SECRET] ? (config.permissions?.openapi ?? []) : null,
  }
}

function variableValue(name: string, configuration: Configuration, secrets: Secrets): string | undefined {
  const variable = variables[name]
  return variable?.from === 'configuration' ? variable.value(configuration) : secrets[name]
}

/** A sentence for each function whose variables are more than the platform takes. */
export function tooManyVariables({ functions }: State): string[] {
  const sizes = Object.entries(functions).map(([name, { variables }]) => {
    const bytes = Object.entries(variables).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0)
    return { name, bytes }
  })
  return sizes
    .filter(({ bytes }) => bytes > MOST_VARIABLES)
    .map(({ name, bytes }) => `${name} would get ${bytes} bytes of variables; the platform takes ${MOST_VARIABLES}.`)
}

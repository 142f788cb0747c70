/**
 * The plan: what has to be done so that the cloud is as the build wants it. Pure: the same two states give the same steps,
 * and a state that is as desired gives none. Nothing is ever deleted but an index or a timer that is to be replaced: what
 * the plan does not know is named and left alone.
 */
import type { Access, CollectionState, FunctionState, IndexState, State, TimerState } from './state'
import { unknownIn } from './unknown'

export type Step =
  | { do: 'create collection'; collection: string }
  | { do: 'close collection'; collection: string; from: Access; to: Access }
  | { do: 'create index'; collection: string; index: IndexState }
  | { do: 'replace index'; collection: string; index: IndexState }
  | { do: 'close storage'; from: Access; to: Access }
  | { do: 'create function'; name: string; as: FunctionState }
  | { do: 'configure function'; name: string; as: FunctionState; because: readonly string[] }
  | { do: 'upload code'; name: string; code: string }
  | { do: 'permit openapi'; name: string; openapi: readonly string[] }
  | { do: 'create timer'; name: string; timer: TimerState }
  | { do: 'replace timer'; name: string; timer: TimerState }
  | { do: 'open http' }
  | { do: 'create route'; path: string; name: string }
  | { do: 'upload mini program'; digest: string }

export type Plan = {
  /** In the order in which they are to be done. Each can be repeated, so a run that stopped is run again. */
  steps: readonly Step[]
  /** How many things already are as they should be. */
  unchanged: number
  /** What stands in the cloud without being ours; it stays. */
  unknown: readonly string[]
  /** What the tool must not decide; a sentence each. With one of these nothing is done. */
  conflicts: readonly string[]
}

/** What leads from `observed` to `desired`. */
export function planOf(desired: State, observed: State): Plan {
  const parts = [
    ...Object.entries(desired.collections).map(([name, want]) => ofCollection(name, want, observed.collections[name])),
    ofStorage(desired.storage, observed.storage),
    ...Object.entries(desired.functions).map(([name, want]) => ofFunction(name, want, observed.functions[name])),
    ofHttp(desired, observed),
    ofMiniProgram(desired.miniProgram, observed.miniProgram),
  ]
  return {
    steps: parts.flatMap(({ steps }) => steps),
    unchanged: parts.reduce((sum, { unchanged }) => sum + unchanged, 0),
    unknown: unknownIn(desired, observed),
    conflicts: parts.flatMap(({ conflicts = [] }) => conflicts),
  }
}

type Part = { steps: Step[]; unchanged: number; conflicts?: string[] }

const nothing: Part = { steps: [], unchanged: 1 }
const one = (step: Step): Part => ({ steps: [step], unchanged: 0 })

function join(parts: readonly Part[]): Part {
  return {
    steps: parts.flatMap(({ steps }) => steps),
    unchanged: parts.reduce((sum, { unchanged }) => sum + unchanged, 0),
    conflicts: parts.flatMap(({ conflicts = [] }) => conflicts),
  }
}

/** Closed before anything else is done with it: a collection is open to phones from its making. */
function ofCollection(collection: string, want: CollectionState, have: CollectionState | undefined): Part {
  return join([
    have ? nothing : one({ do: 'create collection', collection }),
    have?.access === want.access
      ? nothing
      : one({ do: 'close collection', collection, from: have?.access ?? '', to: want.access }),
    ...want.indexes.map((index) => ofIndex(collection, index, have?.indexes ?? [])),
  ])
}

function ofIndex(collection: string, index: IndexState, have: readonly IndexState[]): Part {
  const found = have.find(({ name }) => name === index.name)
  if (!found) {
    return one({ do: 'create index', collection, index })
  }
  return isSameIndex(found, index) ? nothing : one({ do: 'replace index', collection, index })
}

function isSameIndex(one: IndexState, other: IndexState): boolean {
  const text = ({ keys, unique }: IndexState) =>
    JSON.stringify([unique, keys.map(({ field, direction }) => [field, direction])])
  return text(one) === text(other)
}

function ofStorage(want: Access, have: Access): Part {
  return want === have ? nothing : one({ do: 'close storage', from: have, to: want })
}

/**
 * Variables come before the code that wants them, the timer after it. A new function is made with both at once.
 */
function ofFunction(name: string, want: FunctionState, have: FunctionState | undefined): Part {
  const timers = want.timers.map((timer) => ofTimer(name, timer, have?.timers ?? []))
  if (!have) {
    return join([one({ do: 'create function', name, as: want }), ofOpenapi(name, want, []), ...timers])
  }
  const because = differences(want, have)
  const conflicts =
    want.runtime === have.runtime
      ? []
      : [`${name} runs on ${have.runtime}, which cannot be changed to ${want.runtime}.`]
  return join([
    { steps: [], unchanged: 0, conflicts },
    because.length === 0 ? nothing : one({ do: 'configure function', name, as: completed(want, have), because }),
    want.code === have.code ? nothing : one({ do: 'upload code', name, code: want.code }),
    ofOpenapi(name, want, have.openapi),
    ...timers,
  ])
}

/** Variables are replaced as a whole by the platform: those that somebody added by hand are kept. */
function completed(want: FunctionState, have: FunctionState): FunctionState {
  return { ...want, variables: { ...have.variables, ...want.variables } }
}

/** Names of what differs, never a value. */
function differences(want: FunctionState, have: FunctionState): string[] {
  const variables = Object.keys(want.variables).filter((name) => want.variables[name] !== have.variables[name])
  return [
    ...(want.memory === have.memory ? [] : [`memory ${have.memory} → ${want.memory} MB`]),
    ...(want.timeout === have.timeout ? [] : [`timeout ${have.timeout} → ${want.timeout} s`]),
    ...variables.map((name) => (name in have.variables ? `another ${name}` : `new ${name}`)),
  ]
}

function ofOpenapi(name: string, { openapi }: FunctionState, have: readonly string[] | null): Part {
  if (openapi === null || have === null || openapi.length + have.length === 0) {
    return { steps: [], unchanged: 0 }
  }
  const isPermitted = openapi.every((api) => have.includes(api)) && have.every((api) => openapi.includes(api))
  return isPermitted ? nothing : one({ do: 'permit openapi', name, openapi })
}

function ofTimer(name: string, timer: TimerState, have: readonly TimerState[]): Part {
  const found = have.find((each) => each.name === timer.name)
  if (!found) {
    return one({ do: 'create timer', name, timer })
  }
  return found.cron === timer.cron ? nothing : one({ do: 'replace timer', name, timer })
}

/** Routes last of the cloud: what is reachable from outside must be able to answer. */
function ofHttp(desired: State, observed: State): Part {
  const routes = Object.entries(desired.routes).map(([path, name]): Part => {
    const have = observed.routes[path]
    if (have === undefined) {
      return one({ do: 'create route', path, name })
    }
    const sentence = `The path ${path} leads to the function ${have}, not to ${name}: remove it in the console first.`
    return have === name ? nothing : { steps: [], unchanged: 0, conflicts: [sentence] }
  })
  return join([desired.http && !observed.http ? one({ do: 'open http' }) : nothing, ...routes])
}

function ofMiniProgram(want: string, have: string): Part {
  return want === have ? nothing : one({ do: 'upload mini program', digest: want })
}

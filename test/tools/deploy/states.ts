/** Made-up states, and what a step does to one: the cloud as a value. */
import fc from 'fast-check'
import type { Step } from '../../../tools/deploy/plan'
import type { CollectionState, FunctionState, State } from '../../../tools/deploy/state'

const name = fc.constantFrom('one', 'two', 'three')
const text = fc.string({ minLength: 8, maxLength: 12 })
const many = <T>(value: fc.Arbitrary<T>) => fc.dictionary(name, value, { maxKeys: 3 })
const named = <T extends { name: string }>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(value, { selector: (each) => each.name, maxLength: 3 })

const index = fc.record({
  name,
  keys: fc.array(fc.record({ field: name, direction: fc.constantFrom(1 as const, -1 as const) }), {
    minLength: 1,
    maxLength: 2,
  }),
  unique: fc.boolean(),
})
const collection = fc.record({ access: fc.constantFrom('ADMINONLY', 'PRIVATE', 'READONLY'), indexes: named(index) })
const timer = fc.record({ name, cron: fc.constantFrom('0 * * * * * *', '*/10 * * * * * *') })
const cloudFunction = fc.record({
  runtime: fc.constant('Nodejs20.19'),
  memory: fc.constantFrom(256, 512),
  timeout: fc.constantFrom(3, 20, 60),
  variables: many(text),
  timers: named(timer),
  code: fc.constantFrom('aaaa', 'bbbb'),
  openapi: fc.constantFrom(null, [], ['subscribeMessage.send']),
})

/** Routes lead to one function only, so that no conflict hides the rest. */
export const anyState: fc.Arbitrary<State> = fc.record({
  collections: many(collection),
  functions: many(cloudFunction),
  storage: fc.constantFrom('', 'PRIVATE', 'READONLY'),
  http: fc.constant(true),
  routes: fc.dictionary(fc.constantFrom('/a', '/b'), fc.constant('one'), { maxKeys: 2 }),
  miniProgram: fc.constantFrom('', 'cccc', 'dddd'),
})

/** The state after a step, as the platform would leave it. */
export function after(state: State, step: Step): State {
  switch (step.do) {
    case 'create collection':
      return withCollection(state, step.collection, { access: 'READONLY', indexes: [] })
    case 'close collection':
      return withCollection(state, step.collection, { ...state.collections[step.collection]!, access: step.to })
    case 'create index':
    case 'replace index': {
      const have = state.collections[step.collection]!
      const others = have.indexes.filter((each) => each.name !== step.index.name)
      return withCollection(state, step.collection, { ...have, indexes: [...others, step.index] })
    }
    case 'close storage':
      return { ...state, storage: step.to }
    case 'create function':
      return withFunction(state, step.name, { ...step.as, timers: [], openapi: step.as.openapi && [] })
    case 'configure function': {
      const { memory, timeout, variables } = step.as
      return withFunction(state, step.name, { ...state.functions[step.name]!, memory, timeout, variables })
    }
    case 'upload code':
      return withFunction(state, step.name, { ...state.functions[step.name]!, code: step.code })
    case 'permit openapi':
      return withFunction(state, step.name, { ...state.functions[step.name]!, openapi: step.openapi })
    case 'create timer':
    case 'replace timer': {
      const have = state.functions[step.name]!
      const others = have.timers.filter((each) => each.name !== step.timer.name)
      return withFunction(state, step.name, { ...have, timers: [...others, step.timer] })
    }
    case 'open http':
      return { ...state, http: true }
    case 'create route':
      return { ...state, routes: { ...state.routes, [step.path]: step.name } }
    case 'upload mini program':
      return { ...state, miniProgram: step.digest }
  }
}

function withCollection(state: State, collection: string, as: CollectionState): State {
  return { ...state, collections: { ...state.collections, [collection]: as } }
}

function withFunction(state: State, name: string, as: FunctionState): State {
  return { ...state, functions: { ...state.functions, [name]: as } }
}

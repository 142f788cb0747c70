/** The plan: it ends, it can be stopped anywhere, it deletes nothing of others, and it tells no secret. */
import fc from 'fast-check'
import { planOf, type Step } from '../../../tools/deploy/plan'
import { describePlan, describe as describeStep, redactor } from '../../../tools/deploy/report'
import { emptyState, type State } from '../../../tools/deploy/state'
import { after, anyState } from './states'

const someFunction = {
  runtime: 'Nodejs20.19',
  memory: 256,
  timeout: 60,
  variables: { AUDIT_KEY: 'first-secret-value' },
  timers: [{ name: 'tend', cron: '0 */5 * * * * *' }],
  code: 'aaaa',
  openapi: [],
}
const small: State = {
  ...emptyState,
  collections: { cards: { access: 'ADMINONLY', indexes: [] } },
  functions: { office: someFunction },
  storage: 'PRIVATE',
}
const carried = (state: State, steps: readonly Step[]) => steps.reduce(after, state)

test('after its steps nothing is left to do', () => {
  fc.assert(
    fc.property(anyState, anyState, (desired, observed) => {
      const reached = carried(observed, planOf(desired, observed).steps)
      expect(planOf(desired, reached).steps).toEqual([])
    }),
  )
})

test('stopped after any step and planned again it ends the same', () => {
  fc.assert(
    fc.property(anyState, anyState, fc.nat(), (desired, observed, at) => {
      const { steps } = planOf(desired, observed)
      const stopped = carried(observed, steps.slice(0, at % (steps.length + 1)))
      expect(carried(stopped, planOf(desired, stopped).steps)).toEqual(carried(observed, steps))
    }),
  )
})

test('what is not ours stays', () => {
  fc.assert(
    fc.property(anyState, anyState, (desired, observed) => {
      const reached = carried(observed, planOf(desired, observed).steps)
      const kept = (have: object) =>
        expect.objectContaining(Object.fromEntries(Object.keys(have).map((key) => [key, expect.anything()])))
      expect(reached.collections).toEqual(kept(observed.collections))
      expect(reached.functions).toEqual(kept(observed.functions))
      expect(reached.routes).toEqual(expect.objectContaining(observed.routes))
      for (const [name, { variables }] of Object.entries(observed.functions)) {
        expect(reached.functions[name]!.variables).toEqual(kept(variables))
      }
    }),
  )
})

test('a collection is closed before anything else is made of it, and everything before the mini program', () => {
  fc.assert(
    fc.property(anyState, (desired) => {
      const { steps } = planOf(desired, emptyState)
      const at = (wanted: (step: Step) => boolean) => steps.findIndex(wanted)
      for (const collection of Object.keys(desired.collections)) {
        const created = at((step) => step.do === 'create collection' && step.collection === collection)
        expect(steps[created + 1]).toMatchObject({ do: 'close collection', collection })
      }
      const lastClosed = steps.findLastIndex((step) => step.do === 'close collection')
      const firstFunction = at((step) => step.do === 'create function')
      expect(firstFunction === -1 || firstFunction > lastClosed).toBe(true)
      const upload = at((step) => step.do === 'upload mini program')
      expect(upload === -1 || upload === steps.length - 1).toBe(true)
    }),
  )
})

test('new variables come before the code that reads them, a changed timer after it', () => {
  const have = { ...someFunction, variables: {}, code: 'bbbb', timers: [{ name: 'tend', cron: '0 0 * * * * *' }] }
  const { steps } = planOf(small, { ...small, functions: { office: have } })
  expect(steps.map((step) => step.do)).toEqual(['configure function', 'upload code', 'replace timer'])
})

test('a variable that somebody added by hand is sent along, because the platform replaces them all', () => {
  const have = { ...someFunction, memory: 128, variables: { ...someFunction.variables, TZ: 'Asia/Shanghai' } }
  const [step] = planOf(small, { ...small, functions: { office: have } }).steps
  expect(step).toMatchObject({ do: 'configure function', because: ['memory 128 → 256 MB'] })
  expect(step).toHaveProperty('as.variables.TZ', 'Asia/Shanghai')
})

test('an index of the same name with other fields is replaced, one that nobody knows is named', () => {
  const index = (name: string, field: string) => ({ name, keys: [{ field, direction: 1 as const }], unique: false })
  const desired = { ...small, collections: { cards: { access: 'ADMINONLY', indexes: [index('name', 'nameChinese')] } } }
  const indexes = [index('name', 'nameLatin'), index('mine', 'x')]
  const plan = planOf(desired, { ...small, collections: { cards: { access: 'ADMINONLY', indexes } } })
  expect(plan.steps).toMatchObject([{ do: 'replace index', index: { name: 'name' } }])
  expect(plan.unknown).toEqual(['index mine of cards'])
})

test('an older runtime and a path that leads elsewhere are for a person to decide', () => {
  const observed = {
    ...small,
    functions: { office: { ...someFunction, runtime: 'Nodejs8.9' } },
    routes: { '/gate': 'old' },
  }
  const { steps, conflicts } = planOf({ ...small, routes: { '/gate': 'gate' } }, observed)
  expect(steps).toEqual([])
  expect(conflicts).toHaveLength(2)
  expect(conflicts.join(' ')).toMatch(/Nodejs8\.9.*\/gate/)
})

test('permissions that could not be asked are neither given nor taken', () => {
  const observed = { ...small, functions: { office: { ...someFunction, openapi: null } } }
  const wanted = { ...small, functions: { office: { ...someFunction, openapi: ['subscribeMessage.send'] } } }
  expect(planOf(wanted, observed).steps).toEqual([])
})

test('no value of a variable is ever in the words of the plan', () => {
  fc.assert(
    fc.property(anyState, anyState, (desired, observed) => {
      const secret = 'the-secret-value'
      const disclose = (state: State): State => ({
        ...state,
        functions: Object.fromEntries(
          Object.entries(state.functions).map(([name, each]) => [
            name,
            { ...each, variables: { KEY: `${secret}${each.memory}` } },
          ]),
        ),
      })
      const plan = planOf(disclose(desired), disclose(observed))
      expect([...describePlan(plan), ...plan.steps.map(describeStep)].join('\n')).not.toContain(secret)
    }),
  )
})

test('secrets are taken out of what the platform says, also where it quotes them as JSON', () => {
  const clean = redactor({ KEY: 'a"quoted\\secret', OTHER: 'another-secret', SHORT: '1' })
  expect(clean('bad value a"quoted\\secret, {"x":"a\\"quoted\\\\secret"} and another-secret at 1')).toBe(
    'bad value •••, {"x":"•••"} and ••• at 1',
  )
})

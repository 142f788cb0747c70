/** What stands in the cloud without being ours, by name. It is told and left alone. */
import type { State } from './state'

export function unknownIn(desired: State, observed: State): string[] {
  const extra = (have: object, want: object) => Object.keys(have).filter((name) => !(name in want))
  const indexes = Object.entries(desired.collections).flatMap(([name, { indexes }]) => {
    const known = indexes.map((index) => index.name)
    const have = observed.collections[name]?.indexes ?? []
    return have.filter((index) => !known.includes(index.name)).map((index) => `index ${index.name} of ${name}`)
  })
  const timers = Object.entries(desired.functions).flatMap(([name, { timers }]) => {
    const known = timers.map((timer) => timer.name)
    const have = observed.functions[name]?.timers ?? []
    return have.filter((timer) => !known.includes(timer.name)).map((timer) => `timer ${timer.name} of ${name}`)
  })
  return [
    ...extra(observed.collections, desired.collections).map((name) => `collection ${name}`),
    ...indexes,
    ...extra(observed.functions, desired.functions).map((name) => `function ${name}`),
    ...timers,
    ...extra(observed.routes, desired.routes).map((path) => `path ${path}`),
  ]
}

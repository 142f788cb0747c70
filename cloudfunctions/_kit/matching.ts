/**
 * Looks applications up in the archive, many at once: one read by documents, then reads by the names of those whose
 * document is not on record. Carries the tables of Chinese characters: functions load it when they need it, by
 * `import()`.
 */
import { foldName } from '../../domain/archive/name-comparison'
import type { Study } from '../../domain/registration/form'
import type { OnRecord } from '../../domain/review/candidate'
import { type Match, match } from '../../domain/review/match'
import { upToDate } from './chained-digest'
import { between, oneOf, type Where } from './conditions'
import { find } from './store'

/** What of an application is looked up. */
export type Person = { digest: string; nameChinese: string; nameLatin: string; studies: readonly Study[] }

type Folded = Person & { name: ReturnType<typeof foldName> }

/** The most that one read gives. */
const MOST = 1000
/** Names asked for at once; ten have some hundred namesakes among 300,000 alumni. */
const NAMES_AT_ONCE = 10
const NEAR_YEARS = 1

/**
 * The match of each person, in their order. While the digest key is being replaced, either side may be brought over
 * first.
 */
export async function matchAll(people: readonly Person[]): Promise<Match[]> {
  const folded = people.map((person) => ({ ...person, digest: upToDate(person.digest), name: foldName(person) }))
  const documented = await byDocument([...new Set(people.flatMap(({ digest }) => [digest, upToDate(digest)]))])
  const strangers = folded.filter(({ digest }) => !documented.has(digest))
  const named = new Map<Folded, OnRecord[]>()
  for (let first = 0; first < strangers.length; first += NAMES_AT_ONCE) {
    await byName(strangers.slice(first, first + NAMES_AT_ONCE), named)
  }
  return folded.map((person) => match(person, documented.get(person.digest) ?? named.get(person) ?? []))
}

/** The match of one person. */
export async function matchOne(person: Person): Promise<Match> {
  const [found] = await matchAll([person])
  return found as Match
}

async function byDocument(digests: readonly string[]): Promise<Map<string, OnRecord[]>> {
  const found = await find('archive', { digest: oneOf(digests) }, { limit: MOST })
  if (found.length === MOST && digests.length > 1) {
    const half = Math.ceil(digests.length / 2)
    const parts = [await byDocument(digests.slice(0, half)), await byDocument(digests.slice(half))]
    return new Map(parts.flatMap((part) => [...part]))
  }
  return groupBy(found, ({ digest }) => upToDate(digest))
}

/**
 * Fills `into`. When there are too many namesakes for one read, fewer names are asked for, at last of near years only.
 */
async function byName(people: readonly Folded[], into: Map<Folded, OnRecord[]>): Promise<void> {
  const keysOf = ({ name }: Folded) => [...name.keys.full, ...name.keys.short]
  const where: Where<'archive'> = { nameKeys: oneOf([...new Set(people.flatMap(keysOf))]) }
  let found = await find('archive', where, { limit: MOST })
  const [first] = people
  if (found.length === MOST && people.length > 1) {
    const half = Math.ceil(people.length / 2)
    await byName(people.slice(0, half), into)
    await byName(people.slice(half), into)
    return
  }
  if (found.length === MOST && first) {
    const years = first.studies.map(({ entryYear }) => entryYear)
    const near = between(Math.min(...years) - NEAR_YEARS, Math.max(...years) + NEAR_YEARS)
    found = await find('archive', { ...where, entryYear: near }, { limit: MOST })
  }
  for (const person of people) {
    const keys = new Set(keysOf(person))
    into.set(
      person,
      found.filter(({ nameKeys }) => nameKeys.some((key) => keys.has(key))),
    )
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  }
  return groups
}

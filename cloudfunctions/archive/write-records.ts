/**
 * Writing records whose key follows from the row: those that are new in one request, those that differ one by one,
 * those that are the same not at all. Done again, or by two imports at once, it ends with the same records.
 */
import { inLanes } from '../_kit/lanes'
import type { Records } from '../_kit/records'
import type { ImportMarks } from '../_kit/records/archive'
import { getAll, insertAll, type Patch, type Stored, updateAll, updateWhere } from '../_kit/store'
import { Busy, Duplicate } from '../_kit/store-errors'
import { type Chunk, earlierOutcome, newMarks, type Outcome, type Problem, rowProblem } from './outcome'

type Name = 'archive' | 'campusIdentities'
type Fields<N extends Name> = Omit<Records[N], keyof ImportMarks>

/** A record to be written. `changes`: the fields to replace in the stored one; null when it says the same. */
export type Wanted<N extends Name> = {
  row: number
  id: string
  fields: Fields<N>
  changes: (stored: Stored<N>) => Partial<Fields<N>> | null
}

type Sorted<N extends Name> = {
  fresh: Wanted<N>[]
  changed: { id: string; fields: Partial<Fields<N>> }[]
  same: string[]
  outcome: Outcome
}

const ATTEMPTS = 5
const LANES = 8

export async function writeRecords<N extends Name>(name: N, wanted: Wanted<N>[], chunk: Chunk): Promise<Outcome> {
  const { once, twice } = onceEach(wanted)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await getAll(
      name,
      once.map(({ id }) => id),
    )
    const sorted = sort(once, stored, chunk)
    if (await insertFresh(name, sorted.fresh, chunk)) {
      await inLanes(sorted.changed, LANES, neverOver, async ({ id, fields }) => {
        const patch = { ...fields, written: chunk.name, seen: chunk.name } as unknown as Patch<N>
        await updateWhere(name, { _id: id } as never, patch)
      })
      await updateAll(name, sorted.same, { seen: chunk.name } as unknown as Patch<N>)
      return { ...sorted.outcome, problems: [...twice, ...sorted.outcome.problems] }
    }
  }
  throw new Busy()
}

const neverOver = () => false

function onceEach<N extends Name>(wanted: readonly Wanted<N>[]): { once: Wanted<N>[]; twice: Problem[] } {
  const byId = new Map<string, Wanted<N>>()
  const twice: Problem[] = []
  for (const one of wanted) {
    if (byId.has(one.id)) {
      twice.push(rowProblem(one.row, 'row_twice'))
    } else {
      byId.set(one.id, one)
    }
  }
  return { once: [...byId.values()], twice }
}

function sort<N extends Name>(
  wanted: readonly Wanted<N>[],
  stored: ReadonlyMap<string, Stored<N>>,
  chunk: Chunk,
): Sorted<N> {
  const sorted: Sorted<N> = {
    fresh: [],
    changed: [],
    same: [],
    outcome: { fresh: 0, changed: 0, unchanged: 0, problems: [] },
  }
  for (const one of wanted) {
    const record = stored.get(one.id)
    const earlier = record ? earlierOutcome(record, chunk) : null
    const changes = record && !earlier ? one.changes(record) : null
    if (earlier === 'twice') {
      sorted.outcome.problems.push(rowProblem(one.row, 'row_twice'))
    } else if (!record || earlier === 'fresh') {
      sorted.outcome.fresh += 1
      sorted.fresh.push(...(record ? [] : [one]))
    } else if (changes || earlier === 'changed') {
      sorted.outcome.changed += 1
      sorted.changed.push(...(changes ? [{ id: one.id, fields: changes }] : []))
    } else {
      sorted.outcome.unchanged += 1
      sorted.same.push(one.id)
    }
  }
  return sorted
}

/** @returns false when somebody else inserted one of them meanwhile */
async function insertFresh<N extends Name>(name: N, fresh: readonly Wanted<N>[], chunk: Chunk): Promise<boolean> {
  if (fresh.length === 0) {
    return true
  }
  try {
    const marks = newMarks(chunk)
    await insertAll(
      name,
      fresh.map(({ id, fields }) => [id, { ...fields, ...marks } as unknown as Records[N]] as const),
    )
    return true
  } catch (error) {
    if (error instanceof Duplicate) {
      return false
    }
    throw error
  }
}

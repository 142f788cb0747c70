/**
 * Transactions: several records change together or not at all. Inside, records are reached by their key only: `where()`
 * in a CloudBase transaction runs outside it and survives the rollback, so the type below has none. One operation at a
 * time; parallel ones are refused by the server.
 *
 * A transaction that loses against another fails at once. The SDK's runTransaction would start again without waiting,
 * which lets a crowd collide until it gives up; here every loser waits a random while, longer each time.
 */
import { type Ok, ok, type Result } from '../../domain/result'
import { database } from './cloudbase'
import type { CollectionName, Records } from './records'
import { getAll, type Patch, type Stored, toUpdate } from './store'
import { Busy, Duplicate, isConflict, isDuplicate } from './store-errors'

export type Transaction = {
  get<Name extends CollectionName>(name: Name, id: string): Promise<Stored<Name> | null>
  /**
   * Many records in two round trips: one fixes what the transaction sees, the other reads past it. What was read is at
   * least as new as what the transaction sees, and whatever changed since then refuses its write, so a record that is
   * written afterwards was up to date. One that is only read may have changed. @param ids at least one, at most 1000
   */
  getAll<Name extends CollectionName>(name: Name, ids: readonly string[]): Promise<Map<string, Stored<Name>>>
  /** @throws Duplicate, which ends the transaction */
  insert<Name extends CollectionName>(name: Name, id: string, record: Records[Name]): Promise<void>
  /** Several in one round trip. @throws Duplicate without saying which one, which ends the transaction */
  insertAll<Name extends CollectionName>(
    name: Name,
    records: readonly (readonly [string, Records[Name]])[],
  ): Promise<void>
  update<Name extends CollectionName>(name: Name, id: string, patch: Patch<Name>): Promise<void>
  remove(name: CollectionName, id: string): Promise<void>
}

type Server = Awaited<ReturnType<typeof database.startTransaction>>

const ATTEMPTS = 8
const FIRST_WAIT_MS = 25
const LONGEST_WAIT_MS = 800

/**
 * Runs `work` in a transaction: success is committed, a refusal is rolled back. `work` may run several times.
 * @param onDuplicate what to answer when a natural key was taken; it runs after the rollback. Without it a taken key is
 * a
 *   conflict like any other: the next try sees the record.
 * @throws Busy when others kept changing the same records
 */
export async function transact<T, Code extends string>(
  work: (transaction: Transaction) => Promise<Result<T, Code>>,
  onDuplicate?: (duplicate: Duplicate) => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await runOnce(work)
    } catch (error) {
      if (error instanceof Duplicate && onDuplicate) {
        return await onDuplicate(error)
      }
      if (!(error instanceof Duplicate) && !isConflict(error)) {
        throw error
      }
      await wait(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt))
    }
  }
  throw new Busy()
}

/** A transaction without refusals. @returns what `work` returned when it was committed */
export async function change<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const done = await transact<T, never>(async (transaction) => ok(await work(transaction)))
  // Without a code there is nothing to refuse with.
  return (done as Ok<T>).value
}

async function runOnce<T, Code extends string>(work: (transaction: Transaction) => Promise<Result<T, Code>>) {
  const server = await database.startTransaction()
  let result: Result<T, Code>
  try {
    result = await work(operationsOf(server))
    if (result.ok) {
      await server.commit()
      return result
    }
  } catch (error) {
    await rollBack(server)
    throw error
  }
  await rollBack(server)
  return result
}

// The server may have ended the transaction already, and ends it by itself after 30 seconds.
async function rollBack(server: Server) {
  await server.rollback(null).catch(() => undefined)
}

function operationsOf(server: Server): Transaction {
  return {
    async get(name, id) {
      const { data } = await server.collection(name).doc(id).get()
      return (data as unknown as Stored<typeof name> | null) ?? null
    },
    async getAll(name, ids) {
      await server
        .collection(name)
        .doc(ids[0] ?? '')
        .get()
      return getAll(name, ids)
    },
    async insert(name, id, record) {
      try {
        await server.collection(name).add({ _id: id, ...record })
      } catch (error) {
        throw isDuplicate(error) ? new Duplicate(name, id) : error
      }
    },
    async insertAll(name, records) {
      try {
        await server.collection(name).add(records.map(([id, record]) => ({ _id: id, ...record })))
      } catch (error) {
        throw isDuplicate(error) ? new Duplicate(name, 'several') : error
      }
    },
    async update(name, id, patch) {
      await server.collection(name).doc(id).update(toUpdate(patch))
    },
    async remove(name, id) {
      await server.collection(name).doc(id).remove()
    },
  }
}

function wait(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * Bringing a person under a new digest key: everything that is found by the digest of their document changes in one
 * transaction, so that nobody ever meets half of it. Done by whoever needs the person while the key is being replaced,
 * and by the timer for all the others. Under the old digest a claim remains until the end, an alias of the new one: a
 * function that still runs with the earlier key alone finds the same person by it, and cannot make a second one.
 */
import { digestRotation, upToDate } from './chained-digest'
import { documentClaim } from './claims'
import type { CollectionName } from './records'
import type { ClaimRecord } from './records/registration'
import { find, get, type Stored } from './store'
import { change, type Transaction } from './transaction'
import { monthKey } from './visit-month'

const MOST = 1000

// Once it is over it stays over; until then it is asked for every time.
let isOver = false

/** True until everything stands under the newest key. */
export async function isRotating(): Promise<boolean> {
  isOver ||= ['sweeping', 'done'].includes((await get('keyRotations', digestRotation))?.state ?? '')
  return !isOver
}

/**
 * Brings the person of a digest under the newest key; done before, it changes nothing.
 * @param again looks for records that came after it was done: the timer's way
 */
export async function bringOver(digest: string, again = false): Promise<void> {
  const claim = await get('claims', documentClaim(digest))
  if (claim?.moved && !again) {
    return
  }
  // A document that was joined goes with its identity.
  const identity = claim?.aliasOf && !claim.moved ? claim.aliasOf : digest
  const found = await recordsOf(identity)
  await change(async (transaction) => {
    await moveClaims(transaction, identity, digest)
    await moveRecords(transaction, identity, found)
  })
}

type Found = { name: 'applications' | 'cards' | 'visits' | 'archive'; id: string }[]

async function recordsOf(digest: string): Promise<Found> {
  const names = ['applications', 'cards', 'visits', 'archive'] as const
  const found = await Promise.all(names.map((name) => find(name, { digest }, { limit: MOST })))
  return names.flatMap((name, place) => (found[place] ?? []).map(({ _id: id }) => ({ name, id })))
}

/** The claims of an identity and of the documents that were joined to it, with the list of them. */
async function moveClaims(transaction: Transaction, identity: string, asked: string): Promise<void> {
  const newest = upToDate(identity)
  const known = (await transaction.get('identities', identity)) ?? (await transaction.get('identities', newest))
  const aliases = (known?.aliases ?? []).map(({ digest }) => digest)
  for (const digest of new Set([identity, asked, ...aliases])) {
    await moveClaim(transaction, digest, newest)
  }
  if (known) {
    const brought = { aliases: known.aliases.map((alias) => ({ ...alias, digest: upToDate(alias.digest) })) }
    if (known._id === newest) {
      await transaction.update('identities', newest, brought)
    } else {
      await transaction.insert('identities', newest, brought)
      await transaction.remove('identities', identity)
    }
  }
}

async function moveClaim(transaction: Transaction, digest: string, identity: string): Promise<void> {
  const newest = upToDate(digest)
  const claim = await transaction.get('claims', documentClaim(digest))
  if (newest === digest) {
    if (claim?.aliasOf) {
      await transaction.update('claims', documentClaim(digest), { aliasOf: identity })
    }
    return
  }
  const trace: ClaimRecord = { application: null, card: null, openid: null, aliasOf: identity, moved: true }
  if (!claim) {
    await transaction.insert('claims', documentClaim(digest), trace)
  } else if (!claim.moved) {
    const { _id, ...held } = claim
    await transaction.insert('claims', documentClaim(newest), held.aliasOf ? { ...held, aliasOf: identity } : held)
    await transaction.update('claims', documentClaim(digest), trace)
  }
}

async function moveRecords(transaction: Transaction, identity: string, found: Found): Promise<void> {
  const newest = upToDate(identity)
  const months = new Map<string, string>()
  for (const { name, id } of found) {
    const record = await transaction.get<CollectionName>(name, id)
    if (!record || (record as { digest?: string }).digest !== identity) {
      continue
    }
    if (name === 'archive') {
      await moveArchive(transaction, record as Stored<'archive'>)
      continue
    }
    await transaction.update(name, id, { digest: newest })
    if (name === 'visits') {
      const { day } = record as Stored<'visits'>
      months.set(monthKey(identity, day), monthKey(newest, day))
    }
  }
  for (const [before, after] of months) {
    const month = await transaction.get('visitMonths', before)
    if (month) {
      const { _id, ...days } = month
      await transaction.insert('visitMonths', after, days)
      await transaction.remove('visitMonths', before)
    }
  }
}

/** A study record, whose key is a digest as well. */
export async function moveArchive(transaction: Transaction, record: Stored<'archive'>): Promise<void> {
  const { _id, ...study } = record
  const brought = { ...study, digest: study.digest === '' ? '' : upToDate(study.digest) }
  if (upToDate(_id) === _id) {
    await transaction.update('archive', _id, { digest: brought.digest })
    return
  }
  await transaction.insert('archive', upToDate(_id), brought)
  await transaction.remove('archive', _id)
}

/**
 * Making the next status list. A change brings its serials, and the next list is the newest one with what the store says of
 * them: the same work however long the list is. The timer reads every listed binding anew, so a change whose call was lost is
 * on the list ten minutes later at most.
 *
 * Any number of makers may work at once: each begins with the newest list, reads the bindings after it, and stores its own
 * under the next sequence, which only one of them can. The others begin again, and mostly find that nothing is left to do.
 */
import type { GateInput } from '../../domain/gate/api'
import { hasSerial } from '../../domain/gate/golomb-rice'
import { isListDue, listNotAfter } from '../../domain/gate/list-life'
import { encodeStatusList, openStatusList } from '../../domain/gate/status-list'
import type { StatusList } from '../../domain/gate/status-list-layout'
import { ok, refuse } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import type { Call } from '../_kit/call'
import { above, atMost, oneOf } from '../_kit/conditions'
import { isSealed } from '../_kit/list-hint'
import { loadSettings, maxListAgeOf } from '../_kit/settings'
import { find, getAll, type Stored, updateWhere } from '../_kit/store'
import { Busy } from '../_kit/store-errors'
import type { Answer } from './answer'
import { listKey } from './list-key'
import { newestRecord, openRecord, storeList } from './status-lists'

const ATTEMPTS = 10
const LONGEST_WAIT_MS = 200
const BY_SERIAL = { order: 'serial', limit: 1000 } as const

/** Serials by what the list says of them. */
type Sections = { revoked: Iterable<number>; suspended: Iterable<number> }

/** A hint by another function that these bindings have changed; what they are now is read from the store. */
export async function renewListFor(hint: GateInput<'renewList'>, { now }: Call): Answer<'renewList'> {
  if (!isSealed(hint, now)) {
    return refuse('not_allowed')
  }
  await renewList(hint.serials, now)
  return ok(null)
}

/**
 * The newest list, made now when it would tell something new or its time has come.
 * @param changed serials whose bindings have changed; null reads all bindings
 * @throws Busy when others kept making lists
 */
export async function renewList(changed: readonly number[] | null, now: Instant): Promise<StatusList> {
  const maxListAge = maxListAgeOf(await loadSettings())
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await newestRecord()
    const newest = record && openRecord(record)
    const sections = newest && changed ? await withChanges(newest, changed, now) : await allListed(now)
    const issued = Math.max(now, record?.issued ?? 0)
    const next = makeList({ sequence: (record?.sequence ?? 0) + 1, issued, maxListAge }, sections)
    if (newest && hasSameSerials(newest, next) && !isListDue(newest.issued, maxListAge, now)) {
      return newest
    }
    if (await storeList(next, now)) {
      return next
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_WAIT_MS))
  }
  throw new Busy()
}

/** Takes bindings off the lists whose credentials have died. */
export async function forgetOutlived(now: Instant): Promise<void> {
  const outlived = { listed: oneOf(['revoked', 'suspended']), listedUntil: atMost(now) }
  await updateWhere('bindings', outlived, { listed: null, listedUntil: 0 })
}

async function withChanges(newest: StatusList, changed: readonly number[], now: Instant): Promise<Sections> {
  const bindings = await getAll('bindings', changed.map(String))
  const revoked = new Set(newest.revoked)
  const suspended = new Set(newest.suspended)
  for (const { serial, listed, listedUntil } of bindings.values()) {
    const isListed = listedUntil > now
    place(revoked, serial, isListed && listed === 'revoked')
    place(suspended, serial, isListed && listed === 'suspended')
  }
  return { revoked, suspended }
}

function place(section: Set<number>, serial: number, belongs: boolean) {
  if (belongs) {
    section.add(serial)
  } else {
    section.delete(serial)
  }
}

async function allListed(now: Instant): Promise<Sections> {
  const [revoked, suspended] = await Promise.all([listedAs('revoked', now), listedAs('suspended', now)])
  return { revoked, suspended }
}

async function listedAs(listed: 'revoked' | 'suspended', now: Instant): Promise<number[]> {
  const serials: number[] = []
  let after: number | undefined = -1
  while (after !== undefined) {
    const page: Stored<'bindings'>[] = await find('bindings', { listed, serial: above(after) }, BY_SERIAL)
    serials.push(...page.filter(({ listedUntil }) => listedUntil > now).map(({ serial }) => serial))
    after = page.length === BY_SERIAL.limit ? page.at(-1)?.serial : undefined
  }
  return serials
}

type Frame = { sequence: number; issued: Instant; maxListAge: number }

function makeList({ sequence, issued, maxListAge }: Frame, sections: Sections): StatusList {
  const { sign, publicKey } = listKey
  const bytes = encodeStatusList({ sequence, issued, notAfter: listNotAfter(issued, maxListAge), ...sections, sign })
  const list = bytes && openStatusList(bytes, [publicKey])
  if (!list?.ok) {
    throw new Error('The status list cannot be made: it has become longer than a list may be.')
  }
  return list.value
}

function hasSameSerials(one: StatusList, other: StatusList): boolean {
  const sections = [
    [one.revoked, other.revoked],
    [one.suspended, other.suspended],
  ] as const
  return sections.every(([a, b]) => a.length === b.length && a.every((serial) => hasSerial(b, serial)))
}

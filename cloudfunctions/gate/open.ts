/**
 * Start of a shift: the keys that verify passes, the points, the policy, the status list. With them the phone decides
 * without network.
 */
import type { GateInput } from '../../domain/gate/api'
import { policiesOf } from '../../domain/office/policies'
import { toHex } from '../../domain/pass'
import { ok } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import type { Call } from '../_kit/call'
import { loadSettings, maxListAgeOf } from '../_kit/settings'
import type { Answer } from './answer'
import { listKey } from './list-key'
import { renewList } from './renew-list'
import { newestRecord, openRecord, updateSince } from './status-lists'
import { passKeys } from './verification-keys'

export async function open({ sequence }: GateInput<'open'>, { now }: Call): Answer<'open'> {
  const [settings, newest] = await Promise.all([loadSettings(), newestList(now)])
  const policies = policiesOf(settings ?? {})
  return ok({
    now,
    keys: passKeys,
    points: [...university.points],
    maxListAge: maxListAgeOf(settings),
    listKeys: [toHex(listKey.publicKey)],
    companions: policies.companions,
    visitorsLeave: policies.visitLeavingMinutes > 0,
    update: await updateSince(sequence, newest),
  })
}

export async function list({ sequence }: GateInput<'list'>, { now }: Call): Answer<'list'> {
  return ok({ now, update: await updateSince(sequence, await newestList(now)) })
}

// Made here only before the timer ran for the first time, and after the list key was changed.
async function newestList(now: Instant) {
  const record = await newestRecord()
  return (record && openRecord(record)) ?? (await renewList(null, now))
}

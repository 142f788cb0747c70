/**
 * The scans that a guard's phone has stored, each exactly once: the phone names a scan when it makes it, so a delivery that
 * is repeated, or cut off and repeated, finds what is there already. What the scans make suspicious is marked afterwards.
 */
import type { GateInput } from '../../domain/gate/api'
import { ok } from '../../domain/result'
import type { Call } from '../_kit/call'
import { logFailure } from '../_kit/log'
import type { ScanRecord } from '../_kit/records/gate'
import { getAll, insertAll, type Stored } from '../_kit/store'
import { Busy, Duplicate } from '../_kit/store-errors'
import type { Answer } from './answer'
import { markScans } from './mark-scans'

const ATTEMPTS = 5

export async function record({ scans }: GateInput<'record'>, call: Call): Answer<'record'> {
  // The same scan twice in one delivery would make the whole of it look repeated.
  const records = new Map(scans.map(({ id, ...scan }) => [id, recordOf(scan, call)]))
  await insertMissing(records)
  try {
    await markScans([...records].map(([_id, scan]): Stored<'scans'> => ({ _id, ...scan })))
  } catch (error) {
    // The journal is safe; the timer judges everything that has arrived once more.
    logFailure('record', error)
  }
  return ok({ stored: scans.length })
}

// A delivery that was cut off has stored some of them: what is there is asked for once, not found out one by one.
async function insertMissing(records: ReadonlyMap<string, ScanRecord>): Promise<void> {
  let missing = [...records]
  for (let attempt = 0; attempt < ATTEMPTS && missing.length > 0; attempt += 1) {
    try {
      await insertAll('scans', missing)
      return
    } catch (error) {
      if (!(error instanceof Duplicate)) {
        throw error
      }
    }
    const stored = await getAll('scans', [...records.keys()])
    missing = missing.filter(([id]) => !stored.has(id))
  }
  if (missing.length > 0) {
    throw new Busy()
  }
}

type NamelessScan = Omit<GateInput<'record'>['scans'][number], 'id'>

function recordOf(scan: NamelessScan, { openid, now }: Call): ScanRecord {
  return { ...scan, guard: openid, receivedAt: now }
}

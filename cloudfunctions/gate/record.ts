/**
 * The scans that a guard's phone has stored, each exactly once: the phone names a scan when it makes it, so a delivery that
 * is repeated, or cut off and repeated, finds what is there already.
 */
import type { GateRequest, Scan } from '../../domain/gate/api'
import { ok } from '../../domain/result'
import { inLanes } from '../_kit/lanes'
import type { ScanRecord } from '../_kit/records'
import type { Call } from '../_kit/serve'
import { insert, insertAll } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import type { Answer } from './answer'

const LANES = 8

export async function record({ scans }: GateRequest<'record'>, call: Call): Answer<'record'> {
  // The same scan twice in one delivery would make the whole of it look repeated.
  const records = new Map(scans.map((scan) => [scan.id, recordOf(scan, call)]))
  try {
    await insertAll('scans', [...records])
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
    await insertMissing([...records])
  }
  return ok({ stored: scans.length })
}

async function insertMissing(records: readonly (readonly [string, ScanRecord])[]) {
  await inLanes(
    records,
    LANES,
    () => false,
    async ([id, scan]) => {
      try {
        await insert('scans', id, scan)
      } catch (error) {
        if (!(error instanceof Duplicate)) {
          throw error
        }
      }
    },
  )
}

function recordOf({ id: _, ...scan }: Scan, { openid, now }: Call): ScanRecord {
  return { ...scan, guard: openid, receivedAt: now }
}

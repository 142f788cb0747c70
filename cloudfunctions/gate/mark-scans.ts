/**
 * Marks after scans have arrived. Work is bounded by what arrived: the scans around it of the same cards are read in a few
 * questions, and a mark that exists is left as it is. Rules: domain/gate/marks.
 */
import { createHash } from 'node:crypto'
import { type JudgedScan, MARK_REACH, type Mark, marksOf } from '../../domain/gate/marks'
import { between, oneOf } from '../_kit/conditions'
import type { MarkRecord } from '../_kit/records/gate'
import { find, getAll, insertAll, type Stored } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'

/** Cards of one question; with 1000 scans of an answer, each may have a handful. */
const CARDS = 200
const MOST = 1000

type Scan = Stored<'scans'>
type Found = Mark & { serial: number }

/** Judges scans that have arrived, together with those around them. At most 1000 at once. */
export async function markScans(arrived: readonly Scan[]): Promise<void> {
  const genuine = arrived.filter(({ serial }) => serial !== null)
  const serials = [...new Set(genuine.map(({ serial }) => serial as number))]
  const found: Found[] = []
  for (let start = 0; start < serials.length; start += CARDS) {
    const some = serials.slice(start, start + CARDS)
    found.push(...(await marksAround(some, genuine)))
  }
  await save(found)
}

async function marksAround(serials: readonly number[], arrived: readonly Scan[]): Promise<Found[]> {
  const those = new Set(serials)
  const mine = arrived.filter(({ serial }) => those.has(serial as number))
  const times = mine.map(({ at }) => at)
  const around = between(Math.min(...times) - MARK_REACH, Math.max(...times) + MARK_REACH)
  const stored = await find('scans', { serial: oneOf(serials), at: around }, { limit: MOST })
  const all = new Map([...stored, ...mine].map((scan) => [scan._id, scan]))
  return serials.flatMap((serial) => {
    const scans = [...all.values()].filter((scan) => scan.serial === serial).map(judged)
    return marksOf(serial, scans).map((mark) => ({ ...mark, serial }))
  })
}

function judged({ _id, at, point, verdict, step, guard, device }: Scan): JudgedScan {
  return { id: _id, at, point, verdict, step, reader: device ?? guard }
}

async function save(found: readonly Found[]): Promise<void> {
  const byId = new Map(found.map((mark) => [markId(mark), mark]))
  const known = await getAll('marks', [...byId.keys()].slice(0, MOST))
  const bindings = await getAll('bindings', [...new Set(found.map(({ serial }) => String(serial)))])
  const records = [...byId].flatMap(([id, mark]): [string, MarkRecord][] => {
    const binding = bindings.get(String(mark.serial))
    return known.has(id) || !binding ? [] : [[id, recordOf(id, mark, binding.cardNumber)]]
  })
  if (records.length === 0) {
    return
  }
  try {
    await insertAll('marks', records)
  } catch (error) {
    // Somebody else judges the same scans; what of ours was left out is found by the timer.
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
}

function recordOf(id: string, { kind, at, serial, scans }: Found, cardNumber: string): MarkRecord {
  const position = `${String(at).padStart(14, '0')}-${id.slice(0, 16)}`
  return { kind, state: 'open', at, position, serial, cardNumber, scans: [...scans], settled: null }
}

function markId({ key }: Mark): string {
  return createHash('sha256').update(`alumni-ecard/mark/1\0${key}`).digest('hex')
}

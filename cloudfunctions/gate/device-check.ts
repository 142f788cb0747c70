/**
 * A device's question: decided like a guard's, and on record before it is answered. An admission is stored under serial,
 * step and point, so one code opens a point once, however many devices and instances of this function stand there; the
 * refused second is told `replayed`. A request that is sent again under its own name gets the answer of the first time.
 */
import { createHash } from 'node:crypto'
import { admits, stepOf, type VerdictCode } from '../../domain/pass'
import type { Instant } from '../../domain/time/shanghai'
import type { Point } from '../../domain/university'
import type { ScanRecord } from '../_kit/records'
import { get, insert } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import { type Judgement, judge } from './judge'
import { SeenAtPoints } from './seen-at-points'

export type DeviceQuestion = {
  text: string
  challenge: number | null
  point: Point
  /** Key of the device's record. */
  device: string
  /** The device's name for the request; null when it gives none. */
  name: string | null
}

/** Kept while the instance lives; what it forgets, the record under serial, step and point still knows. */
const seen = new SeenAtPoints()

export async function decideForDevice(question: DeviceQuestion, now: Instant): Promise<Judgement> {
  const judgement = await judge({ ...question, seen: seen.at(question.point.id) }, now)
  const verdict = await journal(question, judgement, now)
  return { ...judgement, verdict }
}

/** What is on record now: the verdict, or `replayed` when the code was used before. */
async function journal(question: DeviceQuestion, { verdict, genuine }: Judgement, now: Instant): Promise<VerdictCode> {
  const scan = scanOf(question, { verdict, genuine }, now)
  if (!genuine || !(admits(verdict) || verdict === 'replayed')) {
    await insertOnce(refusedKey(question, now), scan)
    return verdict
  }
  const { serial } = genuine.holder
  const key = `${serial}:${genuine.used}:${question.point.id}`
  if (admits(verdict) && (await insertOnce(key, scan))) {
    seen.add(question.point.id, serial, genuine.used, now)
    return verdict
  }
  const first = scan.request === undefined ? null : await get('scans', key)
  if (first && first.request === scan.request) {
    return first.verdict as VerdictCode
  }
  await insertOnce(refusedKey(question, now), { ...scan, verdict: 'replayed' })
  return 'replayed'
}

function scanOf(question: DeviceQuestion, { verdict, genuine }: Pick<Judgement, 'verdict' | 'genuine'>, now: Instant) {
  const { point, device, name } = question
  const scan: ScanRecord = {
    at: now,
    point: point.id,
    verdict,
    serial: genuine?.holder.serial ?? null,
    step: genuine?.step ?? null,
    online: true,
    companions: 0,
    how: 'scan',
    guard: '',
    device,
    receivedAt: now,
  }
  return name === null ? scan : { ...scan, request: digest(device, name) }
}

// Without a name, the same code at the same device within ten seconds is one scan.
function refusedKey({ device, name, text, challenge }: DeviceQuestion, now: Instant): string {
  return digest(device, name ?? `at ${stepOf(now)}`, text, String(challenge)).slice(0, 32)
}

/** @returns false when there is a record under this key */
async function insertOnce(key: string, scan: ScanRecord): Promise<boolean> {
  try {
    await insert('scans', key, scan)
    return true
  } catch (error) {
    if (error instanceof Duplicate) {
      return false
    }
    throw error
  }
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/**
 * A device's question: decided like a guard's, and on record before it is answered. An admission is stored under serial,
 * step and point (used-steps.ts), so one code opens a point once, however many devices and instances of this function stand
 * there; the refused second is told `replayed`. Of two codes of one phone, the older is refused once the newer is on record;
 * asked about at the same moment, both may pass, which is what happens when they come one after the other.
 * A request that is sent again under its own name gets the answer of the first time.
 */
import { createHash } from 'node:crypto'
import { admits, type GenuinePass, type NotGenuine, stepOf, type VerdictCode } from '../../domain/pass'
import type { Instant } from '../../domain/time/shanghai'
import type { Point } from '../../domain/university'
import type { ScanRecord } from '../_kit/records/gate'
import { get, insert, type Stored } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import { judge, usedStep } from './judge'
import { lastStep, usedKey } from './used-steps'

export type DeviceQuestion = {
  text: string
  challenge: number | null
  /** The device's name for the request; null when it gives none. */
  name: string | null
}

/** What was read for the question. */
export type DeviceEvidence = {
  point: Point
  /** Key of the device's record. */
  device: string
  binding: Stored<'bindings'> | null
  /** Admissions of the same and of later steps at this point. */
  used: readonly Stored<'scans'>[]
}

type Asked = { question: DeviceQuestion; evidence: DeviceEvidence; now: Instant }

/** The verdict, which is on record now: `replayed` when the code was used before. */
export async function decideForDevice(opened: GenuinePass | NotGenuine, asked: Asked): Promise<VerdictCode> {
  if (!('holder' in opened)) {
    return recordRefusal(opened.verdict, null, asked)
  }
  const { evidence, question, now } = asked
  const lastUsed = lastStep(evidence.used.map(({ _id }) => _id))
  const verdict = judge(opened, { ...evidence, challenge: question.challenge, lastUsed }, now)
  if (!admits(verdict) && verdict !== 'replayed') {
    return recordRefusal(verdict, opened, asked)
  }
  const key = usedKey(opened.holder.serial, usedStep(opened, now), evidence.point.id)
  const onRecord = evidence.used.find(({ _id }) => _id === key)
  if (admits(verdict) && !onRecord && (await insertOnce(key, scanOf(verdict, opened, asked)))) {
    return verdict
  }
  const first = onRecord ?? (question.name === null ? null : await get('scans', key))
  const isRepeated = first?.request !== undefined && first.request === requestDigest(asked)
  return isRepeated ? (first.verdict as VerdictCode) : recordRefusal('replayed', opened, asked)
}

async function recordRefusal(verdict: VerdictCode, pass: GenuinePass | null, asked: Asked): Promise<VerdictCode> {
  await insertOnce(refusedKey(asked), scanOf(verdict, pass, asked))
  return verdict
}

function scanOf(verdict: VerdictCode, pass: GenuinePass | null, asked: Asked): ScanRecord {
  const { evidence, now } = asked
  const request = requestDigest(asked)
  return {
    at: now,
    point: evidence.point.id,
    verdict,
    serial: pass?.holder.serial ?? null,
    step: pass?.step ?? null,
    online: true,
    companions: 0,
    how: 'scan',
    guard: '',
    device: evidence.device,
    receivedAt: now,
    ...(request !== undefined && { request }),
  }
}

function requestDigest({ question, evidence }: Asked): string | undefined {
  return question.name === null ? undefined : digest(evidence.device, question.name)
}

// Without a name, the same code at the same device within ten seconds is one scan.
function refusedKey({ question, evidence, now }: Asked): string {
  const { name, text, challenge } = question
  return digest(evidence.device, name ?? `at ${stepOf(now)}`, text, String(challenge)).slice(0, 32)
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

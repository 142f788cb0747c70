/** What the gate function is asked and answers. Guards only. */
import * as v from 'valibot'
import type { VerdictCode } from '../pass'
import type { Day, Instant } from '../time/shanghai'
import type { Point } from '../university'

export const gateRefusals = ['point_unknown'] as const

const pointId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))
const passText = v.pipe(v.string(), v.maxLength(2000))

/** One scan as the guard's phone recorded it; `id` is made on the phone, so a repeated delivery is stored once. */
const scan = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  at: v.number(),
  point: pointId,
  verdict: v.pipe(v.string(), v.maxLength(30)),
  serial: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffff))),
  step: v.nullable(v.pipe(v.number(), v.integer())),
  online: v.boolean(),
})

export const gateRequests = {
  /** Start of a shift: keys, points, policy. */
  open: v.strictObject({}),
  /** The online check of a code that the phone has already found genuine. */
  check: v.strictObject({
    text: passText,
    point: pointId,
    challenge: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
  }),
  record: v.strictObject({ scans: v.pipe(v.array(scan), v.minLength(1), v.maxLength(200)) }),
} as const

export type GateRequest<Action extends keyof typeof gateRequests> = v.InferOutput<(typeof gateRequests)[Action]>
export type Scan = GateRequest<'record'>['scans'][number]

/** Keys of one key id, lower-case hex. */
export type PassKeys = { keyId: number; issuer: string; view: string }

/** What a guard reads from two metres and compares with the physical card. */
export type HolderView = {
  maskedName: string
  last4: string
  class: number
  validUntil: Day
  cardNumber: string
  portraitUrl: string
}

export type GateReplies = {
  /** `maxListAge`: milliseconds up to which a status list lets green be green (domain/pass GateContext). */
  open: { now: Instant; keys: PassKeys[]; points: Point[]; maxListAge: number }
  check: { now: Instant; verdict: VerdictCode; holder: HolderView | null }
  /** How many of the scans sent are on record now, each once: all of them, also when some had arrived before. */
  record: { stored: number }
}

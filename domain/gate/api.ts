/** What the gate function is asked and answers over a guard's phone. Turnstiles ask by HTTP: device-api.ts. */
import * as v from 'valibot'
import type { VerdictCode } from '../pass'
import type { Day, Instant } from '../time/shanghai'
import type { Point } from '../university'
import { MOST_COMPANIONS, MOST_SCANS, scanWays } from './journal'

export const gateRefusals = [
  'point_unknown',
  'card_number_typo', // the check digit of the card number is wrong: compare it with the card and type it again
  'look_up_not_matched', // no such card, or other last four digits: one answer
  'look_up_limit', // too many wrong look-ups today, by this guard or of this card; details.from: the day it goes on
  'card_not_activated', // number and last four are right, but its holder has not activated it yet
] as const

const pointId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))
const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
const serial = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffff))
/** Text of a QR code, as a scanner read it. */
export const passTextSchema = v.pipe(v.string(), v.maxLength(2000))
/** The number that the gate's own screen shows, or null. */
export const challengeSchema = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)))
/** Sequence of the status list that the phone holds; null when it holds none, which asks for the whole. */
const sequence = v.nullable(uint32)

/** One scan as the guard's phone recorded it; `id` is made on the phone, so a repeated delivery is stored once. */
const scan = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  at: v.number(),
  point: pointId,
  verdict: v.pipe(v.string(), v.maxLength(30)),
  serial: v.nullable(serial),
  step: v.nullable(uint32),
  online: v.boolean(),
  /** People let in together with the holder. Absent in journals written before there were any. */
  companions: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_COMPANIONS)), 0),
  how: v.optional(v.picklist(scanWays), 'scan'),
})

export const gateRequests = {
  /** Start of a shift: keys, points, policy, status list. */
  open: v.strictObject({ sequence: v.optional(sequence, null) }),
  /** The newest status list, between shifts' starts. */
  list: v.strictObject({ sequence }),
  /** The online check of a code that the phone has already found genuine. */
  check: v.strictObject({ text: passTextSchema, point: pointId, challenge: challengeSchema }),
  /** No phone, or a broken one: by card number and last four of the document. Every look-up is logged. */
  lookUp: v.strictObject({
    cardNumber: v.pipe(v.string(), v.maxLength(40)),
    last4: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z-]{1,4}$/)),
    point: pointId,
  }),
  /** Asked by other functions, which seal it (cloudfunctions/_kit/list-hint): bindings that have changed. */
  renewList: v.strictObject({
    serials: v.pipe(v.array(serial), v.maxLength(10)),
    madeAt: v.pipe(v.number(), v.integer()),
    seal: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  record: v.strictObject({ scans: v.pipe(v.array(scan), v.minLength(1), v.maxLength(MOST_SCANS)) }),
} as const

/** What a caller sends; fields with a default may be left out. */
export type GateRequest<Action extends keyof typeof gateRequests> = v.InferInput<(typeof gateRequests)[Action]>
/** What an action gets: defaults are filled in. */
export type GateInput<Action extends keyof typeof gateRequests> = v.InferOutput<(typeof gateRequests)[Action]>
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
  open: {
    now: Instant
    /** The key in force first, then earlier ones that credentials may still carry. */
    keys: PassKeys[]
    points: Point[]
    /** Milliseconds up to which a status list lets green be green (domain/pass GateContext). */
    maxListAge: number
    /** Ed25519 public keys of status lists, lower-case hex: what readStatusList and takeUpdate ask for. */
    listKeys: string[]
    /** Policy: how many people may enter together with a holder. */
    companions: number
    /** Policy: visitors show their code on leaving, too. */
    visitorsLeave: boolean
    /** Base64: a whole status list or a difference (takeUpdate tells them apart); null when the phone has the newest. */
    update: string | null
  }
  list: { now: Instant; update: string | null }
  check: { now: Instant; verdict: VerdictCode; holder: HolderView | null }
  /** `serial`: of the binding, for the journal. The verdict is one of revoked to admitted. */
  lookUp: { now: Instant; verdict: VerdictCode; holder: HolderView; serial: number }
  renewList: null
  /** How many of the scans sent are on record now, each once: all of them, also when some had arrived before. */
  record: { stored: number }
}

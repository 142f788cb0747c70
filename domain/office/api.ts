/** What the office function is asked and answers: staff and their roles, settings, cards, marks, devices at gates. */
import * as v from 'valibot'
import type { CardStatus } from '../card/api'
import type { ScanWay } from '../gate/journal'
import { type MarkKind, markOutcomes, markStates } from '../gate/marks'
import { NOTE_MAX } from '../review/decision'
import type { Day, Instant } from '../time/shanghai'
import { type AuditReplies, auditRequests } from './audit-api'
import { type CardReason, cardReasons, settableStatuses } from './cards'
import { type DashboardReplies, dashboardRequests } from './dashboard-api'
import { type ExportReplies, exportRefusals, exportRequests } from './exports-api'
import { type IdentityReplies, identityRefusals, identityRequests } from './identity-api'
import { roles } from './roles'
import { type SettingsReplies, settingsRefusals, settingsRequests } from './settings-api'
import { type StaffReplies, type StaffView, staffRefusals, staffRequests } from './staff-api'

export const officeRefusals = [
  ...staffRefusals,
  ...identityRefusals,
  'bootstrap_closed', // the first admin exists, or the code is wrong
  'invitation_invalid', // unknown, used or older than 24 hours: one answer
  'staff_exists', // this WeChat account is staff already
  ...settingsRefusals,
  'card_unknown', // no card has this number
  'card_reason_missing', // no reason of the list for this state, or "other" without a note
  'revocation_final', // a revoked card stays revoked
  'mark_unknown',
  'device_unknown',
  ...exportRefusals,
] as const

export type { Role } from './roles'
export { roles } from './roles'
export type { Settings } from './settings-api'
export type { InvitationView, MemberView, StaffView } from './staff-api'

/** An invitation lives this long, milliseconds. */
export const INVITATION_LIFETIME = 24 * 3_600_000

const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))

const cardNumber = v.pipe(v.string(), v.maxLength(40))
/** SHA-256 in lower-case hex. */
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(NOTE_MAX)))

export const officeRequests = {
  me: v.strictObject({}),
  bootstrap: v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)), name: personName }),
  invite: v.strictObject({ role: v.picklist(roles), name: personName }),
  join: v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)) }),
  ...staffRequests,
  ...auditRequests,
  ...settingsRequests,
  ...identityRequests,
  /** A card by its number: reviewers. */
  card: v.strictObject({ cardNumber }),
  setCardStatus: v.strictObject({
    cardNumber,
    status: v.picklist(settableStatuses),
    reason: v.picklist([...new Set(Object.values(cardReasons).flat())]),
    note,
  }),
  /** What the scans make suspicious, newest first, 50 at a time. */
  marks: v.strictObject({
    state: v.picklist(markStates),
    after: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null),
  }),
  settleMark: v.strictObject({ id: digest, outcome: v.picklist(markOutcomes), note }),
  /** Turnstiles and hand scanners: admins. */
  devices: v.strictObject({}),
  addDevice: v.strictObject({ name: personName, point: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)) }),
  revokeDevice: v.strictObject({ id: digest }),
  ...dashboardRequests,
  ...exportRequests,
} as const

/** What a caller sends; fields with a default may be left out. */
export type OfficeRequest<Action extends keyof typeof officeRequests> = v.InferInput<(typeof officeRequests)[Action]>
/** What an action gets: defaults are filled in. */
export type OfficeInput<Action extends keyof typeof officeRequests> = v.InferOutput<(typeof officeRequests)[Action]>

/** A scan as staff read it beside a card or a mark. */
export type ScanView = {
  at: Instant
  point: string
  verdict: string
  how: ScanWay
  companions: number
  online: boolean
}

/** A card as staff see it: never the full name or document. */
export type OfficeCard = {
  number: string
  status: CardStatus
  class: number
  maskedName: string
  last4: string
  portraitUrl: string
  issuedAt: Instant
  activatedAt: Instant | null
  validUntil: Day | null
  /** When the phone was bound that shows it now; null before activation. */
  boundSince: Instant | null
  /** The last change of state by staff; `by` is the colleague's name. */
  change: { status: CardStatus; reason: CardReason; note: string; at: Instant; by: string } | null
  /** Newest first, at most 20, of this phone and earlier ones. */
  scans: ScanView[]
  /** Marks that nobody has settled yet. */
  openMarks: number
}

export type MarkView = {
  id: string
  kind: MarkKind
  /** When the later of its scans was made. */
  at: Instant
  cardNumber: string
  cardStatus: CardStatus
  maskedName: string
  last4: string
  /** Scans that it follows from, oldest first. */
  scans: ScanView[]
  settled: { outcome: (typeof markOutcomes)[number]; note: string; at: Instant } | null
}

/** A turnstile or hand scanner. `id` names it and opens nothing. */
export type DeviceView = {
  id: string
  name: string
  point: string
  addedAt: Instant
  revokedAt: Instant | null
}

export type OfficeReplies = StaffReplies &
  IdentityReplies &
  AuditReplies &
  DashboardReplies &
  ExportReplies &
  SettingsReplies & {
    me: { staff: StaffView | null }
    bootstrap: { staff: StaffView }
    invite: { code: string; expiresAt: Instant }
    join: { staff: StaffView }
    card: { card: OfficeCard }
    setCardStatus: { card: OfficeCard }
    /** `after`: where the next page begins; null when this was the last. */
    marks: { marks: MarkView[]; after: string | null }
    settleMark: { mark: MarkView }
    devices: { devices: DeviceView[] }
    /** `key`: shown once; nobody can read it again. */
    addDevice: { device: DeviceView; key: string }
    revokeDevice: { device: DeviceView }
  }

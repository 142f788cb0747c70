/** What the office function is asked and answers: staff, their roles, settings. */
import * as v from 'valibot'
import type { Day, Instant } from '../time/shanghai'

export const officeRefusals = [
  'bootstrap_closed', // the first admin exists, or the code is wrong
  'invitation_invalid', // unknown, used or older than 24 hours: one answer
  'staff_exists', // this WeChat account is staff already
  'settings_invalid', // details: field → what is wrong
] as const

export const roles = ['guard', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** An invitation lives this long, milliseconds. */
export const INVITATION_LIFETIME = 24 * 3_600_000

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))

const settings = v.strictObject({
  closures: v.pipe(
    v.array(v.strictObject({ from: day, to: day, reason: v.picklist(['vacation', 'holiday']) })),
    v.maxLength(100),
  ),
  cutOff: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  validityYears: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  /** Hours after which a guard's list makes green amber. */
  maxListAgeHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168)),
})
export type Settings = v.InferOutput<typeof settings>

export const officeRequests = {
  me: v.strictObject({}),
  bootstrap: v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)), name: personName }),
  invite: v.strictObject({ role: v.picklist(roles), name: personName }),
  join: v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)) }),
  staff: v.strictObject({}),
  readSettings: v.strictObject({}),
  writeSettings: v.strictObject({ settings }),
} as const

export type OfficeRequest<Action extends keyof typeof officeRequests> = v.InferOutput<(typeof officeRequests)[Action]>

export type StaffView = { name: string; role: Role; since: Instant }

export type OfficeReplies = {
  me: { staff: StaffView | null }
  bootstrap: { staff: StaffView }
  invite: { code: string; expiresAt: Instant }
  join: { staff: StaffView }
  staff: { staff: StaffView[]; invited: { name: string; role: Role; expiresAt: Instant }[] }
  readSettings: { settings: Settings; lastClosedRound: Day }
  writeSettings: { settings: Settings }
}

/**
 * Every refusal that a person can meet, gathered from the capabilities. The language files must have a sentence and a next
 * step for each (test/miniprogram/i18n.test.ts holds them to it).
 */
import { activationRefusals } from './activation/api'
import { archiveRefusals } from './archive/api'
import { bindingRefusals } from './binding/api'
import { cardRefusals } from './card/api'
import { gateRefusals } from './gate/api'
import { libraryRefusals } from './library/api'
import { notificationsRefusals } from './notifications/api'
import { officeRefusals } from './office/api'
import { privacyRefusals } from './privacy/api'
import { registrationRefusals } from './registration/api'
import { renewalRefusals } from './renewal/api'
import { reviewRefusals } from './review/api'
import { visitorRefusals } from './visitor/api'

/** Refusals of the road itself, before any rule is asked. */
export const requestRefusals = [
  'bad_request', // the shape is wrong or a field is unknown
  'unknown_action',
  'not_signed_in', // the platform gave no OPENID
  'not_allowed', // the caller's role may not do this
  'busy', // the same record was being changed by others; nothing was saved
  'internal', // ours; details.reference names the log line
] as const

/** Refusals that the phone makes itself because nothing answered. */
export const networkRefusals = ['offline', 'no_answer'] as const

export const refusalCodes = [
  ...requestRefusals,
  ...networkRefusals,
  ...registrationRefusals,
  ...reviewRefusals,
  ...activationRefusals,
  ...cardRefusals,
  ...gateRefusals,
  ...officeRefusals,
  ...privacyRefusals,
  ...notificationsRefusals,
  ...archiveRefusals,
  ...renewalRefusals,
  ...visitorRefusals,
  ...libraryRefusals,
  ...bindingRefusals,
] as const

export type RequestRefusal = (typeof requestRefusals)[number]
export type RefusalCode = (typeof refusalCodes)[number]

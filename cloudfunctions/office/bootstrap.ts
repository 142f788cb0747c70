/**
 * The first admin: whoever knows the code that was set at deployment, once. With it the office opens the service, so
 * the settings begin here.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { OfficeRequest } from '../../domain/office/api'
import { policiesOf } from '../../domain/office/policies'
import { ok, refuse } from '../../domain/result'
import { dueReview } from '../../domain/review/calendar'
import { addDays, dayOf, type Instant } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import { recordAction } from '../_kit/audit'
import { secretText } from '../_kit/keys'
import type { SettingsRecord } from '../_kit/records/office'
import type { Call } from '../_kit/serve'
import { calendarOf, OFFICE } from '../_kit/settings'
import { staffHandle } from '../_kit/staff-handle'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { viewOf } from './staff'

const CODE_LENGTH = 8
const secret = secretText('BOOTSTRAP_CODE', CODE_LENGTH)
/** There is one of it, so there is one first admin. */
const BOOTSTRAP = 'staff-bootstrap'

export async function bootstrap({ code, name }: OfficeRequest<'bootstrap'>, call: Call): Answer<'bootstrap'> {
  const { openid, now } = call
  if (!isSame(code, secret)) {
    return refuse('bootstrap_closed')
  }
  const role = 'admin'
  const member = { name, role, since: now } as const
  return transact(
    async (transaction) => {
      const invitation = { name, role, expiresAt: now, invitedBy: openid, usedBy: openid } as const
      await transaction.insert('invitations', BOOTSTRAP, invitation)
      await transaction.insert('staff', openid, member)
      await transaction.insert('settings', OFFICE, firstSettings(now))
      await recordAction(transaction, call, 'office.bootstrap', staffHandle(openid))
      return ok({ staff: viewOf(member) })
    },
    async () => refuse('bootstrap_closed'),
  )
}

// Digests have one length, and comparing them takes the same time however much of the code is right.
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function firstSettings(now: Instant): SettingsRecord {
  const settings = {
    closures: [],
    cutOff: university.review.cutOff,
    ...policiesOf({}),
  }
  // A review whose cut-off is past today had no applications: it is not waited for.
  const yesterday = addDays(dayOf(now), -1)
  const missed = dueReview(now, calendarOf(settings), yesterday)
  return { ...settings, lastClosedRound: missed?.day ?? yesterday, version: 1 }
}

/** What the home page shows: whether registration is open, the account's latest application, its card number. */
import type { RegistrationRequest } from '../../domain/registration/api'
import { ok } from '../../domain/result'
import { registrationState } from '../../domain/review/calendar'
import { accountClaim } from '../_kit/claims'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { get } from '../_kit/store'
import type { Answer } from './answer'
import { latestApplication, viewOf } from './application'

export async function status(_: RegistrationRequest<'status'>, { openid, now }: Call): Answer<'status'> {
  const [settings, application, claim] = await Promise.all([
    loadSettings(),
    latestApplication(openid),
    get('claims', accountClaim(openid)),
  ])
  return ok({
    now,
    state: settings && registrationState(now, calendarOf(settings), settings.lastClosedRound),
    application: application && viewOf(application, now),
    cardNumber: claim?.card ?? null,
  })
}

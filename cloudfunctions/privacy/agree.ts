/**
 * What a person has agreed to: with each form that they handed in, and again when the texts had changed. Nothing is
 * overwritten, so that it can be said later which text somebody agreed to, and when.
 */
import type { PrivacyRequest } from '../../domain/privacy/api'
import { ok, refuse } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import { countAttempt } from '../_kit/attempts'
import { randomId } from '../_kit/random'
import type { GivenConsent } from '../_kit/records/registration'
import type { Call } from '../_kit/serve'
import { find, insert, type Stored } from '../_kit/store'
import type { Answer } from './answer'

const MOST = 1000
/** More than the texts can change in a day. */
const AGREEMENTS_A_DAY = 10

export async function agreed(_: PrivacyRequest<'agreed'>, { openid }: Call): Answer<'agreed'> {
  const newest = { limit: 1, direction: 'desc' } as const
  const [applications, agreements] = await Promise.all([
    find('applications', { openid }, { order: 'submittedAt', ...newest }),
    find('agreements', { openid }, { order: 'at', ...newest }),
  ])
  return ok({ agreed: consentsIn(applications, agreements).some(isOfToday) })
}

/** Agreed twice, the first time stands. */
export async function agree({ consent }: PrivacyRequest<'agree'>, call: Call): Answer<'agree'> {
  const { openid, now } = call
  if (!isOfToday(consent)) {
    return refuse('consent_missing')
  }
  const before = await agreed({}, call)
  if (before.ok && before.value.agreed) {
    return ok(null)
  }
  if (await countAttempt(`agree:${openid}:${dayOf(now)}`, AGREEMENTS_A_DAY)) {
    await insert('agreements', randomId(), { openid, ...consent, at: now })
  }
  return ok(null)
}

/** Everything that the account agreed to, newest first. */
export async function consentsOf(
  openid: string,
  applications: readonly Stored<'applications'>[],
): Promise<GivenConsent[]> {
  return consentsIn(applications, await find('agreements', { openid }, { order: 'at', limit: MOST }))
}

function consentsIn(
  applications: readonly Stored<'applications'>[],
  agreements: readonly Stored<'agreements'>[],
): GivenConsent[] {
  const withForms = applications.flatMap(({ consent, earlierConsents = [] }) => [consent, ...earlierConsents])
  const again = agreements.map(({ privacy, document, at }) => ({ privacy, document, at }))
  return [...withForms, ...again].sort((one, other) => other.at - one.at)
}

function isOfToday({ privacy, document }: Pick<GivenConsent, 'privacy' | 'document'>): boolean {
  return privacy === university.consent.privacy && document === university.consent.document
}

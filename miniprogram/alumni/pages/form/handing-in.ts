/**
 * Handing in the form, however bad the line is. When no answer came, the server is asked what it has: if the application
 * arrived, it was handed in, and nobody is sent round a second time.
 */
import type { ApplicationForm, ApplicationView, Instant } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { type Consent, readConsent } from '../../../services/consent'
import { language } from '../../../services/language'
import { registration } from '../../../services/registration'
import type { Reply } from '../../../services/request'

// The server stamps what it stores with its own clock.
const CLOCK_SLACK_MS = 60_000
const NO_CONSENT: Consent = { privacy: '', document: '' }

/** Hands in a new application, or amends the returned one. */
export async function handIn(form: ApplicationForm, amends: boolean): Promise<Reply<{ application: ApplicationView }>> {
  const startedAt = now()
  const consent = readConsent() ?? NO_CONSENT
  const reply = await registration(amends ? 'amend' : 'submit', { form, consent, language: language() })
  if (reply.ok || (reply.code !== 'no_answer' && reply.code !== 'offline')) {
    return reply
  }
  return (await arrived(startedAt)) ?? reply
}

async function arrived(startedAt: Instant): Promise<Reply<{ application: ApplicationView }> | null> {
  const status = await registration('status', {})
  const application = status.ok ? status.value.application : null
  if (!application || application.submittedAt < startedAt - CLOCK_SLACK_MS) {
    return null
  }
  return { ok: true, value: { application } }
}

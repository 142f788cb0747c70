/** Whether a proof photo is needed, for the form that asks and for the form that comes without one. */
import type { RegistrationRequest } from '../../domain/registration/api'
import type { ApplicationForm } from '../../domain/registration/form'
import { needsProof, PROOF_QUESTIONS_A_DAY } from '../../domain/registration/proof'
import { ok, type Refused, refuse } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { countAttempt } from '../_kit/attempts'
import { digestFor } from '../_kit/digest'
import type { Call } from '../_kit/serve'
import type { Answer } from './answer'

type Asked = Pick<ApplicationForm, 'document' | 'nameChinese' | 'nameLatin' | 'studies'>
type Caller = Pick<Call, 'openid' | 'now'>

export async function proof(asked: RegistrationRequest<'proof'>, call: Call): Answer<'proof'> {
  return ok({ needed: await isNeeded(asked, call) })
}

/** Refuses a form without a photo if the archive does not know the person; null when nothing is missing. */
export async function photoRefusal(form: ApplicationForm, call: Caller): Promise<Refused<'form_invalid'> | null> {
  const isMissing = form.proof === '' && (await isNeeded(form, call))
  return isMissing ? refuse('form_invalid', { proof: 'photo_missing' }) : null
}

/** Handing in without a photo asks the same question, so it counts as one. */
async function isNeeded(asked: Asked, { openid, now }: Caller): Promise<boolean> {
  if (!(await countAttempt(`proof:${openid}:${dayOf(now)}`, PROOF_QUESTIONS_A_DAY))) {
    return true
  }
  const { document, nameChinese, nameLatin, studies } = asked
  const { matchOne } = await import('../_kit/matching')
  const { kind } = await matchOne({ digest: await digestFor(document), nameChinese, nameLatin, studies })
  return needsProof(kind)
}

/** Whether a proof photo is needed, for the form that asks and for the form that comes without one. */
import type { RegistrationRequest } from '../../domain/registration/api'
import type { ApplicationForm } from '../../domain/registration/form'
import { needsProof, PROOF_QUESTIONS_A_DAY } from '../../domain/registration/proof'
import { ok, refuse } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { countAttempt } from '../_kit/attempts'
import { digestOf } from '../_kit/digest'
import type { Call } from '../_kit/serve'
import { admit } from './admission'
import type { Answer } from './answer'

type Asked = Pick<ApplicationForm, 'document' | 'nameChinese' | 'nameLatin' | 'studies'>
type Caller = Pick<Call, 'openid' | 'now'>

export async function proof(asked: RegistrationRequest<'proof'>, call: Call): Answer<'proof'> {
  return ok({ needed: await isNeeded(asked, call) })
}

/**
 * The form as it is stored, its photo asked for if the archive does not know the person.
 * @param always a reviewer asked for the photo
 */
export async function admitWithProof(
  input: Pick<RegistrationRequest<'submit'>, 'form' | 'consent'>,
  always: boolean,
  call: Caller,
) {
  const form = admit(input, call.now, always)
  if (form.ok && form.value.proof === '' && (await isNeeded(form.value, call))) {
    return refuse('form_invalid', { proof: 'photo_missing' })
  }
  return form
}

/** Handing in without a photo asks the same question, so it counts as one. */
async function isNeeded(asked: Asked, { openid, now }: Caller): Promise<boolean> {
  if (!(await countAttempt(`proof:${openid}:${dayOf(now)}`, PROOF_QUESTIONS_A_DAY))) {
    return true
  }
  const { document, nameChinese, nameLatin, studies } = asked
  const { matchOne } = await import('../_kit/matching')
  const { kind } = await matchOne({ digest: digestOf(document), nameChinese, nameLatin, studies })
  return needsProof(kind)
}

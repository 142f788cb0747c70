/**
 * Whether the form asks for the proof photo. The cloud function says "not needed" only when everything that was typed agrees
 * with the archive (domain/registration/proof.ts); anything else, and no answer at all, means that it is needed.
 */
import type { ApplicationForm } from '../../../lib/domain'
import { registration } from '../../../services/registration'

export async function isProofNeeded(form: ApplicationForm): Promise<boolean> {
  const { document, nameChinese, nameLatin, studies, proof } = form
  // An amended form leaves the number empty: the photo that was handed in before is still there.
  if (proof !== '' || document.number.trim() === '' || studies.length === 0) {
    return true
  }
  const reply = await registration('proof', { document, nameChinese, nameLatin, studies })
  return !reply.ok || reply.value.needed
}

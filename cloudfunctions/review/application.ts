/** Everything that a reviewer needs to decide about one application; the full document number only on request. */
import { stageOf } from '../../domain/registration/life'
import { ok, refuse } from '../../domain/result'
import type { ReviewApplication, ReviewRequest } from '../../domain/review/api'
import type { Instant } from '../../domain/time/shanghai'
import { photoAddresses } from '../_kit/photos'
import type { Call } from '../_kit/serve'
import { get, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { nextUndecided } from './lists'

export async function application({ id }: ReviewRequest<'application'>, { now }: Call): Answer<'application'> {
  const found = await get('applications', id)
  if (!found) {
    return refuse('application_unknown')
  }
  const [addresses, next] = await Promise.all([
    photoAddresses([found.portrait, found.proof]),
    nextUndecided(found, now),
  ])
  const [portraitUrl = '', proofUrl = ''] = addresses
  return ok({ ...viewOf(found, now), portraitUrl, proofUrl, next })
}

function viewOf(
  found: Stored<'applications'>,
  now: Instant,
): Omit<ReviewApplication, 'portraitUrl' | 'proofUrl' | 'next'> {
  const { decision } = found
  return {
    id: found._id,
    version: found.version,
    stage: stageOf(found, now),
    nameChinese: found.nameChinese,
    nameLatin: found.nameLatin,
    documentType: found.documentType,
    documentCountry: found.documentCountry,
    documentMasked: found.documentMasked,
    phoneMasked: found.phoneMasked,
    email: found.email,
    studies: found.studies,
    submittedAt: found.submittedAt,
    returnedBefore: found.earlier.length,
    round: found.round,
    decision: decision && {
      kind: decision.kind,
      reason: decision.reason,
      at: decision.at,
      ...(decision.note && { note: decision.note }),
    },
    decidable: found.status === 'submitted' && now >= found.reviewFrom,
  }
}

/** An application as a reviewer sees it, with addresses of its photos; the full document number is never part of it. */
import { stageOf } from '../../domain/registration/life'
import { paperMark } from '../../domain/registration/paper'
import type { ReviewApplication } from '../../domain/review/api'
import { holdView } from '../../domain/review/hold'
import { photoAddresses } from '../_kit/photos'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'

export async function applicationView(
  found: Stored<'applications'>,
  { openid, now }: Pick<Call, 'openid' | 'now'>,
): Promise<ReviewApplication> {
  const { decision } = found
  const [portraitUrl = '', proofUrl = ''] = await photoAddresses([found.portrait, found.proof])
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
    portraitUrl,
    proofUrl,
    submittedAt: found.submittedAt,
    paper: paperMark(found.paper, openid),
    collects: found.collects ?? null,
    returnedBefore: found.returnedBefore,
    round: found.round,
    decision: decision && {
      kind: decision.kind,
      reason: decision.reason,
      at: decision.at,
      ...(decision.note && { note: decision.note }),
    },
    decidable: found.status === 'submitted' && now >= found.reviewFrom,
    position: found.position,
    hold: holdView(found.hold, openid, now),
  }
}

/** An application as a line of a list. */
import { stageOf } from '../../domain/registration/life'
import { paperMark } from '../../domain/registration/paper'
import { holdView } from '../../domain/review/hold'
import type { QueueItem } from '../../domain/review/queue-api'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'

export function queueItem(application: Stored<'applications'>, { openid, now }: Call): QueueItem {
  const [study] = application.studies
  return {
    id: application._id,
    name: application.nameChinese || application.nameLatin,
    documentMasked: application.documentMasked,
    documentType: application.documentType,
    // The form is not stored without a study record.
    study: study as QueueItem['study'],
    submittedAt: application.submittedAt,
    round: application.round,
    stage: stageOf(application, now),
    returnedBefore: application.returnedBefore,
    paper: paperMark(application.paper, openid),
    decision: application.decision?.kind ?? null,
    hold: holdView(application.hold, openid, now),
  }
}

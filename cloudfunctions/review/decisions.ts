/** A reviewer's own decisions of today, newest first, so that a slip can be found again and undone. */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import type { Decision } from '../../domain/review/decision'
import { MOST_DECISIONS, type OwnDecision } from '../../domain/review/queue-api'
import { dayOf, startOf } from '../../domain/time/shanghai'
import { atLeast } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { count, find, type Stored } from '../_kit/store'
import type { Answer } from './answer'

export async function decisions(_: ReviewRequest<'decisions'>, { openid, now }: Call): Answer<'decisions'> {
  const own = { 'decision.by': openid, 'decision.at': atLeast(startOf(dayOf(now))) }
  const [latest, total] = await Promise.all([
    find('applications', own, { order: 'decision.at', direction: 'desc', limit: MOST_DECISIONS }),
    count('applications', own),
  ])
  const items = latest.flatMap((application) => {
    const { decision } = application
    return decision ? [itemOf(application, decision)] : []
  })
  return ok({ items, count: total })
}

function itemOf(application: Stored<'applications'>, { kind, reason, at }: Decision): OwnDecision {
  return {
    id: application._id,
    version: application.version,
    name: application.nameChinese || application.nameLatin,
    kind,
    ...(reason && { reason }),
    at,
    undoable: application.status === 'submitted',
  }
}

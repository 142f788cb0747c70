/**
 * Everything that a reviewer needs to decide about one application; the full document number only on request. Opening
 * one that waits to be decided takes it, unless a colleague has it in hand.
 */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import type { Call } from '../_kit/serve'
import { get, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { applicationView } from './application-view'
import { take } from './holds'

export async function application({ id }: ReviewRequest<'application'>, call: Call): Answer<'application'> {
  const found = await get('applications', id)
  if (!found) {
    return refuse('application_unknown')
  }
  return ok(await applicationView(await taken(found, call), call))
}

async function taken(found: Stored<'applications'>, call: Call): Promise<Stored<'applications'>> {
  const waits = found.status === 'submitted' && found.verdict === 'undecided' && found.reviewFrom <= call.now
  // Whoever entered it from paper may look, and keeps it from nobody: a colleague decides.
  const isOwn = found.paper?.by === call.openid
  if (!waits || isOwn || found.hold.until > call.now) {
    return found
  }
  const hold = await take(found._id, call)
  // A colleague reached for it in the same moment: what is shown must say so.
  return hold ? { ...found, hold } : ((await get('applications', found._id)) ?? found)
}

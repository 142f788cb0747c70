/** Visits as staff see them, with what became of the person's earlier ones. */
import type { StaffVisit } from '../../domain/visitor/api'
import { oneOf } from '../_kit/conditions'
import { countBy, type Stored } from '../_kit/store'

export async function staffVisits(visits: readonly Stored<'visits'>[]): Promise<StaffVisit[]> {
  const digests = [...new Set(visits.map(({ digest }) => digest))]
  const earlier =
    digests.length === 0
      ? []
      : await countBy('visits', { digest: oneOf(digests), outcome: oneOf(['came', 'no_show']) }, ['digest', 'outcome'])
  const countOf = (visit: Stored<'visits'>, outcome: 'came' | 'no_show') =>
    earlier.find((each) => each.digest === visit.digest && each.outcome === outcome)?.count ?? 0
  return visits.map((visit) => ({
    ...shownFields(visit),
    came: countOf(visit, 'came'),
    noShows: countOf(visit, 'no_show'),
    decidedBy: visit.decision?.byName ?? '',
  }))
}

function shownFields(visit: Stored<'visits'>) {
  const { _id: id, day, point, reason, note, state, askedAt, maskedName, last4, application, cardNumber } = visit
  return { id, day, point, reason, note, state, askedAt, maskedName, last4, application, cardNumber }
}

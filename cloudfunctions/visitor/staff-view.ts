/** Visits as staff see them, with what became of the person's earlier ones. */
import type { StaffVisit } from '../../domain/visitor/api'
import type { Stored } from '../_kit/store'
import { pastOf } from './past'

export async function staffVisits(visits: readonly Stored<'visits'>[]): Promise<StaffVisit[]> {
  const past = await pastOf([...new Set(visits.map(({ digest }) => digest))])
  return visits.map((visit) => {
    const { came = 0, overstays = 0, noShows = 0 } = past.find(({ digest }) => digest === visit.digest) ?? {}
    return { ...shownFields(visit), came, overstays, noShows, decidedBy: visit.decision?.byName ?? '' }
  })
}

function shownFields(visit: Stored<'visits'>) {
  const {
    _id: id,
    day,
    point,
    reason,
    note,
    state,
    outcome,
    askedAt,
    maskedName,
    last4,
    application,
    cardNumber,
  } = visit
  return { id, day, point, reason, note, state, outcome, askedAt, maskedName, last4, application, cardNumber }
}

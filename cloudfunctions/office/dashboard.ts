/** The dashboard: the figures of its days and the queue as it stands, two questions whatever the period. */
import { dashboardOf, daysOf } from '../../domain/office/dashboard'
import type { DashboardRequest } from '../../domain/office/dashboard-api'
import { ok } from '../../domain/result'
import { DAY, type Instant } from '../../domain/time/shanghai'
import { database } from '../_kit/cloudbase'
import type { Call } from '../_kit/serve'
import { countGroups, getAll } from '../_kit/store'
import type { Answer } from './answer'

export async function dashboard({ days }: DashboardRequest, { now }: Call): Answer<'dashboard'> {
  const [figures, ages] = await Promise.all([getAll('figures', daysOf(days, now)), agesOf(now)])
  return ok(dashboardOf(days, figures, ages, now))
}

/** Undecided applications by whole days since they were handed in. */
async function agesOf(now: Instant) {
  const { floor, divide, subtract } = database.command.aggregate
  const waited = floor(divide([subtract([now, '$submittedAt']), DAY]))
  const groups = await countGroups<'applications', number>(
    'applications',
    { status: 'submitted', verdict: 'undecided' },
    waited,
  )
  return groups.map(({ value, count }) => ({ days: Math.max(0, value), count }))
}

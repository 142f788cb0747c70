/**
 * The visits that staff have before them: those that wait for an answer and those that were approved, from today on; and past
 * ones whose visitor did not come or did not leave in time.
 */
import { ok } from '../../domain/result'
import { type Day, dayOf } from '../../domain/time/shanghai'
import type { VisitorInput } from '../../domain/visitor/api'
import { atLeast, oneOf } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { find, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { staffVisits } from './staff-view'

const MOST = 100

export async function list({ list: state }: VisitorInput<'list'>, { now }: Call): Answer<'list'> {
  const visits = await (state === 'marked' ? marked() : ahead(state, dayOf(now)))
  return ok({ now, visits: await staffVisits(visits) })
}

function ahead(state: 'waiting' | 'approved', today: Day): Promise<Stored<'visits'>[]> {
  return find('visits', { state, day: atLeast(today) }, { order: 'day', limit: MOST })
}

function marked(): Promise<Stored<'visits'>[]> {
  const outcome = oneOf(['overstayed', 'no_show'] as const)
  return find('visits', { outcome }, { order: 'day', direction: 'desc', limit: MOST })
}

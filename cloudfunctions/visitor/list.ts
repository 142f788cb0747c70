/** The visits that staff have before them: those that wait for an answer, and those that were approved, from today on. */
import { ok } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import type { VisitorInput } from '../../domain/visitor/api'
import { atLeast } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { find } from '../_kit/store'
import type { Answer } from './answer'
import { staffVisits } from './staff-view'

const MOST = 100

export async function list({ list: state }: VisitorInput<'list'>, { now }: Call): Answer<'list'> {
  const visits = await find('visits', { state, day: atLeast(dayOf(now)) }, { order: 'day', limit: MOST })
  return ok({ now, visits: await staffVisits(visits) })
}

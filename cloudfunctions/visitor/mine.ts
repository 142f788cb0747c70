/** A visitor's own page: whether and when they may come, and what they have asked for from today on. */
import { policiesOf } from '../../domain/office/policies'
import { ok } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import type { VisitorInput } from '../../domain/visitor/api'
import { isVisitorGate, standingRefusal } from '../../domain/visitor/rules'
import { atLeast } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import { find } from '../_kit/store'
import type { Answer } from './answer'
import { personOf } from './person'
import { visitView } from './view'

const MOST = 50

export async function mine({ devicePublicKey }: VisitorInput<'mine'>, call: Call): Answer<'mine'> {
  const { openid, now } = call
  const [settings, person, visits] = await Promise.all([
    loadSettings(),
    personOf(call),
    find('visits', { openid, day: atLeast(dayOf(now)) }, { order: 'day', limit: MOST }),
  ])
  const { visitDaysAhead, visitsPerMonth } = policiesOf(settings ?? {})
  return ok({
    now,
    link: university.visitorSystem,
    barred: standingRefusal(person.standing),
    daysAhead: visitDaysAhead,
    most: visitsPerMonth,
    gates: university.points.filter(isVisitorGate),
    visits: visits.map((visit) => visitView(visit, devicePublicKey, now)),
  })
}

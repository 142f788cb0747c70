/** Visits as the visitor function answers. */
import type { VisitorReplies, VisitView } from '../../../../domain/client'
import { findPoint, type Point } from '../../../../domain/university'
import { credential, tuesday } from '../../harness/samples'

const gates = ['gate-east', 'gate-north'].map((id) => findPoint(id) as Point)

export function visitOf(changed: Partial<VisitView> = {}): VisitView {
  return {
    id: 'a'.repeat(64),
    day: '2026-11-24',
    point: 'gate-east',
    reason: 'campus',
    note: '',
    state: 'approved',
    refusal: null,
    canCancel: true,
    leaveBy: null,
    maskedName: '张*明',
    last4: '0011',
    pass: { credential: credential.credential, expires: '2026-11-24' },
    ...changed,
  }
}

export function mine(changed: Partial<VisitorReplies['mine']> = {}): VisitorReplies['mine'] {
  return { now: tuesday, link: '', barred: null, daysAhead: 14, most: 2, gates, visits: [], ...changed }
}

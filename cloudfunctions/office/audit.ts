/** The audit log as admins read it: newest first, by person, action and time, each by its index. OPENIDs stay here. */

import type { OfficeInput } from '../../domain/office/api'
import type { AuditEntryView } from '../../domain/office/audit-api'
import { GENESIS, headOf } from '../../domain/office/audit-chain'
import { ok } from '../../domain/result'
import { addDays, type Instant, startOf } from '../../domain/time/shanghai'
import { auditPosition } from '../_kit/audit'
import { between } from '../_kit/conditions'
import { staffHandle } from '../_kit/staff-handle'
import { find, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { newestBlock } from './seal-audit'

const PAGE = 30
const MOST_PEOPLE = 1000
const END_OF_TIME: Instant = 99_999_999_999_999

export async function audit(input: OfficeInput<'audit'>): Answer<'audit'> {
  const names = await namesOfStaff()
  const { by, what, after } = input
  const openid = [...names.keys()].find((each) => staffHandle(each) === by)
  // Somebody who is not there has done nothing.
  const who = by === null ? {} : { by: openid ?? '' }
  const where = { ...who, ...(what !== null && { action: what }), position: span(input) }
  const [found, newest] = await Promise.all([
    find('audit', where, { order: 'position', direction: 'desc', limit: PAGE + 1 }),
    newestBlock(),
  ])
  const page = found.filter(({ position }) => position !== after).slice(0, PAGE)
  return ok({
    entries: page.map((entry) => viewOf(entry, names)),
    after: page.length === PAGE ? (page.at(-1)?.position ?? null) : null,
    people: after === null ? [...names].map(([each, name]) => ({ id: staffHandle(each), name })) : [],
    head: newest ? headOf(newest) : GENESIS,
  })
}

/** Positions from the first day to the last, or to where the page before ended. */
function span({ from, until, after }: Pick<OfficeInput<'audit'>, 'from' | 'until' | 'after'>) {
  const first = auditPosition(from === null ? 0 : startOf(from))
  const last = auditPosition(until === null ? END_OF_TIME : startOf(addDays(until, 1)))
  return between(first, after ?? last)
}

/** Names by OPENID: those who are staff, and those who were. */
export async function namesOfStaff(): Promise<Map<string, string>> {
  const [former, staff] = await Promise.all([
    find('formerStaff', {}, { order: 'until', limit: MOST_PEOPLE }),
    find('staff', {}, { order: 'since', limit: MOST_PEOPLE }),
  ])
  return new Map([...former, ...staff].map(({ _id, name }) => [_id, name]))
}

function viewOf(
  { _id: id, at, by, action, subject, details, block }: Stored<'audit'>,
  names: ReadonlyMap<string, string>,
): AuditEntryView {
  return { id, at, by: names.get(by) ?? '', action, subject, details, sealed: block !== null }
}

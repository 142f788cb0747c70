/** Where the rows of an export come from: how many there are, and their records page by page. */
import type { ExportScope } from '../../domain/office/exports'
import { addDays, startOf } from '../../domain/time/shanghai'
import { auditPosition } from '../_kit/audit'
import { between } from '../_kit/conditions'
import { count, countAll } from '../_kit/store'
import type { Place } from '../_kit/walk'
import { walkPage } from '../_kit/walk'

type RecordsPage = { records: readonly unknown[]; place: Place | null; isLast: boolean }

/** How many rows the export would have now. */
export function countRows(scope: ExportScope): Promise<number> {
  switch (scope.content) {
    case 'cards':
      return countAll('cards')
    case 'applications':
      return count('applications', { round: scope.round })
    case 'audit':
      return count('audit', { position: between(...positionsOf(scope)) })
    default:
      return count(scope.content, { at: between(...boundsOf(scope)) })
  }
}

/** A page of its records, in an order that stays. */
export function recordsPage(scope: ExportScope, after: Place | null): Promise<RecordsPage> {
  switch (scope.content) {
    case 'cards':
      return walkPage({ collection: 'cards', by: '_id' }, after)
    case 'applications':
      return walkPage({ collection: 'applications', where: { round: scope.round }, by: 'position' }, after)
    case 'audit': {
      const [from, to] = positionsOf(scope)
      return walkPage({ collection: 'audit', by: 'position', from, to }, after)
    }
    default: {
      const [from, to] = boundsOf(scope)
      return walkPage<'scans' | 'marks'>({ collection: scope.content, by: 'at', from, to }, after)
    }
  }
}

/** The instants of the period, both included. */
function boundsOf({ from, to }: { from: string; to: string }): [number, number] {
  return [startOf(from), startOf(addDays(to, 1)) - 1]
}

/** The period as places in the audit log; the last one is that of no entry. */
function positionsOf({ from, to }: { from: string; to: string }): [string, string] {
  return [auditPosition(startOf(from)), auditPosition(startOf(addDays(to, 1)))]
}

/** Where the rows of an export come from: how many there are, and their records page by page. */
import type { ExportScope } from '../../domain/office/exports'
import { addDays, startOf } from '../../domain/time/shanghai'
import { between } from '../_kit/conditions'
import type { Place } from '../_kit/records'
import { count, countAll } from '../_kit/store'
import { walkPage } from '../_kit/walk'

type RecordsPage = { records: readonly unknown[]; place: Place | null; isLast: boolean }

/** How many rows the export would have now. */
export function countRows(scope: ExportScope): Promise<number> {
  switch (scope.content) {
    case 'cards':
      return countAll('cards')
    case 'applications':
      return count('applications', { round: scope.round })
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
    default: {
      const [from, to] = boundsOf(scope)
      return walkPage<'scans' | 'marks' | 'audit'>({ collection: scope.content, by: 'at', from, to }, after)
    }
  }
}

/** The instants of the period, both included. */
function boundsOf({ from, to }: { from: string; to: string }): [number, number] {
  return [startOf(from), startOf(addDays(to, 1)) - 1]
}

/** What the scans make suspicious: listed for staff with masked data, and settled by them. */
import type { MarkView, OfficeInput } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import { below } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { find, getAll, type Stored } from '../_kit/store'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { scanView } from './card-view'

const PAGE = 50

export async function marks({ state, after }: OfficeInput<'marks'>): Answer<'marks'> {
  const where = { state, ...(after !== null && { position: below(after) }) }
  const page = await find('marks', where, { order: 'position', direction: 'desc', limit: PAGE })
  const next = page.length === PAGE ? page.at(-1)?.position : undefined
  return ok({ marks: await viewsOf(page), after: next ?? null })
}

export async function settleMark(
  { id, outcome, note = '' }: OfficeInput<'settleMark'>,
  call: Call,
): Answer<'settleMark'> {
  const settled = await transact(async (transaction) => {
    const mark = await transaction.get('marks', id)
    if (!mark) {
      return refuse('mark_unknown')
    }
    const change = { state: 'settled', settled: { outcome, note, at: call.now, by: call.openid } } as const
    await transaction.update('marks', id, change)
    await recordAction(transaction, call, 'office.settleMark', id, { outcome })
    return ok({ ...mark, ...change })
  })
  if (!settled.ok) {
    return settled
  }
  const [mark] = await viewsOf([settled.value])
  return mark ? ok({ mark }) : refuse('mark_unknown')
}

async function viewsOf(records: readonly Stored<'marks'>[]): Promise<MarkView[]> {
  // A sharing has a handful of scans; a page stays within what one question may ask for.
  const scanIds = [...new Set(records.flatMap(({ scans }) => scans))].slice(0, 1000)
  const [bindings, scans] = await Promise.all([
    getAll('bindings', [...new Set(records.map(({ serial }) => String(serial)))]),
    getAll('scans', scanIds),
  ])
  return records.flatMap((mark) => {
    const binding = bindings.get(String(mark.serial))
    return binding ? [viewOf(mark, binding, scans)] : []
  })
}

function viewOf(
  { _id: id, kind, at, cardNumber, scans: scanIds, settled }: Stored<'marks'>,
  { cardStatus, maskedName, last4 }: Stored<'bindings'>,
  scans: ReadonlyMap<string, Stored<'scans'>>,
): MarkView {
  const seen = scanIds.flatMap((scan) => scans.get(scan) ?? []).map(scanView)
  const outcome = settled && { outcome: settled.outcome, note: settled.note, at: settled.at }
  return { id, kind, at, cardNumber, cardStatus, maskedName, last4, scans: seen, settled: outcome }
}
